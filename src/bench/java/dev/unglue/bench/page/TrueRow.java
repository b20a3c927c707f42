package dev.unglue.bench.page;

import dev.unglue.model.value.Section;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.util.List;

/**
 * One subject's cell in one row, and what it says.
 *
 * @param section the part of the page
 * @param label label of the row, as printed
 * @param text the cell, as printed; {@code -} where its value is missing; empty where the page
 *     prints nothing at all
 * @param says what it says; two or more for a cell of several parts, none for an empty one
 */
record TrueRow(Section section, String label, String text, List<TrueValue> says) {
  private static final String MISSING = "-";

  TrueRow {
    says = List.copyOf(says);
  }

  /**
   * A part of what a cell says.
   *
   * @param attribute id of the attribute
   * @param member part of the attribute; empty where it has none
   * @param value plain number or name
   */
  record TrueValue(String attribute, String member, String value) {}

  /** A cell that holds one value. */
  static TrueRow of(Section section, String label, String text, String attribute, String value) {
    return new TrueRow(section, label, text, List.of(new TrueValue(attribute, "", value)));
  }

  /** A cell that holds one name. */
  static TrueRow name(Section section, String label, String attribute, String name) {
    return of(section, label, name, attribute, name);
  }

  /** The cell with the missing mark. */
  TrueRow missing() {
    return new TrueRow(section, label, MISSING, says);
  }

  /** The cell with nothing in it, which says nothing. */
  TrueRow empty() {
    return new TrueRow(section, label, "", List.of());
  }

  boolean isMissing() {
    return text.equals(MISSING);
  }

  /** What the cell says of {@code subject}. */
  List<Truth> truths(String subject) {
    String slug = Subject.slugOf(subject);
    return isMissing()
        ? says.stream()
            .map(part -> part.attribute())
            .distinct()
            .map(id -> new Truth(slug, section, id, "", 0, State.MISSING, ""))
            .toList()
        : says.stream()
            .map(
                part ->
                    new Truth(
                        slug,
                        section,
                        part.attribute(),
                        part.member(),
                        0,
                        State.VALUE,
                        part.value()))
            .toList();
  }
}
