package dev.unglue.split.open;

import dev.unglue.split.open.piece.CellPiece;

/**
 * How much of what stands in each column of a table. Amounts are whole numbers, so that nothing
 * depends on the order in which rows are added.
 */
@SuppressWarnings("EnumOrdinal") // counts and weights stand in arrays, for speed
final class ColumnCounts {
  /** The amount of one cell that is certain. */
  static final int ONE = 1024;

  private static final int KINDS = 8;
  private static final int TOTAL = 7;

  private long[] keys = new long[256];
  private int[] amounts = new int[256];
  private int used;

  /** Adds what is seen of a cell; a negative amount takes it away. */
  void add(int column, int row, CellPiece piece, int amount) {
    put(column, TOTAL, 0, amount);
    put(column, OpenFeatures.FORM, piece.form().ordinal(), amount);
    put(column, OpenFeatures.PATTERN, piece.pattern(), amount);
    put(column, OpenFeatures.SIZE, size(piece), amount);
    put(column, OpenFeatures.WHOLE, piece.whole(), amount);
    put(column, OpenFeatures.FIRST, piece.first(), amount);
    put(column, OpenFeatures.LAST, piece.last(), amount);
    if (piece.value() >= 0) {
      put(column, OpenFeatures.NEXT, place(row, piece.value()), amount);
    }
  }

  /** A key for a number in a row. */
  private static int place(int row, int value) {
    return row * 1_000_003 + value;
  }

  private static int size(CellPiece piece) {
    return piece.form().ordinal() * 256 + piece.size();
  }

  /** How many cells were seen in a column. */
  double total(int column) {
    return get(column, TOTAL, 0);
  }

  double form(int column, CellPiece piece) {
    return get(column, OpenFeatures.FORM, piece.form().ordinal());
  }

  double pattern(int column, CellPiece piece) {
    return get(column, OpenFeatures.PATTERN, piece.pattern());
  }

  double size(int column, CellPiece piece) {
    return get(column, OpenFeatures.SIZE, size(piece));
  }

  double whole(int column, CellPiece piece) {
    return get(column, OpenFeatures.WHOLE, piece.whole());
  }

  double first(int column, CellPiece piece) {
    return get(column, OpenFeatures.FIRST, piece.first());
  }

  double last(int column, CellPiece piece) {
    return get(column, OpenFeatures.LAST, piece.last());
  }

  /** How much a number goes on counting from the row above to the row below, 0..1. */
  double next(int column, int row, int value) {
    double up = Math.max(at(column, row - 1, value - 1), at(column, row + 1, value + 1));
    double down = Math.max(at(column, row - 1, value + 1), at(column, row + 1, value - 1));
    double same = Math.max(at(column, row - 1, value), at(column, row + 1, value));
    return Math.max(Math.max(up, down), 0.7 * same);
  }

  private double at(int column, int row, int value) {
    return get(column, OpenFeatures.NEXT, place(row, value));
  }

  private double get(int column, int kind, int key) {
    return amounts[slot(key(column, kind, key))] / (double) ONE;
  }

  private void put(int column, int kind, int key, int amount) {
    long whole = key(column, kind, key);
    int slot = slot(whole);
    if (keys[slot] == 0) {
      keys[slot] = whole;
      used++;
      if (used * 2 > keys.length) {
        grow();
        slot = slot(whole);
      }
    }
    amounts[slot] += amount;
  }

  private static long key(int column, int kind, int key) {
    return ((long) (column * KINDS + kind + 1) << 32) | (key & 0xffffffffL);
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldAmounts = amounts;
    keys = new long[oldKeys.length * 2];
    amounts = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        amounts[slot] = oldAmounts[i];
      }
    }
  }

  /** True before anything was seen. */
  boolean isEmpty() {
    return used == 0;
  }
}
