package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameJoinsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Oak, Elm und Ash;Oak|Elm|Ash",
        "Oak, or Elm as well as Ash;Oak|Elm|Ash",
        "Oak et l'Orme;Oak|l'Orme",
        "Oak/Elm x Ash;Oak|Elm|Ash",
        "オークとニレ;オーク|ニレ",
        "Orchid;Orchid",
        // a word that joins names in one language only, unless it is the only one here
        "Oak of Elm;Oak|Elm",
        "Forest of Oak and Elm;Forest of Oak|Elm",
        "Oak, Elm e Ash a confronto;Oak|Elm|Ash a confronto",
      })
  void partsNamesWhateverTheLanguage(String text, String pieces) {
    StringBuilder cut = new StringBuilder();
    int from = 0;
    for (var join : NameJoins.in(text)) {
      cut.append(text, from, join.start()).append('|');
      from = join.end();
    }
    assertThat(cut.append(text.substring(from))).hasToString(pieces);
  }
}
