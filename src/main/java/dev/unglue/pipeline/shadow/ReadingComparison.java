package dev.unglue.pipeline.shadow;

import dev.unglue.pipeline.shadow.ReadingChange.Kind;
import dev.unglue.pipeline.shadow.ShadowReading.Cell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two readings of the same pages, page by page as they come; of a page that comes several
 * times the first is compared with the first. Only what has no counterpart yet is kept.
 */
public final class ReadingComparison {
  private static final Cell NONE = new Cell("", "", "", 0, "", "");

  /** An order that does not depend on how either reading came by them. */
  private static final Comparator<ShadowReading.Key> KEYS =
      Comparator.comparing(ShadowReading.Key::attribute)
          .thenComparing(ShadowReading.Key::subject)
          .thenComparing(ShadowReading.Key::member)
          .thenComparingInt(ShadowReading.Key::ordinal);

  private final Map<String, Deque<ShadowReading>> before = new LinkedHashMap<>();
  private final Map<String, Deque<ShadowReading>> after = new LinkedHashMap<>();
  private final List<ReadingChange> changes = new ArrayList<>();
  private int pages;

  /** Takes a page as it is read now. */
  public void before(ShadowReading page) {
    take(page, before, after, true);
  }

  /** Takes a page as it would be read. */
  public void after(ShadowReading page) {
    take(page, after, before, false);
  }

  /** True while a page waits that only the present reading has given. */
  public boolean waits() {
    return !before.isEmpty();
  }

  /** How many pages either reading has given. */
  public int pages() {
    return pages;
  }

  /**
   * All that differs, in order, once all pages are in: of a page that one reading lacks every cell.
   */
  public List<ReadingChange> finish() {
    before.values().forEach(left -> left.forEach(page -> compare(page, empty(page))));
    after.values().forEach(left -> left.forEach(page -> compare(empty(page), page)));
    before.clear();
    after.clear();
    return changes.stream().sorted(ReadingChange.ORDER).toList();
  }

  private static ShadowReading empty(ShadowReading page) {
    return new ShadowReading(page.page(), List.of());
  }

  private void take(
      ShadowReading page,
      Map<String, Deque<ShadowReading>> own,
      Map<String, Deque<ShadowReading>> others,
      boolean isBefore) {
    Deque<ShadowReading> waiting = others.get(page.page());
    if (waiting == null) {
      own.computeIfAbsent(page.page(), name -> new ArrayDeque<>()).add(page);
      return;
    }
    ShadowReading other = waiting.remove();
    if (waiting.isEmpty()) {
      others.remove(page.page());
    }
    compare(isBefore ? page : other, isBefore ? other : page);
  }

  private void compare(ShadowReading old, ShadowReading fresh) {
    pages++;
    Map<ShadowReading.Key, List<Cell>> olds = byKey(old);
    Map<ShadowReading.Key, List<Cell>> news = byKey(fresh);
    Set<ShadowReading.Key> keys = new TreeSet<>(KEYS);
    keys.addAll(olds.keySet());
    keys.addAll(news.keySet());
    for (ShadowReading.Key key : keys) {
      List<Cell> was = new ArrayList<>(olds.getOrDefault(key, List.of()));
      List<Cell> is = new ArrayList<>(news.getOrDefault(key, List.of()));
      List.copyOf(was).stream().filter(is::remove).forEach(was::remove);
      for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
        add(old.page(), key, i < was.size() ? was.get(i) : NONE, i < is.size() ? is.get(i) : NONE);
      }
    }
  }

  private static Map<ShadowReading.Key, List<Cell>> byKey(ShadowReading page) {
    Map<ShadowReading.Key, List<Cell>> cells = new LinkedHashMap<>();
    page.cells()
        .forEach(cell -> cells.computeIfAbsent(cell.key(), k -> new ArrayList<>()).add(cell));
    return cells;
  }

  private void add(String page, ShadowReading.Key key, Cell was, Cell is) {
    Kind kind =
        was.isRead()
            ? (is.isRead() ? Kind.CHANGED : Kind.LOST)
            : (is.isRead() ? Kind.NEW : Kind.STATE);
    changes.add(
        new ReadingChange(
            key.attribute(),
            page,
            key.subject(),
            key.member(),
            key.ordinal(),
            kind,
            was.equals(NONE) ? "" : was.words(),
            is.equals(NONE) ? "" : is.words()));
  }
}
