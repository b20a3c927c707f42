package dev.unglue.extract.table.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.Tables;
import dev.unglue.extract.table.label.RowLook.Kind;
import dev.unglue.model.value.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLookTest {
  private static final RowLook LOOK = new RowLook(Tables.LABELS);

  private static java.util.Optional<Kind> at(String line) {
    return LOOK.at(SourceText.verbatim(line, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Number of jobs22,4787,596",
        "Number of jobs 22,478 7,596",
        "| Number of jobs | 22,478 | 7,596 |",
        "Hourly rate: $16.79",
        "| Hourly rate | $16.79 | |",
        "Average age 42 46",
        "Average age 42 -"
      })
  void knowsAKnownLabelWithAValueBehindIt(String line) {
    assertThat(at(line)).contains(Kind.LABELLED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Weight 143g 155g",
        "Share of kilns 61.8% | 64.0%",
        "Price $2,299 $1,997",
        "Price$2,299$1,997",
        "Share of kilns61.8%64.0%",
        "|| Share of kilns\t61.8%\t64.0%",
        "Weight 6 kg 40 kg",
        "Weight 6 kg -",
        "Port USB3 USB4",
        "Since 2019-05-01 2021-06-02",
        "Since v1 v2 2021-06-02",
        "Change −3% +4%",
        "| Kilns | 5 | 6 |",
        "| | Lid || red |blue| |"
      })
  void knowsTwoValuesBehindAText(String line) {
    assertThat(at(line)).contains(Kind.VALUES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|",
        "Number of jobs",
        "Average age is what people ask for",
        "Kilns cost $2,299 or even $3,000 in most of the shops.",
        "Updated Mar 5, 2025",
        "Page 1 of 20",
        "143g 155g",
        "Weight 143g",
        "| Lid | red |",
        "| 1 | red | blue |",
        "|---|---|---|",
        "Lid | red | blue |",
        "| Lid | red | blue",
        "Made of steel (2,000 of 3,000)",
        "See 2024 2025",
        "jo5 2025-04-02",
        "By jo5 02.04.2025"
      })
  void takesNothingElseForARow(String line) {
    assertThat(at(line)).isEmpty();
  }

  @Test
  void looksAtNoLongLine() {
    assertThat(at("Weight " + "143g ".repeat(58))).contains(Kind.VALUES);
    assertThat(at("Weight " + "143g ".repeat(59))).isEmpty();
  }
}
