package dev.unglue.extract.statement;

import dev.unglue.model.Section;
import dev.unglue.model.Subject;
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
  /** True if the match mentions, wherever the heading has named a subject, that very subject. */
  boolean agrees(Match match) {
    return bound.entrySet().stream()
        .filter(entry -> match.has(entry.getKey()))
        .allMatch(entry -> match.subjects(entry.getKey()).contains(entry.getValue()));
  }
}
