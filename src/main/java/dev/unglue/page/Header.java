package dev.unglue.page;

import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Subject;
import java.util.List;

/**
 * The columns of a table.
 *
 * @param names their names, in order; empty where nothing tells them
 * @param slices where the header prints them; empty where the table has no header
 * @param columns how many there are; 0 where nothing tells
 * @param shifted true if the empty corner was dropped
 * @param method {@code cell}, {@code title}, {@code prose}; {@code none} where nothing tells,
 *     {@code turned} where the page tells it in two ways
 */
record Header(List<String> names, List<Slice> slices, int columns, boolean shifted, String method) {
  private static final String TURNED = "turned";

  Header {
    names = List.copyOf(names);
    slices = List.copyOf(slices);
  }

  /** The same columns, of which nothing on the page tells whose they are. */
  Header nameless() {
    return new Header(List.of(), List.of(), columns, false, TURNED);
  }

  /** The names without the columns behind them that only remark on the others. */
  List<String> subjects() {
    int end = names.size();
    while (end > 2 && HeaderWords.isRemark(names.get(end - 1))) {
      end--;
    }
    return names.subList(0, end);
  }

  /**
   * The subjects of its columns, on a page about these; none where nothing names them, or where a
   * header that could not be cut names others.
   */
  List<Subject> owners(List<Subject> subjects) {
    if (names.size() == columns) {
      return subjects().stream().map(name -> owner(name, subjects)).toList();
    }
    List<String> others = subjects.stream().map(Subject::name).toList();
    boolean other = slices.size() == 1 && !HeaderReader.mayBe(slices.get(0).text(), others);
    boolean known = subjects.size() == columns && !other && !method.equals(TURNED);
    return known ? subjects : List.of();
  }

  /** Most columns name a subject as the page does; else it may be one of them in the plural. */
  private static Subject owner(String name, List<Subject> subjects) {
    for (Subject each : subjects) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    Subject named = Subject.named(name);
    return subjects.stream()
        .filter(each -> named.slug().equals(each.slug() + "s"))
        .findFirst()
        .filter(each -> !subjects.contains(named))
        .orElse(named);
  }
}
