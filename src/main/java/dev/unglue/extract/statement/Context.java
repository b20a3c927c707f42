package dev.unglue.extract.statement;

import dev.unglue.extract.statement.PageStatements.Choice;
import dev.unglue.extract.statement.PageStatements.Open;
import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.page.Mention;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a form was found.
 *
 * @param section the part of the page that its values belong to
 * @param method how they are read: {@code sentence}, {@code list} or {@code paragraph}
 * @param bound the subjects that the heading above has named, by placeholder
 * @param place place in the list, from 1; 0 outside lists
 */
record Context(Section section, String method, Map<String, Subject> bound, int place) {
  /** A value that stands here. */
  Mention mention(Optional<Subject> subject, Give give, int ordinal, SourceText raw, Choice read) {
    Subject whose = subject.orElse(null);
    String value = read.value();
    return new Mention(
        whose, give.attribute(), read.member(), ordinal, section, raw, value, method);
  }

  /** A value that stands here and can be read in several ways. */
  Open open(Subject subject, Give give, int ordinal, SourceText raw, List<Choice> choices) {
    return new Open(subject, give.attribute(), ordinal, section, raw, choices, method);
  }

  /** The place in its list of a value that is given by its place; else 0. */
  int ordinal(Give give) {
    return give.placed() ? place : 0;
  }

  /** True if the match mentions, wherever the heading has named a subject, that very subject. */
  boolean agrees(Match match) {
    return bound.entrySet().stream()
        .filter(entry -> match.has(entry.getKey()))
        .allMatch(entry -> match.subjects(entry.getKey()).contains(entry.getValue()));
  }
}
