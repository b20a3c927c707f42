package dev.unglue.bench.fault;

import static dev.unglue.bench.fault.Expected.ANY;
import static dev.unglue.bench.fault.Fault.APART;
import static dev.unglue.bench.fault.Fault.EVERY;

import dev.unglue.bench.fault.Fault.ChangedPage;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.bench.page.PrintedTable;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Signature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Faults of the shape of a page. */
final class ShapeFaults {
  private static final String COMPANY = "Best paying company";
  private static final String COMPANY_ID = "best_paying_company";

  /** Where the row is padded to the width of the table, so that a shifted header shows. */
  private static final Predicate<Dialect> PADDED =
      EnumSet.of(
              Dialect.PIPE_PADDED,
              Dialect.PIPE_NO_LEADING,
              Dialect.PIPE_BLANK_AFTER,
              Dialect.PIPE_TIGHT)
          ::contains;

  /** Where a cell too many stays a cell of its own. */
  private static final Predicate<Dialect> WIDE = EnumSet.of(Dialect.HTML, Dialect.TSV)::contains;

  /**
   * Where a label stands apart from the cells of the row before; elsewhere nobody knows it for one.
   */
  private static final Predicate<Dialect> ROWS =
      EnumSet.complementOf(
              EnumSet.of(
                  Dialect.GLUED,
                  Dialect.SPACED,
                  Dialect.LINES,
                  Dialect.PIPE_CELL_A_LINE_LEADING,
                  Dialect.PIPE_CELL_A_LINE_TRAILING,
                  Dialect.PIPE_MANY_LINES))
          ::contains;

  private static final Predicate<Dialect> GLUED = Dialect.GLUED::equals;

