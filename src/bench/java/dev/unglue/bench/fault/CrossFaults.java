package dev.unglue.bench.fault;

import static dev.unglue.bench.fault.Expected.ANY;
import static dev.unglue.bench.fault.Fault.EVERY;

import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.bench.page.PrintedTable;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Faults that only show beside other pages, or over time. */
final class CrossFaults {
  private static final String GROWTH = "Growth rate";
  private static final String GROWTH_ID = "growth_rate_pct";
  private static final String SCORE = "Job satisfaction";
  private static final String SCORE_ID = "job_satisfaction";

  /** Where the layout keeps each cell in its place. */
  private static final Predicate<Dialect> NOT_HTML = Predicate.not(Dialect.HTML::equals);

  private CrossFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault(
            "a growth that other pages do not give",
            "cross_page_value",
            Set.of(),
            EVERY,
            s -> growth(s).map(value -> differing(s, List.of(value.add(BigDecimal.TEN))))),
        new Fault(
            "three pages, three values",
            "cross_page_many_values",
            Set.of("cross_page_value"),
            EVERY,
            s ->
                growth(s)
                    .map(
                        value ->
                            differing(
                                s,
                                List.of(
                                    value.add(BigDecimal.TEN), value.subtract(BigDecimal.TEN))))),
        new Fault(
            "a score lost on one page",
            "missing_elsewhere_present",
            Set.of(),
            EVERY,
            CrossFaults::lost),
        new Fault(
            "sides swapped on the page of the other order",
            "mirror_page",
            Set.of("cross_page_value"),
            EVERY,
            CrossFaults::mirrored),
        new Fault(
            "one page read in two layouts",
            "twin_layouts_disagree",
            Set.of(),
            NOT_HTML,
            CrossFaults::twins),
        new Fault(
            "a subject under a plural name",
            "subject_alias_collision",
            Set.of(),
            EVERY,
            CrossFaults::plural),
        new Fault(
            "a duplicate under another address",
            "duplicate_capture",
            Set.of(),
            EVERY,
            s -> {
              FaultPage twin = s.page().withUrl(s.draft().url() + "?from=mail");
              return Optional.of(
                  new Planted(
                      Scenario.of(s.page()),
                      Scenario.of(s.page(), twin),
                      List.of(
                          new Expected(
                              "", "", "content of its own", "that of " + s.draft().url()))));
            }),
        new Fault(
            "a page of two years ago",
            "stale_capture",
            Set.of(),
            EVERY,
            s -> {
              FaultPage old = s.page().seen(FaultPage.SEEN.minus(Duration.ofDays(730)));
              return Optional.of(
                  new Planted(
                      Scenario.of(s.page()),
                      new Scenario(List.of(old), List.of(), FaultPage.SEEN),
                      List.of(
                          new Expected("", "", "a capture of the last 365 days", "2024-01-06"))));
            }),
        new Fault(
            "a page that is gone",
            "page_gone",
            Set.of(),
            EVERY,
            s ->
                Optional.of(
                    new Planted(
                        Scenario.of(s.page()),
                        Scenario.of(s.page().gone(FaultPage.SEEN)),
                        List.of(new Expected("", "", "the page", "HTTP 404 or 410"))))),
        new Fault(
            "a growth that jumps from one month to the next",
            "value_jump",
            Set.of(),
            EVERY,
            CrossFaults::jump));
  }

  private static Optional<BigDecimal> growth(Specimen s) {
    return s.isMissing(GROWTH, 0) ? Optional.empty() : Optional.of(s.number(GROWTH, 0));
  }

  /** The growth of the left subject on the first pages; the others keep theirs. */
  private static Planted differing(Specimen s, List<BigDecimal> values) {
    List<PageDraft> drafts = new ArrayList<>(List.of(s.draft()));
    drafts.addAll(s.others());
    List<PageDraft> changed = new ArrayList<>(drafts);
    for (int i = 0; i < values.size(); i++) {
      int column = changed.get(i).names().indexOf(s.draft().names().get(0));
      changed.set(i, changed.get(i).withCell(GROWTH, column, values.get(i).toPlainString() + "%"));
    }
    String actual = values.size() == 1 ? values.get(0).toPlainString() : ANY;
    return new Planted(
        Scenario.of(s.pages(drafts)),
        Scenario.of(s.pages(changed)),
        List.of(new Expected(s.slug(0), GROWTH_ID, s.number(GROWTH, 0).toPlainString(), actual)));
  }

  private static Optional<Planted> lost(Specimen s) {
    String name = s.draft().names().get(0);
    List<PageDraft> full =
        new ArrayList<>(
            s.others().stream()
                .map(draft -> draft.withCell(SCORE, draft.names().indexOf(name), "3.67"))
                .toList());
    List<FaultPage> clean = new ArrayList<>(s.pages(full));
    List<FaultPage> faulty = new ArrayList<>(clean);
    clean.add(s.page(s.draft().withCell(SCORE, 0, "3.67")));
    faulty.add(s.page(s.draft().withCell(SCORE, 0, "-")));
    return Optional.of(
        new Planted(
            Scenario.of(clean),
            Scenario.of(faulty),
            List.of(new Expected(s.slug(0), SCORE_ID, "3.67", "-"))));
  }

  /** The page of the two in the other order, and the same with two rows the wrong way round. */
  private static Optional<Planted> mirrored(Specimen s) {
    if (s.isMissing(GROWTH, 0)
        || s.isMissing(GROWTH, 1)
        || s.cell(GROWTH, 0).equals(s.cell(GROWTH, 1))) {
      return Optional.empty();
    }
    PageDraft mirror = turned(s.draft());
    PageDraft swapped =
        mirror
            .withRows(GROWTH, row -> List.of(row.get(0), row.get(2), row.get(1)))
            .withRows("Number of jobs", row -> List.of(row.get(0), row.get(2), row.get(1)));
    return Optional.of(
        new Planted(
            Scenario.of(s.page(), s.page(mirror)),
            Scenario.of(s.page(), s.page(swapped)),
            List.of(
                new Expected(
                    s.slug(0),
                    GROWTH_ID,
                    s.number(GROWTH, 0).toPlainString(),
                    s.number(GROWTH, 1).toPlainString()))));
  }

  private static PageDraft turned(PageDraft draft) {
    List<String> names = new ArrayList<>(draft.names());
    Collections.reverse(names);
    String title = draft.title();
    int versus = title.indexOf(" vs ");
    List<PageDraft.HeadedTable> parts = new ArrayList<>();
    String other = title.substring(versus + 4) + " vs " + title.substring(0, versus);
    for (PageDraft.HeadedTable part : draft.tables()) {
      List<List<String>> rows =
          part.table().rows().stream()
              .map(row -> List.of(row.get(0), row.get(2), row.get(1)))
              .toList();
      parts.add(
          new PageDraft.HeadedTable(
              part.heading().replace(title, other), new PrintedTable(names, rows)));
    }
    return new PageDraft(
        "https://jobs.example/mirror/"
            + Subject.slugOf(names.get(0))
            + "-vs-"
            + Subject.slugOf(names.get(1)),
        other,
        names,
        draft.paragraphs(),
        parts,
        draft.lists());
  }

  private static Optional<Planted> twins(Specimen s) {
    FaultPage html = FaultPage.of(s.draft(), Dialect.HTML);
    return growth(s)
        .map(
            value -> {
              BigDecimal other = value.add(BigDecimal.ONE);
              PageDraft wrong = s.draft().withCell(GROWTH, 0, other.toPlainString() + "%");
              boolean kept = s.dialect().keepsCellsApart();
              return new Planted(
                  Scenario.of(html, s.page()),
                  Scenario.of(html, s.page(wrong)),
                  List.of(
                      new Expected(
                          s.slug(0),
                          GROWTH_ID,
                          kept ? ANY : value.toPlainString(),
                          kept ? ANY : other.toPlainString())));
            });
  }

  private static Optional<Planted> plural(Specimen s) {
    String name = s.draft().names().get(0);
    if (!name.matches(".*[a-z]") || name.endsWith("s")) {
      return Optional.empty();
    }
    PageDraft other = s.others().get(0);
    int column = other.names().indexOf(name);
    List<String> names = new ArrayList<>(other.names());
    names.set(column, name + "s");
    String slug = Subject.slugOf(name);
    List<PageDraft.HeadedTable> parts =
        other.tables().stream()
            .map(
                part ->
                    new PageDraft.HeadedTable(
                        part.heading(), new PrintedTable(names, part.table().rows())))
            .toList();
    PageDraft plural =
        new PageDraft(other.url(), other.title(), names, other.paragraphs(), parts, other.lists());
    return Optional.of(
        new Planted(
            Scenario.of(s.page(), s.page(other)),
            Scenario.of(s.page(), s.page(plural)),
            List.of(new Expected(slug + "s", "", slug, slug + "s"))));
  }

  private static Optional<Planted> jump(Specimen s) {
    return growth(s)
        .map(
            value -> {
              BigDecimal far =
                  value.signum() > 0
                      ? value.subtract(new BigDecimal("40"))
                      : value.add(new BigDecimal("40"));
              FaultPage later = s.page().seen(FaultPage.SEEN.plus(Duration.ofDays(40)));
              PageDraft wrong = s.draft().withCell(GROWTH, 0, far.toPlainString() + "%");
              FaultPage jumped = s.page(wrong).seen(FaultPage.SEEN.plus(Duration.ofDays(40)));
              return new Planted(
                  Scenario.of(s.page(), later),
                  Scenario.of(s.page(), jumped),
                  List.of(
                      new Expected(
                          s.slug(0),
                          GROWTH_ID,
                          value.toPlainString() + ", give or take 25",
                          far.toPlainString())));
            });
  }
}
