package dev.unglue.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormTest {
  private static final CellForm HOURLY = Forms.of(CellType.MONEY, "USD/hour", 2);
  private static final CellForm YEARLY = Forms.of(CellType.MONEY, "USD/year", 0);
  private static final CellForm PERCENT = Forms.of(CellType.PERCENT);
  private static final CellForm COUNT = Forms.of(CellType.COUNT);
  private static final CellForm RATING = Forms.of(CellType.RATING, "points of 5", 2);
  private static final CellForm INTEGER = Forms.of(CellType.INTEGER);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$34,920; 34920",
        "$34920; 34920",
        "$16.79; 16.79",
        "$ 16.5; 16.5",
        "$0.50; 0.50",
        "$0; 0",
        "$1,234,567.89; 1234567.89",
        "US$34,920; 34920",
        "USD 34,920; 34920",
        "$34k; 34000",
        "$51.5K; 51500",
        "$1.2M; 1200000",
        "$5/hr; 5",
        "$16.79 per hour; 16.79",
        "$16.79 an hour; 16.79",
      })
  void readsMoney(String cell, String number) {
    assertThat(Forms.read(HOURLY, cell)).isEqualTo("whole=%s \"%s\"", number, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "34,920",
        "$22,47",
        "$22,4787",
        "$1,2345",
        "$,920",
        "$34,920.",
        "$34.920",
        "$-5",
        "-$5",
        "-",
        "$5 ",
        " $5",
        "$$5",
        "$05",
        "$05.10",
        "$0,123",
        "$34kg",
        "$34.",
        "$5/yr",
        "$5 per week",
        "$5 (est.)",
        "~$5",
        "$5,43,251",
        "£34,920",
        "€34,920",
        "$٣",
        "$1.2.3",
        "$1,23,456"
      })
  void refusesWhatIsNoMoneyInDollars(String cell) {
    assertThat(HOURLY.read(cell)).isEmpty();
  }

  @Test
  void readsCentsAlsoWhereTheAttributeUsuallyHasNone() {
    assertThat(Forms.read(YEARLY, "$34,920")).isEqualTo("whole=34920 \"$34,920\"");
    assertThat(Forms.read(YEARLY, "$34,920.50")).isEqualTo("whole=34920.50 \"$34,920.50\"");
    assertThat(Forms.read(YEARLY, "$45,000.00 per year"))
        .isEqualTo("whole=45000.00 \"$45,000.00 per year\"");
    assertThat(YEARLY.read("$34,920.505")).isEmpty();
    assertThat(YEARLY.read("$16.79 per hour")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"GBP/year; £; $", "EUR/year; €; £", "USD/year; $; €", "USD; $; £"})
  void readsMoneyInItsOwnCurrencyOnly(String unit, String sign, String other) {
    CellForm form = Forms.of(CellType.MONEY, unit, 0);

    assertThat(Forms.read(form, sign + "5")).isEqualTo("whole=5 \"%s5\"", sign);
    assertThat(form.read(other + "5")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$", "£", "€"})
  void readsMoneyInAnyCurrencyWhereTheUnitNamesNone(String sign) {
    CellForm form = Forms.of(CellType.MONEY, "", 2);

    assertThat(Forms.read(form, sign + "5.25")).isEqualTo("whole=5.25 \"%s5.25\"", sign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-3%; -3",
        "−3%; -3",
        "–3%; -3",
        "+3%; 3",
        "3 %; 3",
        "7.5%; 7.5",
        "0.25%; 0.25",
        "1,234%; 1234",
        "0%; 0",
        "-0%; 0",
        "100%; 100",
        "4 percent; 4",
        "4 per cent; 4",
      })
  void readsPercentages(String cell, String number) {
    assertThat(Forms.read(PERCENT, cell)).isEqualTo("whole=%s \"%s\"", number, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "3", "%", "-%", "--3%", "-−3%", "3%%", "7.%", "7.555%", "- 3%", "—3%", "03%", "12,34%",
        "3%4%", "3% ", "three%", "-"
      })
  void refusesWhatIsNoPercentage(String cell) {
    assertThat(PERCENT.read(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 0",
        "7; 7",
        "357; 357",
        "22,478; 22478",
        "22478; 22478",
        "1,016,123; 1016123",
        "999,999,999,999; 999999999999",
        "12\u202f000; 12000",
        "1\u00a0016\u00a0123; 1016123",
        "12’000; 12000",
      })
  void readsCounts(String cell, String number) {
    assertThat(Forms.read(COUNT, cell)).isEqualTo("whole=%s \"%s\"", number, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "22,47", "22,4787", "7,596.5", "-5", "+5", "0,123", "012", "00", "1,,000", "1 000",
        ",123", "123,", "1.000", "2²", "٣"
      })
  void refusesWhatIsNoCount(String cell) {
    assertThat(COUNT.read(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"357; 357", "0; 0", "22,478; 22478", "22478; ", "4000; ", "0,123; ", "012; "})
  void wantsThousandsMarksOnAPageThatPrintsThem(String cell, String number) {
    Attribute count = Forms.attribute(CellType.COUNT, "jobs", 0, null);
    CellForm marked = CellForms.all(count, Forms.EMPTY).get(0);

    assertThat(Forms.read(marked, cell))
        .isEqualTo(number == null ? "" : "whole=%s \"%s\"".formatted(number, cell));
  }

  @ParameterizedTest
  @EnumSource(value = CellType.class, names = "COUNT", mode = EnumSource.Mode.EXCLUDE)
  void marksNothingButCounts(CellType type) {
    Attribute attribute = Forms.attribute(type, "", 2, "states");
    CellForm marked = CellForms.all(attribute, Forms.CATALOGUE).get(0);
    CellForm plain = CellForms.of(attribute, Forms.CATALOGUE);

    assertThat(marked.maxLength()).isEqualTo(plain.maxLength());
    assertThat(marked.isFree()).isEqualTo(type == CellType.NAME || type == CellType.TEXT);
    assertThat(marked.isFree()).isEqualTo(plain.isFree());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"3; 3", "4.3; 4.3", "3.67; 3.67", "5.00; 5.00", "0.5; 0.5", "100; 100"})
  void readsRatings(String cell, String number) {
    assertThat(Forms.read(RATING, cell)).isEqualTo("whole=%s \"%s\"", number, cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-3.67", "3.670", "1000", ".5", "5.", "3,67", "05", "05.1", "3.6.7", "4/5"})
  void refusesWhatIsNoRating(String cell) {
    assertThat(RATING.read(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"0; 0", "4; 4", "42; 42", "123456; 123456"})
  void readsIntegers(String cell, String number) {
    assertThat(Forms.read(INTEGER, cell)).isEqualTo("whole=%s \"%s\"", number, cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1234567", "4,200", "042", "4.0", "-4", "+4", "⁴", "12 years"})
  void refusesWhatIsNoInteger(String cell) {
    assertThat(INTEGER.read(cell)).isEmpty();
  }

  @Test
  void readsTheUnitOfANumberAsAWordBehindIt() {
    CellForm years = Forms.of(CellType.INTEGER, "years", 0);
    assertThat(Forms.read(years, "41 years")).isEqualTo("whole=41 \"41 years\"");
    assertThat(Forms.read(years, "38 years old")).isEqualTo("whole=38 \"38 years old\"");
    assertThat(Forms.read(years, "4 Yrs")).isEqualTo("whole=4 \"4 Yrs\"");
    assertThat(years.read("6 months")).isEmpty();
    CellForm jobs = Forms.of(CellType.COUNT, "jobs", 0);
    assertThat(Forms.read(jobs, "18,204 jobs")).isEqualTo("whole=18204 \"18,204 jobs\"");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20260105, 998877})
  void readsBackEveryNumberItPrints(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      long whole = random.nextLong(1_000_000_000_000L) >>> random.nextInt(40);
      String cents = "%02d".formatted(random.nextInt(100));
      String marked = String.format(Locale.ROOT, "%,d", whole);

      assertThat(Forms.read(COUNT, marked)).isEqualTo("whole=%d \"%s\"", whole, marked);
      assertThat(Forms.read(COUNT, "" + whole)).isEqualTo("whole=%d \"%d\"", whole, whole);
      assertThat(HOURLY.read("$" + marked + "." + cents).get(0).number())
          .isEqualTo(new BigDecimal(whole + "." + cents));
      assertThat(PERCENT.read("−" + marked + "." + cents + "%").get(0).number())
          .isEqualTo(new BigDecimal("-" + whole + "." + cents));
    }
  }
}
