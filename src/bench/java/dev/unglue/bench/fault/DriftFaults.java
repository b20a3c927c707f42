package dev.unglue.bench.fault;

import static dev.unglue.bench.fault.Expected.ANY;
import static dev.unglue.bench.fault.Fault.EVERY;

import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.bench.page.PrintedTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Faults that a whole night's pages share, so that no page by itself shows them. */
final class DriftFaults {
  private static final Predicate<Dialect> JOINED = Predicate.not(Dialect::keepsCellsApart);

  private static final BigDecimal FIVE = new BigDecimal("5");

  private DriftFaults() {}

  static List<Fault> all() {
    return List.of(
        night(
            "a label gone from every page",
            "label_lost",
            EVERY,
            draft ->
                draft.withTables(
                    table ->
                        new PrintedTable(
                            table.names(),
                            table.rows().stream()
                                .filter(row -> !row.get(0).equals("LGBT Percentage"))
                                .toList())),
            new Expected("", "lgbt_pct", ANY, "0 %")),
        night(
            "a column gone empty",
            "fill_rate_drop",
            EVERY,
            draft -> both(draft, "LGBT Percentage", cell -> "-"),
            new Expected("", "lgbt_pct", ANY, "0 %")),
        night(
                "names that no longer can be cut",
                "ambiguity_rate_drift",
                JOINED,
                draft ->
                    draft
                        .withCell("Best paying company", 0, "BlueSky")
                        .withCell("Best paying company", 1, "RedRiver"),
                new Expected("", "best_paying_company", ANY, ANY))
            .beside("split_ambiguous", "glued_name_boundary", "attribute_drift"),
        night(
            "a unit that has changed",
            "attribute_drift",
            EVERY,
            draft -> both(draft, "Number of jobs", DriftFaults::fivefold),
            new Expected("", "job_count", ANY, ANY)),
        night(
                "half of each page gone",
                "coverage_drop",
                EVERY,
                draft ->
                    draft
                        .withParts(
                            List.of(
                                new PageDraft.HeadedTable(
                                    draft.tables().get(0).heading(),
                                    new PrintedTable(
                                        draft.names(),
                                        draft.tables().get(0).table().rows().subList(0, 4)))))
                        .withParagraphs(List.of())
                        .withLists(List.of()),
                new Expected("", "", ANY, ANY))
            .beside("label_lost"),
        night(
            "a night without any skill list",
            "label_lost",
            EVERY,
            draft -> draft.withLists(List.of()),
            new Expected("", "skill_pct", ANY, "0 %")));
  }

  /** A fault of every page of a night, after two nights without it. */
  private static Fault night(
      String id,
      String rule,
      Predicate<Dialect> fits,
      UnaryOperator<PageDraft> change,
      Expected said) {
    return new Fault(
        id,
        rule,
        Set.of(),
        fits,
        s -> {
          List<FaultPage> usual = s.pages(s.all());
          List<List<FaultPage>> before = List.of(usual, usual);
          return Optional.of(
              new Planted(
                  Scenario.after(usual, before),
                  Scenario.after(s.pages(s.all().stream().map(change).toList()), before),
                  List.of(said)));
        });
  }

  private static PageDraft both(PageDraft draft, String label, UnaryOperator<String> change) {
    return draft.withRows(
        label, row -> List.of(row.get(0), change.apply(row.get(1)), change.apply(row.get(2))));
  }

  private static String fivefold(String printed) {
    BigDecimal jobs = new BigDecimal(printed.replace(",", ""));
    return String.format(Locale.ROOT, "%,d", jobs.multiply(FIVE).longValueExact());
  }
}
