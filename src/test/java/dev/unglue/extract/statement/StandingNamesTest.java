package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.RandomText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandingNamesTest {
  private static final List<String> NAMES = List.of("aba", "ab", "b a", "AB-c", "a");

  static Stream<String> pages() {
    return RandomText.of(1_000, 12, List.of("a", "b", "A", "-", "–", "c", " ", "|", "\n", "*"));
  }

  /** How often a name stands in a cell of the page: slower, and plainer. */
  private static int count(String page, String name) {
    int count = 0;
    for (String cell : plain(page).split("[|\n]")) {
      for (int at = 0; at < cell.length(); at++) {
        count += cell.startsWith(plain(name), at) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean standsAlone(String page, String name) {
    return List.of(plain(page).split("[|\n]")).contains(plain(name));
  }

  private static String plain(String text) {
    return text.replaceAll("[* ]", "").replace('–', '-').toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void areCountedAsCellByCell(String page) {
    List<Line> lines =
        Stream.of(page.split("\n", -1))
            .map(line -> new Line(SourceText.verbatim(line, 0), Line.Kind.PLAIN))
            .toList();
    StandingNames standing = StandingNames.in(new PageText(lines));

    for (String name : NAMES) {
      assertThat(standing.count(name)).as(name).isEqualTo(count(page, name));
      assertThat(standing.alone(List.of(name)) > 0).as(name).isEqualTo(standsAlone(page, name));
    }
    assertThat(standing.standTogether(List.of("ab", "aba")))
        .isEqualTo(Pattern.compile("ab[|\n]*aba").matcher(plain(page)).find());
  }
}
