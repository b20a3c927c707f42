package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows joined by blanks or run together that nothing shows how to cut: kept, never read wrong. */
class RowsOfWordsTest {
  private static List<String> told(String... rows) {
    return Told.of("text/plain", "Guitar vs Ukulele\n\n" + String.join("\n", rows) + "\n");
  }

  @Test
  void takesNoLongRowOfWordsForAHeading() {
    assertThat(
            told(
                "Guitar Ukulele",
                "Weight 3.2 kg 0.6 kg",
                "Length 101 cm 53 cm",
                "Sound full and warm with a long ring bright and short with a quick bite",
                "Price $250 $80",
                "Strings 6 4"))
        .containsExactly(
            "Guitar Length 101 cm",
            "Guitar Price $250",
            "Guitar Strings 6",
            "Guitar Weight 3.2 kg",
            "Ukulele Length 53 cm",
            "Ukulele Price $80",
            "Ukulele Strings 4",
            "Ukulele Weight 0.6 kg",
            "nobody unmapped unparsed");
  }

  @Test
  void leavesARowOpenWhoseLabelHasTakenValues() {
    assertThat(
            told(
                "Guitar Ukulele",
                "Weight 3.2 kg 0.6 kg",
                "Length 101 cm 53 cm",
                "Contests (last three) 2-1 0-0 3-1 1-1 0-2 2-2",
                "Price $250 $80",
                "Strings 6 4"))
        .containsExactly(
            "Guitar Contests (last three) 2-1 0-0 3-1 1-1 ambiguous",
            "Guitar Length 101 cm",
            "Guitar Price $250",
            "Guitar Strings 6",
            "Guitar Weight 3.2 kg",
            "Ukulele Contests (last three) 2-1 0-0 3-1 1-1 ambiguous",
            "Ukulele Length 53 cm",
            "Ukulele Price $80",
            "Ukulele Strings 4",
            "Ukulele Weight 0.6 kg");
  }

  @Test
  void leavesARowOpenWhoseLabelMayEndWithANumber() {
    assertThat(
            told(
                "FeatureGuitarUkulele",
                "Wood share40%30%",
                "Spruce grade A217% of it9% of it",
                "Price$250$80",
                "Sold12%8%"))
        .containsExactly(
            "Guitar Price $250",
            "Guitar Sold 12%",
            "Guitar Spruce grade A ambiguous",
            "Guitar Wood share 40%",
            "Ukulele Price $80",
            "Ukulele Sold 8%",
            "Ukulele Spruce grade A ambiguous",
            "Ukulele Wood share 30%");
  }
}
