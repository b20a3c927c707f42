package dev.unglue.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupWithinTest {
  @Test
  void partsTablesFromTheTextAroundThem() {
    String page = "# Kiln\n<table>\n<tr><td>4</td></tr></table> and\nTable<TABLE><td>5</TABLE>.";

    String within = MarkupWithin.of(page);

    assertThat(within)
        .isEqualTo("      \n<table>\n<tr><td>4</td></tr></table>    \n     <TABLE><td>5</TABLE> ");
    assertThat(MarkupWithin.outside(page, within).replaceAll(" +", " "))
        .isEqualTo("# Kiln\n \n and\nTable .");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no table",
        "<table><tr><td><table><td>1</td></table></td></tr></table>",
        "Write `<table>` and `</table>`.",
        "<table><tr><td>never closed</td>",
        "<table\nAverage age 6\n<td</table>",
        "<table>\nAverage age 6\n<td></table>",
        "<table><\nAverage age 6\n<td></table>",
        "<table><r\nAverage age 6\n<td></table>",
        "<table><\nAverage age 6\n><td></table>",
        "<table><r\nAverage age 6\n><td></table>",
        "<table><tr><td>1</td></tr>\nAverage age 6\n<tr><td>2</td></tr></table>",
        "</table><td>"
      })
  void findsNoneInOtherText(String page) {
    assertThat(MarkupWithin.of(page)).isEmpty();
    assertThat(MarkupWithin.outside(page, "")).isEqualTo(page);
  }
}
