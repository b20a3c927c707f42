package dev.unglue.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import org.junit.jupiter.api.Test;

class CleanTextTest {
  private static String read(String text) {
    return CleanText.of(SourceText.verbatim(text, 100)).text();
  }

  @Test
  void leavesOutWhatNobodySees() {
    assertThat(read("Year\u00adly \u200esalary\u200b$51,204\u2060"))
        .isEqualTo("Yearly salary$51,204");
    assertThat(read("\ufeffPlumber")).isEqualTo("Plumber");
  }

  @Test
  void readsEntitiesThatAreLeftInTheText() {
    assertThat(read("R&amp;D &#8722;2&#37; &minus;3% A&nbsp;B")).isEqualTo("R&D −2% −3% A\u00a0B");
    assertThat(read("AT&T; &bogus; &amp")).isEqualTo("AT&T; &bogus; &amp");
  }

  @Test
  void readsHardBlanksAsPlainOnesUnlessPlainOnesStandBesideThem() {
    assertThat(read("Average\u00a0age\u00a041\u00a038")).isEqualTo("Average age 41 38");
    assertThat(read("Weight 6\u00a0kg 40\u00a0kg")).isEqualTo("Weight 6\u00a0kg 40\u00a0kg");
    assertThat(read("12\u202f000")).isEqualTo("12\u202f000");
    assertThat(read("Old age\u00a0\u00a0\u00a041\u00a0 6\u00a0kg"))
        .isEqualTo("Old age   41  6\u00a0kg");
  }

  @Test
  void leavesOutTheMarksOfColours() {
    assertThat(read("|{color:#f00}9 kW{color}|{color}|")).isEqualTo("|9 kW||");
    assertThat(read("{color}")).isEmpty();
    assertThat(read("a {color and b")).isEqualTo("a {color and b");
  }

  @Test
  void keepsThePlaceOfEachCharacter() {
    SourceText text = CleanText.of(SourceText.verbatim("a\u00ad&amp;b", 100));

    assertThat(text.text()).isEqualTo("a&b");
    assertThat(text.slice(1, 2).span()).isEqualTo(new Span(102, 107));
    assertThat(text.slice(2, 3).span()).isEqualTo(new Span(107, 108));
  }

  @Test
  void undoesEscapesBeforeMarksButForThoseOfListsAndCells() {
    String text = "\\-22\\% of \\$9 \\- C:\\kiln a\\|b \\*";
    assertThat(CleanText.unescaped(SourceText.verbatim(text, 0)).text())
        .isEqualTo("-22% of $9 \\- C:\\kiln a\\|b \\*");
  }
}
