package dev.unglue.page;

import dev.unglue.extract.statement.PageStatements;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Claim;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Markup;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what was read of one page. */
record PageBuilder(Capture capture, PageKind kind, List<Subject> subjects, List<String> named) {
  private static final int LONGEST_RAW = 10_000;
  private static final String UPDATED_ON = "updated_on";

  /** The capture, dated by the page's own date line if it has no date of its own. */
  static Capture dated(Capture capture, List<Observation> observations) {
    if (capture.ref().capturedAt() != null) {
      return capture;
    }
    return observations.stream()
        .filter(seen -> seen.attribute().equals(UPDATED_ON) && seen.section() == Section.PAGE)
        .filter(seen -> seen.state() == State.VALUE)
        .findFirst()
        .map(seen -> new Capture(dated(capture.ref(), seen), capture.text(), capture.notes()))
        .orElse(capture);
  }

  private static CaptureRef dated(CaptureRef ref, Observation seen) {
    return new CaptureRef(
        ref.source(),
        ref.page(),
        ref.url(),
        LocalDate.parse(seen.value()).atStartOfDay(ZoneOffset.UTC).toInstant(),
        ref.rawSha256(),
        ref.mediaType(),
        ref.rawPath(),
        ref.rawOffset(),
        ref.truncated());
  }

  /** An ambiguous observation of a value in prose or a list that can be read in two ways. */
  static Observation observation(PageStatements.Open open, String capture) {
    double each = 1.0 / Math.max(1, open.choices().size());
    List<Candidate> candidates =
        open.choices().stream()
            .map(
                choice ->
                    new Candidate(choice.value(), each, List.of(choice.member(), choice.value())))
            .toList();
    return new Observation(
        open.subject(),
        open.attribute(),
        "",
        open.ordinal(),
        open.section(),
        State.AMBIGUOUS,
        null,
        null,
        capture.substring(open.raw().span().start(), open.raw().span().end()),
        open.raw().span(),
        open.method(),
        0,
        candidates,
        null);
  }

  ParsedPage build(
      List<Observation> observations,
      List<Claim> claims,
      List<Grid> grids,
      List<Unread> unread,
      List<String> notes,
      String canonical) {
    CodePoints points = CodePoints.of(capture.text());
    UnaryOperator<Span> counted = span -> span.in(points);
    List<Observation> placed = observations.stream().map(seen -> seen.moved(counted)).toList();
    return new ParsedPage(
        capture.ref(),
        kind,
        layout(grids),
        subjects,
        named,
        placed,
        claims.stream().map(claim -> claim.moved(counted)).toList(),
        grids.stream().map(grid -> grid.moved(counted)).toList(),
        Stream.concat(
                quarantine(placed).stream(),
                unread.stream().map(each -> quarantined(each, counted)))
            .toList(),
        notes,
        canonical);
  }

  private String layout(List<Grid> grids) {
    Set<String> layouts = grids.stream().map(g -> g.layout().id()).collect(Collectors.toSet());
    if (layouts.isEmpty()) {
      return capture.ref().mediaType().equals("text/html") ? "html" : "text";
    }
    return layouts.size() == 1 ? layouts.iterator().next() : "mixed";
  }

  private List<Quarantined> quarantine(List<Observation> observations) {
    Map<Object, Quarantined> rows = new LinkedHashMap<>();
    observations.stream()
        .filter(seen -> seen.state() == State.UNPARSED)
        .forEach(seen -> rows.putIfAbsent(seen.span(), quarantined(seen)));
    return List.copyOf(rows.values());
  }

  private Quarantined quarantined(Observation seen) {
    boolean unknown = seen.attribute().equals(Observation.UNMAPPED);
    boolean unnamed = unknown && seen.member().isEmpty();
    String raw = seen.rawText();
    String what =
        unnamed
            ? "a row without a label"
            : unknown ? "the unknown label \"" + seen.member() + "\"" : seen.attribute();
    String message =
        "no reading fits: expected %s for %s, found \"%s\", at %s %d..%d; kept as it came"
            .formatted(
                subjects.size() < 2 ? "a value" : subjects.size() + " values",
                what,
                CodePoints.cut(Markup.shown(raw, capture.ref().mediaType()), 80),
                capture.ref().page(),
                seen.span().start(),
                seen.span().end());
    return new Quarantined(
        capture.ref().page(),
        unnamed ? Unread.ROW : unknown ? "label_unknown" : "split_impossible",
        message,
        cut(raw),
        seen.span());
  }

  private Quarantined quarantined(Unread unread, UnaryOperator<Span> counted) {
    Span place = counted.apply(unread.span());
    String raw = capture.text().substring(unread.span().start(), unread.span().end());
    String message =
        "%s, at %s %d..%d; kept as it came"
            .formatted(unread.why(), capture.ref().page(), place.start(), place.end());
    return new Quarantined(capture.ref().page(), unread.rule(), message, cut(raw), place);
  }

  private static String cut(String raw) {
    return raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW);
  }
}
