package dev.unglue.serve.page;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.store.CaptureReading.Read;
import dev.unglue.serve.http.Params;
import dev.unglue.serve.http.RefusedException;
import dev.unglue.serve.page.GridView.CellView;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.site.FlagQuery;
import dev.unglue.store.site.FlagSearch;
import dev.unglue.store.site.PageCaptures;
import dev.unglue.store.site.PageCaptures.Outcome;
import dev.unglue.store.site.PageCaptures.Stored;
import dev.unglue.store.site.PublishedFile;
import java.util.List;
import java.util.Optional;

/**
 * A page beside what was read of it.
 *
 * @param page what people call it
 * @param shown the capture that is shown
 * @param captures all that are stored
 * @param outcomes what became of it, night by night
 * @param present false if its raw file is gone, or cannot be read
 * @param subjects whom it is about
 * @param lines its text
 * @param grids its tables, so much of them as is shown
 * @param paging which rows of them are shown
 * @param others what was read outside of tables, those that are shown
 * @param other how many there are
 * @param notes what was noted while it was read
 * @param unread what nothing could be made of
 * @param fresh flags that reading it raises now
 * @param flags flags that are stored of it, other pages among them
 * @param missed by which a value is stated that was missed
 */
public record CapturePage(
    String page,
    Stored shown,
    List<Stored> captures,
    List<Outcome> outcomes,
    boolean present,
    List<String> subjects,
    List<MarkedText.Line> lines,
    List<GridView> grids,
    Paging paging,
    List<Said> others,
    int other,
    List<String> notes,
    List<Unfit> unread,
    List<FlagAt> fresh,
    List<FlagRow> flags,
    MissedForm missed) {
  private static final int MOST_SAID = 80;
  private static final int MOST_FLAGS = 25;

  /**
   * What a sentence or a list says.
   *
   * @param subject about whom; empty for the page
   * @param attribute id of the attribute
   * @param member part of it
   * @param value as it was read
   * @param cell where it stands
   */
  public record Said(
      String subject, String attribute, String member, String value, CellView cell) {}

  /**
   * What could not be read.
   *
   * @param reason code
   * @param message one sentence
   * @param span its place; empty for the whole page
   */
  public record Unfit(String reason, String message, String span) {}

  /**
   * A flag with its place.
   *
   * @param rule id of its rule
   * @param severity its severity
   * @param message one sentence
   * @param span where the value stands; empty for the whole page
   */
  public record FlagAt(String rule, String severity, String message, String span) {}

  /** The view of the page that is asked for, of its latest capture unless another is named. */
  public static View view(PublishedFile file, DecidedCaptures reading, Params asked) {
    String page = asked.first("page");
    PageCaptures stored = new PageCaptures(file);
    List<Stored> captures = stored.captures(page);
    if (captures.isEmpty()) {
      throw RefusedException.of(
          404,
          "No such page",
          "expected a page that is stored, found \"%.200s\"; a subject leads to its pages"
              .formatted(page));
    }
    Stored shown =
        captures.stream()
            .filter(each -> each.sha256().equals(asked.first("sha")))
            .findFirst()
            .orElse(captures.get(0));
    Optional<Read> read = reading.read(place(page, shown));
    List<FlagRow> flags = new FlagSearch(file).rows(FlagQuery.ofPage(page, MOST_FLAGS));
    MissedForm missed = reading.missed(page, shown.sha256(), read);
    CapturePage view =
        read.map(found -> of(asked, shown, captures, stored.outcomes(page), found, flags, missed))
            .orElseGet(() -> gone(page, shown, captures, stored.outcomes(page), flags, missed));
    return new View("page.peb", page, view, sheet(page, read));
  }

  private static FlagRow.Place place(String page, Stored at) {
    return new FlagRow.Place(page, at.rawPath(), at.rawOffset(), at.sha256(), 0, 0);
  }

  private static CapturePage of(
      Params asked,
      Stored shown,
      List<Stored> captures,
      List<Outcome> outcomes,
      Read read,
      List<FlagRow> flags,
      MissedForm missed) {
    ParsedPage parsed = read.result().page();
    int place = asked.number("text", number(asked.first("at")), 0, Integer.MAX_VALUE);
    GridPart part = GridPart.of(parsed.tables().stream().map(GridView::of).toList(), asked, place);
    List<Observation> said =
        parsed.observations().stream().filter(cell -> !cell.inTable()).toList();
    return new CapturePage(
        asked.first("page"),
        shown,
        captures,
        outcomes,
        true,
        parsed.subjects().stream().map(subject -> subject.name()).toList(),
        CaptureText.of(read, place > 0 ? place : part.start()),
        part.grids(),
        part.paging(),
        said.stream().limit(MOST_SAID).map(CapturePage::said).toList(),
        said.size(),
        parsed.notes(),
        parsed.quarantine().stream().limit(MOST_FLAGS).map(CapturePage::unfit).toList(),
        read.result().flags().stream().limit(MOST_FLAGS).map(CapturePage::flagAt).toList(),
        flags,
        missed);
  }

  /** The first place of {@code 120-127}; 0 for none. */
  private static int number(String place) {
    return place.matches("[0-9]{1,9}-[0-9]{1,9}")
        ? Integer.parseInt(place.substring(0, place.indexOf('-')))
        : 0;
  }

  private static CapturePage gone(
      String page,
      Stored shown,
      List<Stored> captures,
      List<Outcome> outcomes,
      List<FlagRow> flags,
      MissedForm missed) {
    return new CapturePage(
        page,
        shown,
        captures,
        outcomes,
        false,
        List.of(),
        List.of(),
        List.of(),
        Paging.NONE,
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of(),
        flags,
        missed);
  }

  private static Said said(Observation cell) {
    Subject subject = cell.subject();
    String place = cell.ordinal() > 0 ? "#" + cell.ordinal() + " " : "";
    return new Said(
        subject == null ? "" : subject.name(),
        cell.attribute(),
        (place + cell.member()).strip(),
        cell.value().isEmpty() ? cell.state().id() : cell.value(),
        new CellView(cell.rawText(), GridView.place(cell.span())));
  }

  private static Unfit unfit(Quarantined part) {
    Span span = part.span();
    return new Unfit(part.reason(), part.message(), span == null ? "" : GridView.place(span));
  }

  private static FlagAt flagAt(Flag flag) {
    Span span = flag.origins().isEmpty() ? null : flag.origins().get(0).span();
    return new FlagAt(
        flag.rule(),
        flag.severity().id(),
        flag.message(),
        span == null ? "" : GridView.place(span));
  }

  private static Sheet sheet(String page, Optional<Read> read) {
    return new Sheet(
        List.of(
            "page",
            "subject",
            "attribute",
            "member",
            "ordinal",
            "state",
            "value",
            "raw_text",
            "raw_start",
            "raw_end",
            "method"),
        read.map(found -> found.result().page().observations()).orElse(List.of()).stream()
            .map(
                cell -> {
                  Subject subject = cell.subject();
                  return List.<Object>of(
                      page,
                      subject == null ? "" : subject.name(),
                      cell.attribute(),
                      cell.member(),
                      cell.ordinal(),
                      cell.state().id(),
                      cell.value(),
                      cell.rawText(),
                      cell.span().start(),
                      cell.span().end(),
                      cell.method());
                })
            .toList());
  }
}
