package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Subject;
import java.util.Map;

/**
 * Where a form was found.
 *
 * @param section the part of the page that its values belong to
 * @param method how they are read: {@code sentence}, {@code list} or {@code paragraph}
 * @param bound the subjects that the heading above has named, by placeholder
 * @param place place in the list, from 1; 0 outside lists
 */
record Context(Section section, String method, Map<String, Subject> bound, int place) {
  /** The place in its list of a value that is given by its place; else 0. */
  int ordinal(Give give) {
    return give.placed() ? place : 0;
  }

  /** True if the match mentions, wherever the heading has named a subject, that very subject. */
  boolean agrees(Match match) {
    for (Map.Entry<String, Subject> each : bound.entrySet()) {
      if (match.has(each.getKey()) && !match.subjects(each.getKey()).contains(each.getValue())) {
        return false;
      }
    }
    return true;
  }
}
