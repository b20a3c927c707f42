package dev.unglue.split.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unglue.model.field.CellPart;
import dev.unglue.model.page.Row.Join;
import dev.unglue.normalize.CellForms;
import dev.unglue.split.Questions;
import dev.unglue.split.Shapes;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cuts of names by tables of ints find what their slow twins find by strings. */
class NameCutsTest {
  private static final int TEXTS = 300;
  private static final String COMPANY = "best_paying_company";
  private static final Set<String> PREFIXES = Shapes.LEARNED.prefixes();
  private static final NameStats STATS = Shapes.LEARNED.stats();

  private static final List<String> PIECES =
      List.of(
          "Bank",
          "of",
          "America",
          "Inc.",
          "LLC",
          "Mc",
          "Kesson",
          "eBay",
          "IBM",
          "AT",
          "&",
          "T",
          "3M",
          "-",
          "Jean-",
          "(",
          ")",
          ".",
          "U.S.",
          "a",
          "s",
          "é",
          "İ",
          "42",
          "٣",
          "+",
          "’",
          "Care",
          "Health",
          "Nationin",
          "University",
          "Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs");

  @ParameterizedTest
  @EnumSource(
      value = Join.class,
      names = {"GLUED", "SPACED"})
  void seeTheFeaturesThatTheirSlowTwinSees(Join join) {
    Random random = new Random(1);
    for (int i = 0; i < 20 * TEXTS; i++) {
      String left = name(random);
      String right = name(random);
      Map<String, Double> seen = NameCut.features(left, right, join, PREFIXES, STATS);
      Map<String, Double> slow = NameCutByStrings.features(left, right, join, PREFIXES, STATS);

      assertThat(withoutZeros(seen)).as(left + "|" + right).isEqualTo(withoutZeros(slow));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Join.class,
      names = {"GLUED", "SPACED"})
  void weighReadingsAsCutByCut(Join join) {
    Random random = new Random(2);
    for (int i = 0; i < TEXTS; i++) {
      List<Cell> reading = reading(join, random);
      String text =
          String.join(join == Join.SPACED ? " " : "", reading.stream().map(Cell::text).toList());
      Question question = Questions.of(COMPANY, join, reading.size(), text);
      Evidence cuts = Shapes.LEARNED.ofOneQuestion(question);
      double slow = Shapes.LEARNED.weigh(question, reading);
      assertThat(cuts.weigh(question, reading)).as(text).isCloseTo(slow, within(1e-9));
    }
  }

  @Test
  void findEachPartOfATextAsAMapOfStringsDoes() {
    Random random = new Random(3);
    for (int i = 0; i < TEXTS; i++) {
      String text = name(random);
      WordTable table = new WordTable();
      Map<String, Integer> slow = new HashMap<>();
      for (String piece : PIECES) {
        slow.putIfAbsent(piece.toLowerCase(Locale.ROOT), slow.size());
        table.add(piece.toLowerCase(Locale.ROOT));
      }
      NameText named = new NameText(text);
      for (int from = 0; from < Math.min(30, text.length()); from++) {
        for (int to = from + 1; to <= Math.min(text.length(), from + 60); to++) {
          assertThat(named.lowerIn(table, from, to))
              .isEqualTo(slow.getOrDefault(NameText.lower(text.substring(from, to)), -1));
        }
      }
      assertThat(table.size()).isEqualTo(slow.size());
    }
  }

  // --- made names -----------------------------------------------------------------------------

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      name.append(PIECES.get(random.nextInt(PIECES.size())))
          .append(random.nextInt(3) == 0 ? " " : "");
    }
    return name.toString().strip();
  }

  private static String shortName(Random random) {
    String name = name(random);
    return name.substring(0, Math.min(60, name.length())).strip();
  }

  private static List<Cell> reading(Join join, Random random) {
    List<Cell> cells = new ArrayList<>();
    int at = 0;
    for (int i = random.nextInt(5); i >= -1; i--) {
      String text = random.nextInt(9) == 0 ? "-" : shortName(random);
      List<CellPart> parts =
          CellForms.of(Questions.attribute(COMPANY), Questions.CATALOGUE).read(text);
      cells.add(new Cell(at, at + text.length(), text, parts));
      at += text.length() + (join == Join.SPACED ? 1 : 0);
    }
    return cells;
  }

  private static Map<String, Double> withoutZeros(Map<String, Double> features) {
    Map<String, Double> seen = new HashMap<>(features);
    seen.values().removeIf(value -> value == 0);
    return seen;
  }
}