  private ShapeFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "a challenge page",
            "soft_error_page",
            Set.of(),
            EVERY,
            s ->
                planted(
                    s.page(),
                    s.page().withText("One moment\n\nPlease show that you are no robot.\n"),
                    new Expected(
                        "", "", "a table, sentence or list that the catalogue knows", "none"))),
        new Fault(
            "a comparison in prose alone",
            "comparison_without_table",
            Set.of(),
            EVERY,
            s ->
                planted(
                    s.page(),
                    page(s, String.join(" vs ", s.draft().names()) + "\n\nBoth have work to do.\n"),
                    new Expected(
                        "",
                        "",
                        "a table about " + String.join(" and ", s.draft().names()),
                        "none"))),
        new Fault(
            "a row behind its table",
            "row_unread",
            Set.of(),
            GLUED,
            s ->
                planted(
                    s.page(),
                    page(s, s.page().text() + "\n\nTips per day $12.50 $7.25\n"),
                    new Expected("", "", "a table around it", "Tips per day $12.50 $7.25"))),
        new Fault(
            "a table wider than its header",
            "table_roles_ambiguous",
            Set.of("header_shifted", "label_unknown"),
            GLUED,
            s ->
                planted(
                    s.page(),
                    page(
                        s,
                        s.page().text()
                            + "\n\nFeature | Kiln | Wheel\nPower | 9 kW | 0.4 kW | mains\n"
                            + "Lid | Yes | No | tin\n"),
                    new Expected("", "", "one way to read the table", ANY))),
        new Fault(
            "rows with hundreds of places to cut",
            "page_budget",
            Set.of(
                "split_impossible",
                "split_ambiguous",
                "glued_name_boundary",
                "short_row_side_ambiguous",
                "repeated_label_disagrees",
                "both_sides_equal"),
            GLUED,
            s -> planted(s.page(), page(s, s.page().text() + dearRows(s)), List.of())),
        new Fault(
            "a page cut by a limit",
            "truncated_page",
            Set.of(),
            EVERY,
            s ->
                planted(
                    s.page(withoutLast(s.draft())),
                    s.page(withoutLast(s.draft())).cut("length"),
                    new Expected("", "", "a whole page", "length"))),
        new Fault(
            "proofs one character off",
            "span_roundtrip",
            Set.of(),
            EVERY,
            s -> planted(s.page(), s.page().withStored("x" + s.page().text()), List.of())),
        new Fault(
            "the corner of the header dropped",
            "header_shifted",
            Set.of(),
            PADDED,
            s ->
                planted(
                    FaultPage.of(s.draft(), Dialect.MARKDOWN),
                    s.page(),
                    new Expected("", "", "an empty corner before the names", ANY))),
        Fault.page(
            "a name that was packed as UTF-8 twice",
            "charset_doubtful",
            APART,
            s ->
                ChangedPage.to(
                    s.draft().withCell(COMPANY, 0, "L\u00e2\u20ac\u2122Or\u00c3\u00a9al"),
                    new Expected(
                        s.slug(0),
                        COMPANY_ID,
                        "a text without marks of a wrong charset",
                        "L\u00e2\u20ac\u2122Or\u00c3\u00a9al"))),
        Fault.page(
            "header and columns against the title", "header_title_mismatch", EVERY, s -> turned(s)),
        Fault.page(
            "a cell lost from a row",
            "short_row_side_ambiguous",
            dialect -> PADDED.test(dialect) || dialect == Dialect.PIPE_UNPADDED,
            s ->
                lacks(s, COMPANY)
                    ? Optional.empty()
                    : ChangedPage.to(
                        s.draft().withCell(COMPANY, 0, ""),
                        new Expected("", COMPANY_ID, "a cell for each subject", ANY))),
        Fault.page(
            "a cell too many",
            "column_count",
            WIDE,
            s ->
                ChangedPage.to(
                    s.draft()
                        .withRows(
                            COMPANY,
                            row -> {
                              List<String> longer = new ArrayList<>(row);
                              longer.add("Third Party");
                              return longer;
                            }),
                    new Expected("", COMPANY_ID, "a cell for each subject", ANY))),
        Fault.page(
            "a label that the site has renamed",
            "label_unknown",
            ROWS,
            s ->
                ChangedPage.to(
                    s.draft()
                        .withRows(
                            "LGBT Percentage",
                            row -> List.of("Remote share", row.get(1), row.get(2))),
                    new Expected(
                        "", Observation.UNMAPPED, "a label of the catalogue", "Remote share"))),
        names(
            "names that can be cut in three ways",
            "split_ambiguous",
            dialect -> dialect == Dialect.GLUED || dialect == Dialect.SPACED,
            List.of("BlueSky", "RedRiver"),
            List.of("Harbor Peak", "Northwind Light")),
        names(
            "names that their shape alone tells apart",
            "glued_name_boundary",
            GLUED,
            List.of("Quendal Holdings", "Vostrel Group"),
            List.of()),
        Fault.page(
            "a cell in a form that is new",
            "split_impossible",
            EVERY,
            s ->
                ChangedPage.to(
                    s.draft().withCell("Hourly rate", 0, "$16.79 to $18.00"),
                    new Expected(s.slug(0), "hourly_rate_usd", ANY, "$16.79 to $18.00"))),
        Fault.page(
                "thousands marks at odd places",
                "number_format",
                APART,
                s ->
                    ChangedPage.to(
                        s.draft().withCell("Number of jobs", 0, "22,4787,596"),
                        new Expected(
                            s.slug(0),
                            "job_count",
                            "groups of three digits and one decimal point",
                            "22,4787,596")))
            .beside("split_impossible"),
        new Fault(
            "a mark that may be a minus sign",
            "sign_or_missing_mark",
            Set.of(),
            GLUED,
            s -> signed()),
        new Fault(
            "a decision on a page that has changed",
            "decision_stale",
            Set.of(),
            EVERY,
            ShapeFaults::decidedBefore));
  }

  /** Tables whose names can be cut between any two words. */
  private static String dearRows(Specimen s) {
    String table =
        "\n\n"
            + String.join("", s.draft().names())
            + "\nAverage age4246\nMost common college"
            + "Ab Cd ".repeat(20).strip()
            + "\n\nA word.\n";
    return table.repeat(400);
  }

  private static FaultPage page(Specimen s, String text) {
    return FaultPage.of(s.draft().url(), "text/plain", text);
  }

  private static Optional<Planted> planted(FaultPage clean, FaultPage faulty, Expected... said) {
    return planted(clean, faulty, List.of(said));
  }

  private static Optional<Planted> planted(FaultPage clean, FaultPage faulty, List<Expected> said) {
    return Optional.of(new Planted(Scenario.of(clean), Scenario.of(faulty), said));
  }

  /** A row was decided as it is read anyway; then another row of the page changes. */
  private static Optional<Planted> decidedBefore(Specimen s) {
    String label = "Hourly rate";
    List<String> cells = List.of(s.cell(label, 0), s.cell(label, 1));
    Decisions decided =
        new Decisions(
            List.of(
                new RowDecision(
                    s.draft().url(),
                    s.page().capture().ref().rawSha256(),
                    s.draft().names(),
                    "hourly_rate_usd",
                    "",
                    joined(s, cells.get(0), cells.get(1)),
                    cells,
                    false,
                    new Signature("Ann Lee", FaultPage.SEEN, "seen", "decisions.csv:2"))),
            List.of());
    FaultPage changed = s.page(s.draft().withCell("LGBT Percentage", 0, "9.5%"));
    return Optional.of(
        new Planted(
            Scenario.of(s.page()).decided(decided),
            Scenario.of(changed).decided(decided),
            List.of(
                new Expected(
                    "",
                    "hourly_rate_usd",
                    String.join(" | ", cells),
                    "another content of the page"))));
  }

  private static PageDraft withoutLast(PageDraft draft) {
    return draft.withParts(draft.tables().subList(0, 3)).withLists(List.of());
  }

  private static boolean lacks(Specimen s, String label) {
    return s.isMissing(label, 0) || s.isMissing(label, 1);
  }

  private static String joined(Specimen s, String left, String right) {
    return s.dialect().layout() == Layout.SPACED ? left + " " + right : left + right;
  }

  /** Names and columns of one table change places; each cell still belongs to its name. */
  private static Optional<ChangedPage> turned(Specimen s) {
    List<PageDraft.HeadedTable> parts = new ArrayList<>(s.draft().tables());
    PageDraft.HeadedTable last = parts.remove(parts.size() - 1);
    List<String> names = turned(last.table().names(), 0);
    List<List<String>> rows = last.table().rows().stream().map(row -> turned(row, 1)).toList();
    parts.add(new PageDraft.HeadedTable(last.heading(), new PrintedTable(names, rows)));
    String title = s.draft().title().toLowerCase(Locale.ROOT);
    return title.contains(" vs ")
        ? ChangedPage.to(
            s.draft().withParts(parts), new Expected("", "", ANY, String.join(" | ", names)))
        : Optional.empty();
  }

  private static List<String> turned(List<String> row, int from) {
    List<String> turned = new ArrayList<>(row);
    Collections.swap(turned, from, from + 1);
    return turned;
  }

  /** Two names that no list holds; other ones where blanks part the cells. */
  private static Fault names(
      String id, String rule, Predicate<Dialect> fits, List<String> glued, List<String> spaced) {
    return Fault.page(
        id,
        rule,
        fits,
        s -> {
          List<String> names = s.dialect() == Dialect.SPACED ? spaced : glued;
          return ChangedPage.to(
              s.draft().withCell(COMPANY, 0, names.get(0)).withCell(COMPANY, 1, names.get(1)),
              new Expected("", COMPANY_ID, ANY, ANY));
        });
  }

  /** Three subjects, of which one has no growth rate; only another table tells which. */
  private static Optional<Planted> signed() {
    String head =
        "Baker vs teller vs usher\n\nBakerTellerUsher\nYearly salary$34,920$43,251$30,118\n";
    String known =
        "\nOutlook\n\n| | Baker | Teller | Usher |\n|---|---|---|---|\n| Growth rate | -3%% | - | 4%% |\n"
            .replace("%%", "%");
    String url = "https://jobs.example/baker-vs-teller-vs-usher";
    return planted(
        FaultPage.of(
            url, "text/plain", head + "Growth rate2%-4%\n".replace("2%-4%", "3%4%5%") + "\n"),
        FaultPage.of(url, "text/plain", head + "Growth rate-3%-4%\n" + known),
        new Expected("", "growth_rate_pct", ANY, ANY));
  }
}
