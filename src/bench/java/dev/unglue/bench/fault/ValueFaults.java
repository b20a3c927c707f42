package dev.unglue.bench.fault;

import static dev.unglue.bench.fault.Fault.APART;
import static dev.unglue.bench.fault.Fault.EVERY;

import dev.unglue.bench.fault.Fault.ChangedPage;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.bench.page.PrintedTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Faults of one number, and of two statements of one page. */
final class ValueFaults {
  private static final String YEARLY = "Yearly salary";
  private static final String AGE = "Average age";
  private static final String YEARS = "Years of experience";

  /** The time of which the table prints the upper end. */
  private static final Map<String, String> TIMES =
      Map.of(
          "2",
          "1-2 years",
          "4",
          "2-4 years",
          "6",
          "4-6 years",
          "8",
          "6-8 years",
          "12",
          "10-12 years");

  private ValueFaults() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>(ranges());
    faults.addAll(tables());
    faults.addAll(prose());
    faults.addAll(lists());
    return faults;
  }

  private static List<Fault> ranges() {
    return List.of(
        Fault.cell(
            "a salary that nobody earns",
            "salary_range",
            APART,
            "Salary range",
            "Between $12,000 And $9,000,000",
            said("salary_high_usd", "1000..5000000", "9000000")),
        Fault.cell(
            "a growth that cannot be",
            "growth_range",
            APART,
            "Growth rate",
            "150%",
            said("growth_rate_pct", "-60..100", "150")),
        Fault.cell(
            "a score beyond its scale",
            "satisfaction_range",
            APART,
            "Job satisfaction",
            "6.2",
            said("job_satisfaction", "1..5", "6.2")),
        Fault.cell(
            "an age that cannot be",
            "age_range",
            APART,
            AGE,
            "95",
            said("average_age_years", "16..80", "95")),
        Fault.cell(
            "years that cannot be",
            "experience_range",
            APART,
            YEARS,
            "45",
            said("experience_years", "0..40", "45")),
        Fault.cell(
            "a share above 100",
            "pct_range",
            APART,
            "LGBT Percentage",
            "130%",
            said("lgbt_pct", "0..100", "130")),
        Fault.cell(
            "a number that cannot be",
            "value_range",
            APART,
            "Number of jobs",
            "900,000,000",
            said("job_count", "0..50000000", "900000000")));
  }

  private static Expected said(String attribute, String expected, String actual) {
    return new Expected("", attribute, expected, actual);
  }

  private static List<Fault> tables() {
    return List.of(
        Fault.page(
            "an hourly rate of another salary",
            "hourly_times_2080",
            EVERY,
            s -> {
              BigDecimal yearly = s.number(YEARLY, 0);
              BigDecimal rate = yearly.divide(new BigDecimal("2080"), 2, RoundingMode.HALF_UP);
              BigDecimal wrong = rate.add(new BigDecimal("3.10"));
              return ChangedPage.to(
                  s.draft().withCell("Hourly rate", 0, "$" + wrong.toPlainString()),
                  new Expected(
                      s.slug(0),
                      "hourly_rate_usd",
                      rate.toPlainString() + " = " + yearly.toPlainString() + " / 2080",
                      wrong.toPlainString()));
            }),
        Fault.page(
            "a salary range of another subject",
            "salary_low_avg_high",
            EVERY,
            s -> {
              BigDecimal low = s.number(YEARLY, 0).add(new BigDecimal("7000"));
              BigDecimal high = low.add(new BigDecimal("20000"));
              return ChangedPage.to(
                  s.draft()
                      .withCell("Salary range", 0, "Between " + money(low) + " And " + money(high)),
                  new Expected(
                      s.slug(0),
                      "yearly_salary_usd",
                      "at least the low end " + low.toPlainString(),
                      s.number(YEARLY, 0).toPlainString()));
            }),
        Fault.page(
            "a subject too young for its years",
            "experience_vs_age",
            EVERY,
            s ->
                ChangedPage.to(
                    untimed(s.draft()).withCell(YEARS, 0, "12").withCell(AGE, 0, "23"),
                    new Expected(
                        s.slug(0), "experience_years", "at most 9 at an average age of 23", "12"))),
        Fault.page(
            "a wrong sum of genders",
            "gender_pct_sum",
            EVERY,
            s ->
                ChangedPage.to(
                    s.draft().withCell("Gender ratio", 0, "Male, 51.3% Female, 41.2%"),
                    new Expected(s.slug(0), "gender_pct", "100 within 1", "92.5"))),
        Fault.page(
            "a wrong sum of shares",
            "race_pct_sum",
            EVERY,
            s ->
                ChangedPage.to(
                    s.draft()
                        .withCell(
                            "Race ratio",
                            0,
                            "Black or African American, 10.0% Unknown, 4.0% Hispanic or Latino,"
                                + " 17.0% Asian, 7.0% White, 59.0% American Indian and Alaska"
                                + " Native, 0.5%"),
                    new Expected(s.slug(0), "race_pct", "100 within 1.5", "97.5"))),
        Fault.page(
            "one label, two values",
            "repeated_label_disagrees",
            EVERY,
            s -> {
              BigDecimal age = s.number(AGE, 0);
              String other = age.add(new BigDecimal("3")).toPlainString();
              List<PageDraft.HeadedTable> parts = new ArrayList<>(s.draft().tables());
              int last = parts.size() - 1;
              parts.set(last, s.draft().withCell(AGE, 0, other).tables().get(last));
              return ChangedPage.to(
                  s.draft().withParts(parts),
                  new Expected(s.slug(0), "average_age_years", age.toPlainString(), other));
            }),
        Fault.page(
            "one column printed twice",
            "both_sides_equal",
            EVERY,
            s ->
                ChangedPage.to(
                    untimed(unpaid(s.draft()))
                        .withTables(
                            table ->
                                new PrintedTable(
                                    table.names(),
                                    table.rows().stream()
                                        .map(row -> List.of(row.get(0), row.get(1), row.get(1)))
                                        .toList())),
                    new Expected(s.slug(1), "", "numbers of its own", Expected.ANY))));
  }

  private static List<Fault> prose() {
    return List.of(
        Fault.page(
            "a changed salary in the prose",
            "prose_table_value",
            EVERY,
            s -> {
              BigDecimal mine = s.number(YEARLY, 0);
              boolean more = mine.compareTo(s.number(YEARLY, 1)) > 0;
              BigDecimal other = mine.add(new BigDecimal(more ? "3000" : "-3000"));
              return inProse(
                  s,
                  s.cell(YEARLY, 0),
                  money(other),
                  new Expected(
                      s.slug(0), "yearly_salary_usd", other.toPlainString(), mine.toPlainString()));
            }),
        Fault.page(
            "a sentence against the table",
            "prose_table_direction",
            EVERY,
            s -> {
              boolean more = s.number(YEARLY, 0).compareTo(s.number(YEARLY, 1)) > 0;
              int claimed = more ? 1 : 0;
              return inProse(
                  s,
                  more ? " earns more than " : " earns less than ",
                  more ? " earns less than " : " earns more than ",
                  new Expected(
                      s.slug(claimed),
                      "yearly_salary_usd",
                      "more than " + s.number(YEARLY, 1 - claimed).toPlainString(),
                      s.number(YEARLY, claimed).toPlainString()));
            }),
        Fault.page(
            "a unit lost in the table",
            "experience_months_as_years",
            EVERY,
            s -> {
              String time = TIMES.getOrDefault(s.cell(YEARS, 0), "");
              boolean told = !time.isEmpty() && TIMES.containsKey(s.cell(YEARS, 1));
              return told && !s.cell(YEARS, 0).equals(s.cell(YEARS, 1))
                  ? inProse(
                          s,
                          time,
                          "6-12 months",
                          new Expected(s.slug(0), "experience_years", "1 (12 months)", "12"))
                      .map(
                          made ->
                              new ChangedPage(
                                  made.draft().withCell(YEARS, 0, "12"), made.expected()))
                  : Optional.empty();
            }));
  }

  private static Optional<ChangedPage> inProse(Specimen s, String from, String to, Expected said) {
    List<String> changed =
        s.draft().paragraphs().stream().map(each -> each.replace(from, to)).toList();
    return changed.equals(s.draft().paragraphs())
        ? Optional.empty()
        : ChangedPage.to(s.draft().withParagraphs(changed), said);
  }

  private static List<Fault> lists() {
    return List.of(
        list(
            "a skill list out of order",
            "skill_pct_order",
            items -> swappedShares(items),
            (s, items) ->
                new Expected(
                    s.slug(0), "skill_pct", "at most 4 after \"" + name(items.get(3)) + "\"", "6")),
        list(
            "a skill listed twice",
            "skill_duplicate",
            items -> replaced(items, 4, name(items.get(3)) + ", 4%"),
            (s, items) ->
                new Expected(s.slug(0), "skill_pct", "each skill once", name(items.get(3)))),
        list(
            "a skill list cut short",
            "list_count",
            items -> items.subList(0, 2),
            (s, items) -> new Expected(s.slug(0), "skill_pct", "at least 3", "2")),
        list(
            "skills of another subject",
            "top_skill_vs_list",
            items -> replaced(items, 0, "Harness Making, 21%"),
            (s, items) ->
                new Expected(
                    s.slug(0),
                    "top_skill",
                    "\"Harness Making\", \"%s\", \"%s\""
                        .formatted(name(items.get(1)), name(items.get(2))),
                    Expected.ANY)));
  }

  private static Fault list(
      String id,
      String rule,
      UnaryOperator<List<String>> change,
      BiFunction<Specimen, List<String>, Expected> said) {
    return Fault.page(
        id,
        rule,
        EVERY,
        s -> {
          List<PageDraft.HeadedList> lists = new ArrayList<>(s.draft().lists());
          PageDraft.HeadedList first = lists.get(0);
          lists.set(0, new PageDraft.HeadedList(first.heading(), change.apply(first.items())));
          return ChangedPage.to(s.draft().withLists(lists), said.apply(s, first.items()));
        });
  }

  private static List<String> swappedShares(List<String> items) {
    return replaced(
        replaced(items, 3, name(items.get(3)) + ", 4%"), 4, name(items.get(4)) + ", 6%");
  }

  private static List<String> replaced(List<String> items, int place, String item) {
    List<String> changed = new ArrayList<>(items);
    changed.set(place, item);
    return changed;
  }

  private static String name(String item) {
    return item.substring(0, item.lastIndexOf(','));
  }

  /** Without the sentence on the time to become one, so that the table may print any years. */
  private static PageDraft untimed(PageDraft draft) {
    return draft.withParagraphs(
        draft.paragraphs().stream()
            .map(each -> each.replaceAll("\\d+-\\d+ (?:years|months)", "some time"))
            .toList());
  }

  /** Without the sentence on salaries. */
  private static PageDraft unpaid(PageDraft draft) {
    return draft.withParagraphs(
        draft.paragraphs().stream().filter(each -> !each.contains("$")).toList());
  }

  private static String money(BigDecimal amount) {
    return String.format(Locale.ROOT, "$%,d", amount.longValueExact());
  }
}
