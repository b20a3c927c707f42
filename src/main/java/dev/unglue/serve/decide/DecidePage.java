package dev.unglue.serve.decide;

import dev.unglue.config.DecisionsFile;
import dev.unglue.config.yaml.ConfigException;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.value.Signature;
import dev.unglue.pipeline.store.CaptureReading.Read;
import dev.unglue.pipeline.store.DecideJob;
import dev.unglue.serve.http.Params;
import dev.unglue.serve.http.RefusedException;
import dev.unglue.serve.http.Request;
import dev.unglue.serve.http.Response;
import dev.unglue.serve.page.CaptureText;
import dev.unglue.serve.page.DecidedCaptures;
import dev.unglue.serve.page.GridView.ReadingView;
import dev.unglue.serve.page.MarkedText;
import dev.unglue.serve.page.MissedForm;
import dev.unglue.serve.page.Sheet;
import dev.unglue.serve.page.View;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.row.UndecidedRow;
import dev.unglue.store.site.FlagQuery;
import dev.unglue.store.site.FlagSearch;
import dev.unglue.store.site.PageCaptures;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row in doubt, with the page beside it.
 *
 * @param waiting how many rows wait
 * @param asked the row; absent where none waits
 * @param who who decided last in this browser
 * @param why why
 * @param wide true if the last decision held for the subjects
 * @param last the last decision of that person, which can be taken back; empty for none
 * @param missed by which a value is stated that was missed on the page; absent where no row waits
 * @param problem why the last answer was not kept; empty where it was
 */
