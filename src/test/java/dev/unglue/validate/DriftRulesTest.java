package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.run.Metric;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.validate.rule.RuleInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures of a run beside those of two good runs before it. */
class DriftRulesTest {
  private static final String AGE = "average_age_years";
  private static final RuleBook BOOK =
      new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());

  private static Metric of(String attribute, String member, String name, String value) {
    return new Metric(name, "samples", attribute, member, new BigDecimal(value));
  }

  private static List<Metric> ages(String... namesAndValues) {
    return Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
        .map(i -> of(AGE, "", namesAndValues[i], namesAndValues[i + 1]))
        .toList();
  }

  private static List<String> found(String rule, List<Metric> before, List<Metric> now) {
    return Checks.messages(
        Checks.only(
            rule,
            BOOK.check(
                RuleInput.RUN,
                new RunMetrics("samples", now, List.of(before, before)),
                new Tally())));
  }

  @Test
  void flagsCellsThatAreInDoubtMoreOftenByMoreThanTheLimit() {
    List<Metric> before = ages("cells", "100", "cells_ambiguous", "10");

    assertThat(found("ambiguity_rate_drift", before, ages("cells", "100", "cells_ambiguous", "20")))
        .isEmpty();
    assertThat(found("ambiguity_rate_drift", before, ages("cells", "100", "cells_ambiguous", "21")))
        .containsExactly(
            "Average age is in doubt more often: expected about 10 % of its cells in doubt, as in"
                + " the last 2 good runs of samples, found \"21 %\"");
    assertThat(found("ambiguity_rate_drift", before, ages("cells", "9", "cells_ambiguous", "9")))
        .isEmpty();
  }

  @Test
  void comparesNoSourceAsAWholeAndNoUnknownLabelByTheRulesOfAttributes() {
    List<Metric> before =
        List.of(
            of("", "", "cells", "100"),
            of("unmapped", "Hat", "cells", "100"),
            of("unmapped", "Hat", "cells_filled", "90"));
    List<Metric> now =
        List.of(
            of("", "", "cells", "100"),
            of("", "", "cells_ambiguous", "90"),
            of("unmapped", "Hat", "cells", "100"),
            of("unmapped", "Hat", "cells_ambiguous", "90"));

    assertThat(found("ambiguity_rate_drift", before, now)).isEmpty();
    assertThat(found("fill_rate_drop", before, now)).isEmpty();
  }

  @Test
  void flagsAMedianThatHasShiftedByMoreThanHalf() {
    List<Metric> before = ages("cells_filled", "20", "median", "40");

    assertThat(found("attribute_drift", before, ages("cells_filled", "20", "median", "60")))
        .isEmpty();
    assertThat(found("attribute_drift", before, ages("cells_filled", "20", "median", "61")))
        .containsExactly(
            "Average age has shifted: expected a median of about 40, as in the last 2 good runs of"
                + " samples, found \"61\"; look at its unit");
    assertThat(
            found(
                "attribute_drift",
                ages("cells_filled", "20", "median", "0"),
                ages("cells_filled", "20", "median", "61")))
        .isEmpty();
  }

  @Test
  void flagsOneValueForAll() {
    List<Metric> before = ages("cells_filled", "20", "distinct", "10");

    assertThat(found("attribute_drift", before, ages("cells_filled", "20", "distinct", "4")))
        .isEmpty();
    assertThat(found("attribute_drift", before, ages("cells_filled", "20", "distinct", "1")))
        .containsExactly(
            "Average age has fewer different values: expected about 50 different values in 100"
                + " cells, as in the last 2 good runs of samples, found \"5\"");
  }

  @Test
  void flagsALabelThatHasVanishedUnlessItWasRare() {
    List<Metric> now = List.of(of("", "", "pages", "10"));
    List<Metric> usual = withPages(of(AGE, "", "pages_with", "2"));
    List<Metric> rare = withPages(of(AGE, "", "pages_with", "1"));
    List<Metric> unknown = withPages(of("unmapped", "Hat", "pages_with", "10"));
    List<Metric> unknownInAll = withPages(of("unmapped", "", "pages_with", "10"));

    assertThat(found("label_lost", usual, now))
        .containsExactly(
            "The label of Average age has vanished: expected it on about 20 % of the pages, as in"
                + " the last 2 good runs of samples, found \"0 %\"");
    assertThat(found("label_lost", rare, now)).isEmpty();
    assertThat(found("label_lost", unknown, now))
        .containsExactly(
            "The label of \"Hat\" has vanished: expected it on about 100 % of the pages, as in the"
                + " last 2 good runs of samples, found \"0 %\"");
    assertThat(found("label_lost", unknownInAll, now)).isEmpty();
  }

  private static List<Metric> withPages(Metric metric) {
    return List.of(of("", "", "pages", "10"), metric);
  }
}
