package dev.unglue.split.open.piece;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of a header that has run together, as it was cut; shown by a bar. */
class NameSeamsTest {
  private static List<Slice> names(String cut) {
    return Stream.of(cut.split("\\|")).map(name -> Slice.of(SourceText.verbatim(name, 0))).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Feature|Red|HatUbuntu", // RedHat, Ubuntu
        "Featuree|Trade|Fidelity", // eTrade
        "Featurei|Mac|Dell", // iMac
        "Metrice|Trade|Fidelity",
        "Feature3M|Bosch",
        "Feature|MGMini"
      })
  void mayEndElsewhere(String cut) {
    assertThat(NameSeams.areDoubtful(names(cut))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Feature|Guitar|Ukulele", "Oak|Red Maple", "Features|Lamp|Lantern 2"})
  void endWhereTheyWereCut(String cut) {
    assertThat(NameSeams.areDoubtful(names(cut))).isFalse();
  }
}