public record DecidePage(
    int waiting,
    @Nullable Asked asked,
    String who,
    String why,
    boolean wide,
    String last,
    @Nullable MissedForm missed,
    String problem) {
  private static final int MOST_READINGS = 9;
  private static final int MOST_FLAGS = 20;

  /**
   * A row that is asked for.
   *
   * @param id its short name
   * @param next that of the next one
   * @param number its place among those that wait
   * @param page the page
   * @param sha256 hash of the capture
   * @param at where it stands there, {@code start-end}
   * @param subjects whom its columns are about
   * @param title of the attribute, or the label that nobody knows
   * @param unit of its numbers
   * @param text as it is printed
   * @param readings how it can be read
   * @param lines the text of the page; empty where it is gone
   * @param cells how many cells it settles itself
   * @param doubts what else of these subjects is in doubt
   * @param flags the flags on it
   */
  public record Asked(
      String id,
      String next,
      int number,
      String page,
      String sha256,
      String at,
      List<String> subjects,
      String title,
      String unit,
      String text,
      List<ReadingView> readings,
      List<MarkedText.Line> lines,
      int cells,
      PageCaptures.Doubts doubts,
      List<FlagAsked> flags) {}

  /**
   * A flag that may be accepted.
   *
   * @param id its short name
   * @param flag the flag
   */
  public record FlagAsked(String id, FlagRow flag) {}

  // --- showing --------------------------------------------------------------------------------

  /** The view of the row that is asked for, or of the first that waits. */
  public static View view(DecisionDesk desk, Request request) {
    return view(desk, request, request.query().first("row"), "");
  }

  private static View view(DecisionDesk desk, Request request, String id, String problem) {
    Decisions kept = desk.kept();
    List<UndecidedRow> all = desk.waiting(kept);
    List<UndecidedRow> turned = DecisionDesk.from(all, id);
    Decider decider = Decider.of(request);
    DecidedCaptures reading = desk.reading();
    Optional<UndecidedRow> row = turned.stream().findFirst();
    Optional<Read> read = row.flatMap(asked -> reading.read(asked.at()));
    DecidePage page =
        new DecidePage(
            all.size(),
            turned.isEmpty() ? null : asked(desk, all, turned, read),
            decider.who(),
            decider.why(),
            decider.wide(),
            desk.last(decider.who(), kept).map(DecidePage::words).orElse(""),
            row.map(asked -> reading.missed(asked.at().page(), asked.at().rawSha256(), read))
                .orElse(null),
            problem);
    return new View("decide.peb", "Decide", page, sheet(all));
  }

  private static String words(RowDecision decision) {
    return String.join(" | ", decision.cells());
  }

  private static Asked asked(
      DecisionDesk desk, List<UndecidedRow> all, List<UndecidedRow> turned, Optional<Read> read) {
    UndecidedRow row = turned.get(0);
    Optional<Attribute> attribute = desk.attribute(row.attribute());
    return new Asked(
        DecisionDesk.id(DecisionDesk.key(row)),
        DecisionDesk.id(DecisionDesk.key(turned.get(turned.size() > 1 ? 1 : 0))),
        all.indexOf(row) + 1,
        row.at().page(),
        row.at().rawSha256(),
        row.at().start() + "-" + row.at().end(),
        row.subjects(),
        row.label().isEmpty()
            ? attribute.map(Attribute::title).orElse(row.attribute())
            : row.label(),
        attribute.map(Attribute::unit).orElse(""),
        row.text(),
        DecideJob.readings(read.map(found -> found.result().page()), row).stream()
            .limit(MOST_READINGS)
            .map(ReadingView::of)
            .toList(),
        read.map(found -> CaptureText.of(found, row.at().start())).orElse(List.of()),
        row.subjects().size(),
        new PageCaptures(desk.file()).doubts(row.subjects(), row.attribute()),
        flags(desk, row));
  }

  private static List<FlagAsked> flags(DecisionDesk desk, UndecidedRow row) {
    return new FlagSearch(desk.file())
        .rows(FlagQuery.ofPage(row.at().page(), MOST_FLAGS)).stream()
            .filter(flag -> meets(flag.here(), row.at()))
            .map(flag -> new FlagAsked(DecisionDesk.id(flag), flag))
            .toList();
  }

  private static boolean meets(FlagRow.@Nullable Place flagged, FlagRow.Place row) {
    return flagged != null
        && flagged.rawSha256().equals(row.rawSha256())
        && flagged.start() < row.end()
        && row.start() < flagged.end();
  }

  private static Sheet sheet(List<UndecidedRow> rows) {
    return new Sheet(
        List.of("page", "raw_sha256", "subject", "attribute", "member", "found"),
        rows.stream()
            .map(
                row ->
                    List.<Object>of(
                        row.at().page(),
                        row.at().rawSha256(),
                        String.join(" | ", row.subjects()),
                        row.attribute(),
                        row.label(),
                        row.text()))
            .toList());
  }

  // --- answers --------------------------------------------------------------------------------

  /**
   * Keeps the answer of a form.
   *
   * @param print prints the same row again, where the answer does not fit
   */
  public static Response answer(
      DecisionDesk desk, Request request, Function<View, Response> print) {
    Params form = request.form();
    String who = form.first("who");
    if (form.first("answer").equals("u")) {
      Optional<RowDecision> back = desk.takeLastBack(Decider.of(request).who());
      return Response.seeOther(
          "/decide" + back.map(each -> "?row=" + DecisionDesk.id(each.key())).orElse(""));
    }
    UndecidedRow row = row(desk, form.first("row"));
    boolean wide = form.first("scope").equals("subject");
    try {
      Decisions decisions = decisions(desk, row, form, wide);
      desk.keep(decisions);
    } catch (ConfigException e) {
      return print.apply(view(desk, request, form.first("row"), String.valueOf(e.getMessage())));
    }
    return Response.seeOther("/decide?row=" + Params.encoded(form.first("next")))
        .with("Set-Cookie", new Decider(who, form.first("why"), wide).cookie());
  }

  private static UndecidedRow row(DecisionDesk desk, String id) {
    return desk.waiting(desk.kept()).stream()
        .filter(each -> DecisionDesk.id(DecisionDesk.key(each)).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedException.of(
                    409,
                    "No longer open",
                    "expected a row that waits, found one that somebody has decided, or that the last run has changed; nothing was kept, go on at /decide"));
  }

  private static Decisions decisions(
      DecisionDesk desk, UndecidedRow row, Params form, boolean wide) {
    Signature by = desk.signature(form.first("who"), form.first("why"));
    String answer = form.first("answer");
    if (answer.startsWith("flag ")) {
      List<FlagRow> flags =
          flags(desk, row).stream()
              .filter(asked -> asked.id().equals(answer.substring(5)))
              .map(FlagAsked::flag)
              .toList();
      return new Decisions(
          List.of(), flags.stream().map(flag -> DecisionDesk.decision(flag, by)).toList());
    }
    List<String> cells = cells(desk, row, answer, form.first("cells"));
    if (cells.size() != row.subjects().size()) {
      throw RefusedException.of(
          422,
          "That does not fit",
          "expected %d cells with | between them, found \"%.80s\"; nothing was kept"
              .formatted(row.subjects().size(), form.first("cells")));
    }
    return new Decisions(List.of(DecisionDesk.decision(row, cells, wide, by)), List.of());
  }

  private static List<String> cells(
      DecisionDesk desk, UndecidedRow row, String answer, String typed) {
    if (!answer.matches("[1-9]")) {
      return DecisionsFile.cells(typed);
    }
    List<Reading> readings =
        DecideJob.readings(desk.reading().read(row.at()).map(read -> read.result().page()), row);
    return IntStream.of(Integer.parseInt(answer) - 1)
        .filter(i -> i < readings.size())
        .mapToObj(i -> readings.get(i).texts())
        .findFirst()
        .orElse(List.of());
  }
}
