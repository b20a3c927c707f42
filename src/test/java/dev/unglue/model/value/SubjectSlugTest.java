package dev.unglue.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.text.RandomText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectSlugTest {
  static Stream<String> names() {
    return RandomText.of(
        2_000,
        8,
        List.of(
            "a", "B", "C", "+", "#", " ", "'", "’", "-", "/", "é", "Å", "½", "Ⅳ", "5", "😀", "ß"));
  }

  /** The same in single steps: slower, and plainer. */
  private static String slug(String name) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String spoken = bare.toLowerCase(Locale.ROOT).replace("+", " plus ").replace("#", " sharp ");
    String slug =
        spoken.replaceAll("['’]", "").replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "unnamed" : slug;
  }

  @ParameterizedTest
  @MethodSource("names")
  void isMadeAsInSingleSteps(String name) {
    assertThat(Subject.slugOf(name)).isEqualTo(slug(name));
  }
}
