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
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Markup;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts together what was read of one page. */
record PageBuilder(Capture capture, PageKind kind, List<Subject> subjects, List<String> named) {
  private static final int LONGEST_RAW = 10_000;
  private static final String UPDATED_ON = "updated_on";

  /** The capture, dated by the page's own date line if it has no date of its own. */
  static Capture dated(Capture capture, List<Observation> observations) {
    if (capture.ref().capturedAt() != null) {
      return capture;
    }
    for (Observation seen : observations) {
      if (seen.attribute().equals(UPDATED_ON) && seen.section() == Section.PAGE && seen.isValue()) {
        return new Capture(dated(capture.ref(), seen), capture.text(), capture.notes());
      }
    }
    return capture;
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
    boolean same = points.length() == capture.text().length(); // as on nearly every page
    List<Observation> placed =
        same ? observations : observations.stream().map(seen -> seen.moved(counted)).toList();
    List<Quarantined> quarantined = quarantine(placed);
    unread.forEach(each -> quarantined.add(quarantined(each, counted)));
    return new ParsedPage(
        capture.ref(),
        kind,
        layout(grids),
        subjects,
        named,
        placed,
        same ? claims : claims.stream().map(claim -> claim.moved(counted)).toList(),
        same ? grids : grids.stream().map(grid -> grid.moved(counted)).toList(),
        quarantined,
        notes,
        canonical);
  }

  private String layout(List<Grid> grids) {
    if (grids.isEmpty()) {
      return capture.ref().mediaType().equals("text/html") ? "html" : "text";
    }
    Layout first = grids.get(0).layout();
    return grids.stream().allMatch(grid -> grid.layout() == first) ? first.id() : "mixed";
  }

  private List<Quarantined> quarantine(List<Observation> observations) {
    Map<Span, Quarantined> rows = new LinkedHashMap<>();
    for (Observation seen : observations) {
      if (seen.state() == State.UNPARSED) {
        rows.computeIfAbsent(seen.span(), place -> quarantined(seen));
      }
    }
    return new ArrayList<>(rows.values());
  }

  private Quarantined quarantined(Observation seen) {
    boolean unknown = seen.attribute().equals(Observation.UNMAPPED);
    boolean unnamed = unknown && seen.member().isEmpty();
    String raw = seen.rawText();
    String what =
        unnamed
            ? "a row without a label"
            : unknown ? "the unknown label \"" + seen.member() + "\"" : seen.attribute();
    String why =
        "no reading fits: expected %s for %s, found \"%s\""
            .formatted(
                subjects.size() < 2 ? "a value" : subjects.size() + " values",
                what,
                CodePoints.cut(Markup.shown(raw, capture.ref().mediaType()), 80));
    String rule = unnamed ? Unread.ROW : unknown ? "label_unknown" : "split_impossible";
    return quarantined(rule, why, raw, seen.span());
  }

  private Quarantined quarantined(Unread unread, UnaryOperator<Span> counted) {
    Span place = counted.apply(unread.span());
    String raw = capture.text().substring(unread.span().start(), unread.span().end());
    return quarantined(unread.rule(), unread.why(), raw, place);
  }

  private Quarantined quarantined(String rule, String why, String raw, Span place) {
    String page = capture.ref().page();
    String message =
        "%s, at %s %d..%d; kept as it came".formatted(why, page, place.start(), place.end());
    String kept = raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW);
    return new Quarantined(page, rule, message, kept, place);
  }
}
