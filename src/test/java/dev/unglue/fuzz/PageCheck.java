package dev.unglue.fuzz;

import dev.unglue.config.Settings;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Claim;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.page.Slice;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Span;
import dev.unglue.page.PageParser;
import dev.unglue.text.CodePoints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of every page, whatever it is; says what does not. */
final class PageCheck {
  private static final int LONGEST_KEPT = 10_000;

  /** Steps that any short page may cost: those of rows of unknown labels are bounded so. */
  private static final long LEAST_STEPS = 25_000_000;

  /** Steps by character of a longer one. */
  private static final long STEPS = 1_000;

  private final PageParser parser;
  private final PageParser other;
  private final RowOracle oracle;
  private final Set<String> labels;

  PageCheck(Settings settings) {
    this.parser = new PageParser(settings.catalogue(), settings.statements());
    this.other = new PageParser(settings.catalogue(), settings.statements());
    this.oracle = new RowOracle(settings.catalogue());
    this.labels = Set.copyOf(settings.catalogue().byLabel().keySet());
  }

  /**
   * What does not hold.
   *
   * @param rule which of the rules, for example {@code proof}
   * @param detail what was found
   */
  record Broken(String rule, String detail) {}

  /** The first rule that the page breaks; absent if all hold. */
  Optional<Broken> broken(FuzzInput input) {
    ParsedPage page;
    Steps steps = Steps.ofOnePage();
    try {
      page = parser.parse(input.capture(), steps);
    } catch (RuntimeException | StackOverflowError fault) {
      return Optional.of(new Broken("throws " + fault.getClass().getSimpleName(), trace(fault)));
    }
    CodePoints points = CodePoints.of(input.text());
    return Stream.of(
            proof(page, points),
            twice(page),
            values(page),
            account(input, page, points),
            cost(steps.cost(points.length())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A page that is read again, and by another parser, and is not the same; absent if it is. */
  Optional<Broken> changed(FuzzInput input) {
    ParsedPage page = parser.parse(input.capture());
    if (!page.equals(parser.parse(input.capture()))) {
      return Optional.of(new Broken("the same twice", page.toString()));
    }
    return page.equals(other.parse(input.capture()))
        ? Optional.empty()
        : Optional.of(new Broken("the same by another parser", page.toString()));
  }

  /** A page that costs more steps than one of its length may. */
  private static Optional<Broken> cost(Cost cost) {
    return cost.steps() > LEAST_STEPS + STEPS * cost.characters()
        ? Optional.of(new Broken("cost", cost.toString()))
        : Optional.empty();
  }

  private static String trace(Throwable fault) {
    return fault.getMessage()
        + Arrays.stream(fault.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.unglue"))
            .limit(3)
            .map(frame -> "\n    at " + frame)
            .reduce("", String::concat);
  }

  private static Optional<Broken> proof(ParsedPage page, CodePoints text) {
    for (Observation seen : page.observations()) {
      Span span = seen.span();
      if (!text.slice(span.start(), span.end()).equals(seen.rawText())) {
        return Optional.of(new Broken("proof", seen.toString()));
      }
    }
    for (Quarantined kept : page.quarantine()) {
      Span span = kept.span();
      String raw = span == null ? "" : text.slice(span.start(), span.end());
      if (!raw.startsWith(kept.rawText())
          || (raw.length() <= LONGEST_KEPT && !raw.equals(kept.rawText()))) {
        return Optional.of(new Broken("proof of what is kept", kept.toString()));
      }
    }
    return places(page).stream()
        .filter(span -> span.end() > text.length())
        .findFirst()
        .map(span -> new Broken("place", span.toString()));
  }

  private static Optional<Broken> twice(ParsedPage page) {
    Set<List<Object>> seen = new HashSet<>();
    for (Observation each : page.observations()) {
      List<Object> key =
          List.of(
              Optional.ofNullable(each.subject()),
              each.attribute(),
              each.member(),
              each.ordinal(),
              each.section(),
              each.span(),
              each.candidates());
      if (!seen.add(key)) {
        return Optional.of(new Broken("an observation twice", each.toString()));
      }
    }
    return Optional.empty();
  }

  private Optional<Broken> values(ParsedPage page) {
    for (Observation seen : page.observations()) {
      if (!seen.isValue()) {
        continue;
      }
      if (!seen.isMapped() && seen.member().isBlank()) {
        return Optional.of(new Broken("a value without label", seen.toString()));
      }
      if (seen.method().equals("none")) {
        return Optional.of(new Broken("a value of no method", seen.toString()));
      }
      if (seen.inTable() && labels.contains(Catalogue.labelKey(seen.rawText()))) {
        return Optional.of(new Broken("a label as a value", seen.toString()));
      }
    }
    return Optional.empty();
  }

  /** Each row of the page ends in a table, a statement or the quarantine. */
  private Optional<Broken> account(FuzzInput input, ParsedPage page, CodePoints points) {
    List<Span> rows = oracle.rows(input, page.named().size() >= 2);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Span> places = places(page);
    return rows.stream()
        .filter(row -> places.stream().noneMatch(row.in(points)::meets))
        .findFirst()
        .map(row -> new Broken("account", input.text().substring(row.start(), row.end())));
  }

  /** All places that the page tells of. */
  private static List<Span> places(ParsedPage page) {
    List<Span> places = new ArrayList<>();
    for (Grid grid : page.tables()) {
      add(grid.header(), places);
      for (GridRow row : grid.rows()) {
        add(List.of(row.label(), row.body()), places);
        add(row.cells(), places);
        add(row.notes(), places);
      }
    }
    page.observations().stream().map(Observation::span).forEach(places::add);
    page.claims().stream().map(Claim::span).forEach(places::add);
    page.quarantine().stream()
        .flatMap(kept -> Optional.ofNullable(kept.span()).stream())
        .forEach(places::add);
    return places;
  }

  private static void add(List<Slice> slices, List<Span> places) {
    slices.stream().map(Slice::span).forEach(places::add);
  }
}
