package dev.unglue.page;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.normalize.CellForms;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Values that people have found on a page and no reader has. One counts if the text that they saw
 * stands at its place still, and has the form of its attribute.
 *
 * @param catalogue its attributes
 */
record StatedValues(Catalogue catalogue) {
  /** What they say of the capture, whose lines are {@code text}. */
  List<Mention> read(
      List<ValueDecision> decisions, Capture capture, PageText text, List<Subject> subjects) {
    return decisions.stream()
        .filter(each -> each.rawSha256().equals(capture.ref().rawSha256()))
        .flatMap(
            each ->
                textAt(each.place(), capture.text(), text)
                    .filter(found -> isSame(found.text(), each.text()))
                    .stream()
                    .flatMap(found -> mentions(each, found, subjects)))
        .toList();
  }

  /** What a reader sees there; absent where no line holds the place. */
  private static Optional<SourceText> textAt(Span points, String capture, PageText text) {
    if (points.end() > CodePoints.length(capture)) {
      return Optional.empty();
    }
    int start = capture.offsetByCodePoints(0, points.start());
    Span place = new Span(start, capture.offsetByCodePoints(start, points.length()));
    return text.lines().stream()
        .map(Line::text)
        .filter(line -> line.span().meets(place))
        .map(line -> line.within(place))
        .filter(found -> found.span().equals(place))
        .findFirst();
  }

  private static boolean isSame(String found, String stated) {
    return Whitespace.remove(found).equals(Whitespace.remove(stated));
  }

  private Stream<Mention> mentions(ValueDecision stated, SourceText found, List<Subject> known) {
    Optional<Subject> subject = subject(stated, known);
    Optional<Attribute> attribute = catalogue.attribute(stated.attribute());
    if (subject.isEmpty() || attribute.isEmpty()) {
      return Stream.empty();
    }
    return CellForms.of(attribute.get(), catalogue).read(found.text()).stream()
        .filter(part -> part.part() == attribute.get().part())
        .map(part -> mention(stated, subject.get(), attribute.get(), part, found));
  }

  /** Whom it is about; where the page tells that, it must be one of those. */
  private static Optional<Subject> subject(ValueDecision stated, List<Subject> known) {
    String slug = Subject.slugOf(stated.subject());
    return known.isEmpty()
        ? Optional.of(Subject.named(stated.subject()))
        : known.stream().filter(each -> each.slug().equals(slug)).findFirst();
  }

  private static Mention mention(
      ValueDecision stated, Subject subject, Attribute attribute, CellPart part, SourceText found) {
    return new Mention(
        subject,
        attribute.id(),
        part.member().isEmpty() ? stated.member() : part.member(),
        0,
        attribute.sections().get(0),
        found,
        part.value(),
        RowDecision.METHOD);
  }
}
