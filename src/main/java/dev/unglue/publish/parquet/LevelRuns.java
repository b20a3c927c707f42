package dev.unglue.publish.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Small numbers as runs of equal ones or packed by their bits: the hybrid encoding of Parquet, in
 * which it tells which cells are absent, and which word of its dictionary each cell is.
 */
final class LevelRuns {
  private LevelRuns() {}

  /** Encodes numbers of one bit, as runs. */
  static byte[] encode(boolean[] levels, int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = 0;
    while (from < count) {
      int to = from;
      while (to < count && levels[to] == levels[from]) {
        to++;
      }
      writeVarint((long) (to - from) << 1, out);
      out.write(levels[from] ? 1 : 0);
      from = to;
    }
    return out.toByteArray();
  }

  private static void writeVarint(long number, ByteArrayOutputStream out) {
    long left = number;
    while (left > 0x7f) {
      out.write((int) (left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write((int) left);
  }

  /** Decodes so many numbers of so many bits, each at most 32. */
  static int[] decode(ByteBuffer in, int bits, int count) {
    int[] numbers = new int[count];
    int at = 0;
    while (at < count) {
      int header = readVarint(in);
      at =
          (header & 1) == 0
              ? repeat(in, bits, numbers, at, header >>> 1)
              : unpack(in, bits, numbers, at, (header >>> 1) * 8);
    }
    return numbers;
  }

  private static int readVarint(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      byte next = in.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        break;
      }
    }
    return number;
  }

  private static int repeat(ByteBuffer in, int bits, int[] numbers, int from, int times) {
    int number = 0;
    for (int shift = 0; shift < bits; shift += 8) {
      number |= (in.get() & 0xff) << shift;
    }
    int to = Math.min(numbers.length, from + times);
    for (int i = from; i < to; i++) {
      numbers[i] = number;
    }
    return to;
  }

  /** The last group is padded to eight. */
  private static int unpack(ByteBuffer in, int bits, int[] numbers, int from, int times) {
    long held = 0;
    int heldBits = 0;
    long mask = (1L << bits) - 1;
    for (int i = 0; i < times; i++) {
      while (heldBits < bits) {
        held |= (long) (in.get() & 0xff) << heldBits;
        heldBits += 8;
      }
      if (from + i < numbers.length) {
        numbers[from + i] = (int) (held & mask);
      }
      held >>>= bits;
      heldBits -= bits;
    }
    return Math.min(numbers.length, from + times);
  }
}
