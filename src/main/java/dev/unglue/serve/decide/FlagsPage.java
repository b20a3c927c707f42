package dev.unglue.serve.decide;

import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.value.Signature;
import dev.unglue.serve.http.Params;
import dev.unglue.serve.http.RefusedException;
import dev.unglue.serve.http.Request;
import dev.unglue.serve.http.Response;
import dev.unglue.serve.page.Paging;
import dev.unglue.serve.page.Sheet;
import dev.unglue.serve.page.View;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.site.FlagQuery;
import dev.unglue.store.site.FlagSearch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What does not agree.
 *
 * @param query what is looked for
 * @param found what was found, by group
 * @param rows the flags that are shown
 * @param rules all rules
 * @param sources all sources
 * @param paging which of them are shown
 * @param who who decided last in this browser
 */
public record FlagsPage(
    FlagQuery query,
    FlagSearch.Found found,
    List<Row> rows,
    List<String> rules,
    List<String> sources,
    Paging paging,
    String who) {
  private static final int ROWS = 50;
  private static final int MOST_ROWS = 5_000;

  /**
   * A flag.
   *
   * @param id its short name
   * @param flag the flag
   * @param accepted true if somebody has accepted it since the last run
   */
  public record Row(String id, FlagRow flag, boolean accepted) {}

  /** The view of the flags that are asked for. */
  public static View view(DecisionDesk desk, Request request, boolean whole) {
    FlagSearch search = new FlagSearch(desk.file());
    Params asked = request.query();
    FlagQuery query = query(asked, whole);
    FlagSearch.Found found = search.find(query);
    Set<String> accepted =
        desk.kept().flags().stream().map(FlagDecision::key).collect(Collectors.toSet());
    FlagsPage page =
        new FlagsPage(
            query,
            found,
            found.rows().stream().map(flag -> row(flag, accepted)).toList(),
            search.rules(),
            search.sources(),
            Paging.of("/flags", asked, query.offset(), found.rows().size(), ROWS, found.all()),
            Decider.of(request).who());
    return new View("flags.peb", "Flags", page, sheet(found.rows()));
  }

  private static Row row(FlagRow flag, Set<String> accepted) {
    return new Row(DecisionDesk.id(flag), flag, accepted.contains(DecisionDesk.key(flag)));
  }

  private static FlagQuery query(Params asked, boolean whole) {
    return new FlagQuery(
        asked.first("rule"),
        asked.first("severity"),
        asked.first("state"),
        asked.first("source"),
        asked.first("subject"),
        asked.first("page"),
        asked.first("since"),
        whole ? 0 : asked.number(Paging.FROM, 0, 0, 10_000_000),
        whole ? MOST_ROWS : ROWS);
  }

  private static Sheet sheet(List<FlagRow> rows) {
    return new Sheet(
        List.of(
            "rule",
            "severity",
            "state",
            "page",
            "subject",
            "attribute",
            "member",
            "expected",
            "actual",
            "message",
            "first_seen",
            "last_seen"),
        rows.stream()
            .map(
                flag ->
                    List.<Object>of(
                        flag.rule(),
                        flag.severity(),
                        flag.state(),
                        flag.page(),
                        flag.subject(),
                        flag.attribute(),
                        flag.member(),
                        flag.expected(),
                        flag.actual(),
                        flag.message(),
                        flag.firstSeen().toString(),
                        flag.lastSeen().toString()))
            .toList());
  }

  /**
   * Accepts the flags of a form with one reason: those that are marked, or all that are found by
   * the same filters.
   */
  public static Response accept(DecisionDesk desk, Request request) {
    Params form = request.form();
    Signature by = desk.signature(form.first("who"), form.first("why"));
    boolean all = form.first("answer").equals("all");
    Set<String> marked = Set.copyOf(form.all("flag"));
    List<FlagRow> flags =
        new FlagSearch(desk.file())
            .rows(query(request.query(), true)).stream()
                .filter(flag -> all || marked.contains(DecisionDesk.id(flag)))
                .toList();
    if (flags.isEmpty()) {
      throw RefusedException.of(
          422,
          "No flag is marked",
          "expected one marked flag or more, found none that is stored still; nothing was kept");
    }
    desk.keep(
        new Decisions(
            List.of(), flags.stream().map(flag -> DecisionDesk.decision(flag, by)).toList()));
    return Response.seeOther(request.address())
        .with("Set-Cookie", new Decider(by.who(), by.why(), false).cookie());
  }
}
