package dev.unglue.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceMarksTest {
  private static List<String> lines(String text) {
    return PlainText.lines(text).stream().map(SourceText::text).toList();
  }

  @Test
  void readsTheNamesAndTextsOfJson() {
    assertThat(
            lines(
                "Tools\n{\n  \"Kiln\": {\n    \"Lid\": \"19\\\" wide\",\n    \"Age\": 4,\n"
                    + "    \"Old\": true\n  },\n  \"Rest\": \"\"\n}\nThe end"))
        .containsExactly(
            "Tools",
            "",
            "Kiln",
            "Lid: 19\" wide",
            "Age: 4",
            "Old: true",
            "",
            "Rest: ",
            "",
            "The end");
  }

  @Test
  void keepsThePlacesOfNamesAndTexts() {
    SourceText line = PlainText.lines("{\n\"Lid\": \"wide\"\n}").get(1);

    assertThat(line.text()).isEqualTo("Lid: wide");
    assertThat(line.slice(0, 3).span().start()).isEqualTo(3);
    assertThat(line.slice(5).span().start()).isEqualTo(10);
  }

  @Test
  void readsTheNameOfASection() {
    assertThat(lines("[Kiln]\nage = 4\n[1]\n[Wheel]\nage: 3"))
        .containsExactly("Kiln", "age = 4", "[1]", "Wheel", "age: 3");
  }

  @Test
  void readsUnderscoresThatPadCellsAsBlanks() {
    assertThat(lines(" ______\n|Item____|Old_kiln|\n|Age_____|4_______|\n|Gas_(m²)|3______|"))
        .containsExactly(
            " ______", "|Item    |Old kiln|", "|Age     |4       |", "|Gas (m²)|3      |");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Kiln\": 4\n\"Wheel\": 3\n\"Lid\": 2",
        "{\n\"Kiln\"\n}",
        "{ x }\n{ y }\n{ z }",
        "[Kiln]\nis old",
        "[a|b]\nage = 4",
        "|snake_case|a_|\n|b|c|\n|d_|e|",
        "|a b_|\n|c d_|\n|e f_|",
        "o forno é velho\no torno é novo\no barro é bom",
        "  o forno\n  o torno",
      })
  void leavesOtherLinesAlone(String text) {
    assertThat(String.join("\n", lines(text))).isEqualTo(text);
  }

  @Test
  void readsLongLinesAsTheyAre() {
    String line = "\"" + "\\\"".repeat(100_000) + "\": 1";
    assertThat(lines("{\n" + line + "\n" + line + "\n}")).contains(line);
  }
}
