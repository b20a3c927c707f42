package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GluedCountTest {
  private static PageStatements read(String... lines) {
    StringBuilder page = new StringBuilder("The top companies that hire the most cooks are:\n");
    for (String line : lines) {
      page.append("- ").append(line).append(" cooks jobs\n");
    }
    return Reading.of(page.toString().replace("The top", "The"), "Cook");
  }

  private static String shown(PageStatements read) {
    return read.mentions().stream()
            .map(mention -> mention.member() + "=" + mention.value())
            .collect(Collectors.joining(";"))
        + read.open().stream()
            .flatMap(open -> open.choices().stream())
            .map(choice -> choice.member() + "=" + choice.value())
            .collect(Collectors.joining(" or ", "?", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TD Bank16|TD Bank=16?",
        "Amazon.com, Inc.1,204|Amazon.com, Inc.=1204?",
        "IBM25|IBM=25?",
        "J.P. Morgan (Chase)12|J.P. Morgan (Chase)=12?",
        "TD Bank 6|TD Bank=6?",
        "TD Bank 16|?TD Bank=16 or TD Bank 1=6",
        "8 x 5|8 x=5?",
        "Phillips 668|?Phillips=668 or Phillips 6=68 or Phillips 66=8",
        "Motel 605|?Motel=605 or Motel 60=5",
        "F512|?F=512 or F5=12 or F51=2",
        "3M5|3M=5?",
        "Bar 1,204|Bar=1204?",
        "Motel 61,204|?Motel=61204 or Motel 6=1204",
      })
  void readsANameAndACount(String line, String expected) {
    assertThat(shown(read(line))).isEqualTo(expected);
  }

  @Test
  void takesTheOtherLinesAsEvidence() {
    assertThat(shown(read("Flagstar Bank8", "Motel 63"))).isEqualTo("Flagstar Bank=8;Motel 6=3?");
    assertThat(shown(read("Flagstar Bank8", "Phillips 668")))
        .isEqualTo("Flagstar Bank=8?Phillips 6=68 or Phillips 66=8");
    assertThat(shown(read("Flagstar Bank 8", "TD Bank 16")))
        .isEqualTo("Flagstar Bank=8;TD Bank=16?");
    assertThat(shown(read("Flagstar Bank 8", "TD Bank6", "Phillips 668")))
        .isEqualTo("Flagstar Bank=8;TD Bank=6?Phillips=668 or Phillips 6=68 or Phillips 66=8");
  }

  @Test
  void keepsTheWholeTextOfWhatIsOpen() {
    PageStatements.Open open = read("Phillips 668").open().get(0);

    assertThat(open.raw()).hasToString("Phillips 668");
    assertThat(open.attribute()).isEqualTo("hiring_company_jobs");
    assertThat(open.subject().slug()).isEqualTo("cook");
    assertThat(open.method()).isEqualTo("list");
  }
}
