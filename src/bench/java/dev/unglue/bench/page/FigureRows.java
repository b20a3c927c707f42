package dev.unglue.bench.page;

import dev.unglue.bench.page.TrueRow.TrueValue;
import dev.unglue.model.value.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures of one subject, as real pages print and spread them.
 *
 * @param chance draws them
 */
record FigureRows(Sampler chance) {
  private static final BigDecimal HOURS = BigDecimal.valueOf(2080);
  private static final List<String> RACES =
      List.of(
          "Black or African American",
          "Unknown",
          "Hispanic or Latino",
          "Asian",
          "White",
          "American Indian and Alaska Native");

  static final String YEARLY = "yearly_salary_usd";

  /** A table's "2" stands for "1-2 years"; for 6-12 months the unit is lost and 12 is printed. */
  record Experience(String printed, String time, int minMonths, int maxMonths) {}

  Experience experience() {
    return chance.oneOf(
        List.of(
            new Experience("6", "4-6 years", 48, 72),
            new Experience("4", "2-4 years", 24, 48),
            new Experience("2", "1-2 years", 12, 24),
            new Experience("-", "", 0, 0),
            new Experience("12", "6-12 months", 6, 12),
            new Experience("8", "6-8 years", 72, 96)),
        28,
        26,
        18,
        14,
        10,
        4);
  }

  /** Years that no page of the usual kind prints, and the sentence that goes with them. */
  Experience oddExperience() {
    int years = chance.between(3, 20);
    return new Experience(
        "" + years, "%d-%d years".formatted(years - 2, years), (years - 2) * 12, years * 12);
  }

  TrueRow salary(Section section, String label, long salary) {
    return TrueRow.of(section, label, money(salary), YEARLY, String.valueOf(salary));
  }

  static String money(long amount) {
    return String.format(Locale.ROOT, "$%,d", amount);
  }

  TrueRow hourly(long salary) {
    BigDecimal rate = BigDecimal.valueOf(salary).divide(HOURS, 2, RoundingMode.HALF_UP);
    String value = rate.toPlainString();
    return TrueRow.of(Section.OVERVIEW, "Hourly rate", "$" + value, "hourly_rate_usd", value);
  }

  TrueRow growth() {
    TrueRow row = growth(chance.around(4, 7, -35, 45));
    return chance.in(0.06) ? row.missing() : row;
  }

  /** A growth of any size. */
  TrueRow oddGrowth() {
    return growth(chance.between(-90, 250));
  }

  private static TrueRow growth(int growth) {
    return TrueRow.of(
        Section.OVERVIEW, "Growth rate", growth + "%", "growth_rate_pct", "" + growth);
  }

  TrueRow jobs() {
    return jobs(chance.sized(60_000, 1.6, 40, 9_000_000));
  }

  /** Fewer jobs than is usual. */
  TrueRow oddJobs() {
    return jobs(chance.between(1, 40));
  }

  private static TrueRow jobs(long jobs) {
    String printed = String.format(Locale.ROOT, "%,d", jobs);
    return TrueRow.of(Section.OVERVIEW, "Number of jobs", printed, "job_count", "" + jobs);
  }

  /** Mostly missing, else the mean of a few ratings. */
  TrueRow satisfaction() {
    int ratings = chance.between(1, 6);
    int sum = 0;
    for (int i = 0; i < ratings; i++) {
      sum += chance.oneOf(List.of(5, 4, 3, 2, 1), 35, 30, 20, 10, 5);
    }
    String mean =
        BigDecimal.valueOf(sum)
            .divide(BigDecimal.valueOf(ratings), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    TrueRow row = TrueRow.of(Section.OVERVIEW, "Job satisfaction", mean, "job_satisfaction", mean);
    return chance.in(0.8) ? row.missing() : row;
  }

  TrueRow range(long salary) {
    long low = rounded(salary * (0.5 + 0.35 * chance.random().nextDouble()));
    long high = rounded(salary * (1.15 + 0.9 * chance.random().nextDouble()));
    return new TrueRow(
        Section.SALARY,
        "Salary range",
        "Between " + money(low) + " And " + money(high),
        List.of(
            new TrueValue("salary_low_usd", "", "" + low),
            new TrueValue("salary_high_usd", "", "" + high)));
  }

  private static long rounded(double amount) {
    return Math.max(1, Math.round(amount / 1000)) * 1000;
  }

  TrueRow gender() {
    int male = chance.between(80, 920);
    return new TrueRow(
        Section.DEMOGRAPHICS,
        "Gender ratio",
        "Male, " + tenths(male) + "% Female, " + tenths(1000 - male) + "%",
        List.of(
            new TrueValue("gender_pct", "Male", tenths(male)),
            new TrueValue("gender_pct", "Female", tenths(1000 - male))));
  }

  TrueRow race() {
    int[] shares = {
      chance.between(40, 180),
      chance.between(25, 60),
      chance.between(90, 240),
      chance.between(20, 140),
      0,
      chance.between(2, 12)
    };
    shares[4] = 1000;
    for (int i = 0; i < shares.length; i++) {
      shares[4] -= i == 4 ? 0 : shares[i];
    }
    List<String> printed = new ArrayList<>();
    List<TrueValue> says = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      printed.add(RACES.get(i) + ", " + tenths(shares[i]) + "%");
      says.add(new TrueValue("race_pct", RACES.get(i), tenths(shares[i])));
    }
    return new TrueRow(Section.DEMOGRAPHICS, "Race ratio", String.join(" ", printed), says);
  }

  TrueRow lgbt() {
    String share = String.valueOf(chance.around(8, 2.5, 2, 18));
    return TrueRow.of(Section.DEMOGRAPHICS, "LGBT Percentage", share + "%", "lgbt_pct", share);
  }

  private static String tenths(int tenths) {
    return BigDecimal.valueOf(tenths, 1).toPlainString();
  }
}
