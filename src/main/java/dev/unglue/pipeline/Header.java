package dev.unglue.pipeline;

import dev.unglue.model.Slice;
import dev.unglue.model.Subject;
import java.util.List;

/**
 * The columns of a table.
 *
 * @param names their names, in order; empty where nothing tells them
 * @param slices where the header prints them; empty where the table has no header
 * @param columns how many there are; 0 where nothing tells
 * @param shifted true if the empty corner was dropped
 * @param method {@code cell}, {@code title}, {@code prose}; {@code none} where nothing tells
 */
record Header(List<String> names, List<Slice> slices, int columns, boolean shifted, String method) {
  Header {
    names = List.copyOf(names);
    slices = List.copyOf(slices);
  }

  /** The subjects of its columns, on a page about these; none where nothing names them. */
  List<Subject> owners(List<Subject> subjects) {
    if (names.size() == columns) {
      return names.stream().map(Subject::named).toList();
    }
    return subjects.size() == columns ? subjects : List.of();
  }
}
