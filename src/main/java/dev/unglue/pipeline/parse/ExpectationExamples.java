package dev.unglue.pipeline.parse;

import dev.unglue.config.ExpectationEntry;
import dev.unglue.config.ExpectationEntry.Example;
import dev.unglue.config.yaml.Problems;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.normalize.CellForms;
import dev.unglue.validate.ExpectationRule;
import dev.unglue.validate.rule.CheckedPage;
import dev.unglue.validate.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the examples that stand beside an expectation.
 *
 * @param catalogue the attributes
 * @param problems where it goes what does not hold
 */
record ExpectationExamples(Catalogue catalogue, Problems problems) {
  private static final CaptureRef REF =
      new CaptureRef("", "the example", null, null, "", "text/plain", "", 0, null);

  void run(ExpectationEntry entry) {
    Rule<CheckedPage> rule = ExpectationRule.of(entry.expectation());
    for (Example example : entry.examples()) {
      Optional<ParsedPage> page = page(entry, example);
      if (page.isPresent()) {
        List<Flag> flags = rule.outcome(CheckedPage.of(page.get()), REF.page(), catalogue).flags();
        if (flags.isEmpty() == example.flagged()) {
          problem(
              entry,
              example,
              example.flagged()
                  ? "the example is to be flagged, and passes"
                  : "the example is to pass, and is flagged: " + flags.get(0).message());
        }
      }
    }
  }

  private void problem(ExpectationEntry entry, Example example, String message) {
    problems.add(
        entry.entry().file(),
        example.line(),
        "expectations." + entry.expectation().id() + ".examples",
        message);
  }

  /** The rows as one page, a subject each; absent where a value is none. */
  private Optional<ParsedPage> page(ExpectationEntry entry, Example example) {
    List<Subject> subjects = new ArrayList<>();
    List<Observation> cells = new ArrayList<>();
    boolean good = true;
    for (Map<String, String> row : example.rows()) {
      Subject subject = Subject.named("Row " + (subjects.size() + 1));
      subjects.add(subject);
      for (Map.Entry<String, String> cell : row.entrySet()) {
        Optional<Observation> seen = cell(subject, cell.getKey(), cell.getValue());
        if (seen.isEmpty()) {
          good = false;
          problem(
              entry,
              example,
              "expected an attribute of attributes.yaml and a value of it, found %s: \"%.80s\""
                  .formatted(cell.getKey(), cell.getValue()));
        } else {
          cells.add(seen.get());
        }
      }
    }
    return good
        ? Optional.of(
            new ParsedPage(
                REF,
                PageKind.COMPARISON,
                "html",
                subjects,
                List.of(),
                cells,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ""))
        : Optional.empty();
  }

  private Optional<Observation> cell(Subject subject, String id, String text) {
    Optional<Attribute> found = catalogue.attribute(id);
    if (found.isPresent() && catalogue.missing().contains(text)) {
      return Optional.of(observation(subject, id, State.MISSING, text, Optional.empty()));
    }
    return found
        .flatMap(attribute -> part(attribute, text))
        .map(part -> observation(subject, id, State.VALUE, text, Optional.of(part)));
  }

  /** The value as a page would print it. */
  private Optional<CellPart> part(Attribute attribute, String text) {
    Optional<CellPart> printed =
        CellForms.of(attribute, catalogue).read(text).stream()
            .filter(part -> part.part() == attribute.part())
            .findFirst();
    return printed.or(() -> plain(attribute, text));
  }

  /** The value alone, as the results hold it. */
  private static Optional<CellPart> plain(Attribute attribute, String text) {
    if (!attribute.isNumber()) {
      return Optional.of(new CellPart(attribute.part(), "", null, text, 0, text.length()));
    }
    return text.matches("-?[0-9]+(\\.[0-9]+)?")
        ? Optional.of(
            new CellPart(attribute.part(), "", new BigDecimal(text), null, 0, text.length()))
        : Optional.empty();
  }

  private static Observation observation(
      Subject subject, String id, State state, String text, Optional<CellPart> part) {
    return new Observation(
        subject,
        id,
        part.map(CellPart::member).orElse(""),
        0,
        Section.PAGE,
        state,
        part.map(CellPart::number).orElse(null),
        part.map(CellPart::text).orElse(null),
        text,
        new Span(0, text.length()),
        "cell",
        1,
        List.of(),
        Layout.HTML);
  }
}
