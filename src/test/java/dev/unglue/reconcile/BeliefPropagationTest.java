package dev.unglue.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.subject.Belief;
import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.model.subject.UnresolvedCells.Option;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BeliefPropagationTest {
  private static final PageTrust TRUST = new PageTrust(5, -4, 2, -3);

  /** A row of two names that can be cut anywhere; each character of its text is as good a place. */
  private static UnresolvedCells row(String capture, String left, String right, String text) {
    List<Option> options =
        IntStream.range(1, text.length())
            .mapToObj(at -> new Option(List.of(text.substring(0, at), text.substring(at)), 0))
            .toList();
    return new UnresolvedCells(capture, text, List.of(left, right), options);
  }

  /** The cell that the belief makes likeliest, and by how much. */
  private static String best(Belief belief) {
    Map.Entry<String, Double> best =
        belief.byCell().entrySet().stream()
            .max(Map.Entry.<String, Double>comparingByValue())
            .orElseThrow();
    long rivals = belief.byCell().values().stream().filter(best.getValue()::equals).count();
    return best.getKey() + " " + best.getValue() + (rivals > 1 ? " of " + rivals : "");
  }

  @Test
  void saysNothingOfARowThatStandsAlone() {
    List<List<Belief>> beliefs = beliefs(List.of(row("1", "a", "b", "CitiIBM")), List.of());

    assertThat(beliefs).hasSize(1);
    assertThat(beliefs.get(0)).allMatch(Belief::isNeutral);
  }

  @Test
  void aCertainCellOfAnotherPageFavoursTheReadingsThatHaveIt() {
    Belief left =
        beliefs(List.of(row("1", "a", "b", "CitiIBM")), List.of(new KnownCell("2", "a", "Citi")))
            .get(0)
            .get(0);

    assertThat(best(left)).isEqualTo("Citi 5.0");
    assertThat(left.of("Cit")).isEqualTo(-4);
    assertThat(left.of("never seen")).isEqualTo(-4);
  }

  @Test
  void aCertainCellOfTheSamePageIsNoOtherPage() {
    List<KnownCell> own = List.of(new KnownCell("1", "a", "Citi"));

    assertThat(beliefs(List.of(row("1", "a", "b", "CitiIBM")), own).get(0))
        .allMatch(Belief::isNeutral);
  }

  @Test
  void certainCellsThatDifferFavourEachForLess() {
    List<KnownCell> known =
        List.of(new KnownCell("2", "a", "Citi"), new KnownCell("3", "a", "CitiI"));
    Belief left = beliefs(List.of(row("1", "a", "b", "CitiIBM")), known).get(0).get(0);

    assertThat(left.of("Citi")).isEqualTo(2.5);
    assertThat(left.of("CitiI")).isEqualTo(2.5);
    assertThat(left.of("Cit")).isEqualTo(-4);
  }

  @Test
  void aValueThatChangedEverywhereSpeaksAgainstNoReading() {
    List<KnownCell> known = List.of(new KnownCell("2", "a", "Wipro"));

    assertThat(beliefs(List.of(row("1", "a", "b", "CitiIBM")), known).get(0))
        .allMatch(Belief::isNeutral);
  }

  @Test
  void anotherOpenRowFavoursWhatBothCanHold() {
    List<UnresolvedCells> rows =
        List.of(row("1", "a", "b", "CitiIBM"), row("2", "c", "a", "WiproCiti"));
    List<List<Belief>> beliefs = beliefs(rows, List.of());

    assertThat(best(beliefs.get(0).get(0))).isEqualTo("Citi 2.0");
    assertThat(best(beliefs.get(1).get(1))).isEqualTo("Citi 2.0");
  }

  @Test
  void theSameTextAgainIsNoSecondWitness() {
    List<UnresolvedCells> once =
        List.of(row("1", "a", "b", "CitiIBM"), row("2", "c", "a", "WiproCiti"));
    List<UnresolvedCells> twice = new ArrayList<>(once);
    twice.add(row("3", "c", "a", "WiproCiti"));
    twice.add(row("4", "a", "b", "CitiIBM"));

    assertThat(beliefs(twice, List.of()).subList(0, 2)).isEqualTo(beliefs(once, List.of()));
  }

  @Test
  void whatOnePageLearnsReachesTheNextInALaterRound() {
    // The third page is certain of c; so the second knows its a, and the first its b.
    List<UnresolvedCells> rows = List.of(row("1", "a", "b", "xxxy"), row("2", "a", "c", "xxxz"));
    List<List<Belief>> beliefs = beliefs(rows, List.of(new KnownCell("3", "c", "xxz")));

    assertThat(best(beliefs.get(0).get(0))).isEqualTo("x 2.0");
  }

  @Test
  void aRowInWhichTheCellMayBeMissingTellsNothing() {
    UnresolvedCells marks =
        new UnresolvedCells(
            "2",
            "-x-",
            List.of("a", "c", "d"),
            List.of(new Option(List.of("", "x", ""), 0), new Option(List.of("-x", "", ""), 0)));

    assertThat(beliefs(List.of(row("1", "a", "b", "CitiIBM"), marks), List.of()).get(0))
        .allMatch(Belief::isNeutral);
  }

  @Test
  void aRowWithoutAReadingIsRefused() {
    assertThatThrownBy(() -> new UnresolvedCells("1", "x", List.of("a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("open row \"x\": expected a reading");
  }

  @Test
  void noRowsHaveNoBeliefs() {
    assertThat(beliefs(List.of(), List.of())).isEmpty();
  }

  // --- any order ------------------------------------------------------------------------------

  static Stream<Long> seeds() {
    return new Random(20261123).longs(20).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void believesTheSameInEveryOrder(long seed) {
    Random random = new Random(seed);
    List<UnresolvedCells> rows = new ArrayList<>();
    List<KnownCell> known = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String left = "s" + random.nextInt(12);
      String right = "s" + (12 + random.nextInt(12));
      rows.add(weighed(random, row("r" + i, left, right, word(random) + word(random))));
      if (i % 5 == 0) {
        known.add(new KnownCell("k" + i, left, word(random)));
      }
    }
    Map<UnresolvedCells, List<Belief>> expected = new HashMap<>();
    List<List<Belief>> beliefs = beliefs(rows, known);
    IntStream.range(0, rows.size()).forEach(i -> expected.put(rows.get(i), beliefs.get(i)));

    Collections.shuffle(rows, random);
    Collections.shuffle(known, random);
    List<List<Belief>> again = beliefs(rows, known);

    for (int i = 0; i < rows.size(); i++) {
      assertThat(again.get(i)).isEqualTo(expected.get(rows.get(i)));
    }
  }

  // --- a part of the rows ---------------------------------------------------------------------

  @Test
  void aCertainCellCountsAlsoWhereNoRowSpeaks() {
    UnresolvedCells marks =
        new UnresolvedCells(
            "1",
            "x-",
            List.of("a", "c"),
            List.of(new Option(List.of("x", ""), 0), new Option(List.of("", "x"), 0)));
    List<KnownCell> known = List.of(new KnownCell("2", "a", "x"));
    List<Belief> alone = beliefs(List.of(marks), known).get(0);

    assertThat(best(alone.get(0))).isEqualTo("x 5.0");
    assertThat(beliefs(List.of(marks, row("3", "d", "e", "CitiIBM")), known).get(0))
        .as("beside rows of other subjects")
        .isEqualTo(alone);
  }

  /** The first row says the same from the beginning, and is told more by each round. */
  @Test
  void newsOfALaterRoundReachesARowThatSaysNothingNew() {
    List<KeptRow> all =
        kept(
            List.of(
                row("1", "a", "z", "xxwv"),
                row("2", "a", "b", "xxwwy"),
                row("3", "c", "b", "xwwy"),
                row("4", "c", "d", "xxxz")),
            List.of(new KnownCell("5", "d", "xxz")));

    assertThat(all.get(0).settled().said()).hasSize(1);
    assertThat(all.get(1).settled().said()).hasSize(2);
    assertThat(settledAlone(all.get(0), all)).isEqualTo(all.get(0).settled());
  }

  private static PropagationResult settledAlone(KeptRow row, List<KeptRow> all) {
    List<KeptRow> others = all.stream().filter(other -> other.id() != row.id()).toList();
    return BeliefPropagation.propagate(List.of(row.row()), others, List.of(), TRUST).get(0);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void settlesAPartBesideTheRestAsTheWholeWasSettled(long seed) {
    Random random = new Random(seed);
    List<UnresolvedCells> rows = new ArrayList<>();
    List<KnownCell> known = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int left = random.nextInt(30);
      String right = "s" + (left + 1 + random.nextInt(2));
      rows.add(weighed(random, row("r" + i, "s" + left, right, word(random) + word(random))));
      if (i % 8 == 0) {
        known.add(new KnownCell("k" + i, right, word(random)));
      }
    }
    List<KeptRow> all = kept(rows, known);
    List<KeptRow> part = all.stream().filter(row -> random.nextInt(4) == 0).toList();
    List<KeptRow> rest = all.stream().filter(row -> !part.contains(row)).toList();

    List<PropagationResult> settled =
        BeliefPropagation.propagate(part.stream().map(KeptRow::row).toList(), rest, known, TRUST);

    assertThat(settled).isEqualTo(part.stream().map(KeptRow::settled).toList());
  }

  private static List<KeptRow> kept(List<UnresolvedCells> rows, List<KnownCell> known) {
    List<PropagationResult> settled = BeliefPropagation.propagate(rows, List.of(), known, TRUST);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new KeptRow(i, rows.get(i), settled.get(i)))
        .toList();
  }

  private static UnresolvedCells weighed(Random random, UnresolvedCells row) {
    return new UnresolvedCells(
        row.capture(),
        row.text(),
        row.subjects(),
        row.options().stream().map(o -> new Option(o.cells(), -8 * random.nextDouble())).toList());
  }

  private static String word(Random random) {
    return List.of("ab", "abc", "bc", "cab", "a", "bcab").get(random.nextInt(6));
  }

  private static List<List<Belief>> beliefs(
      List<UnresolvedCells> rows, Collection<KnownCell> known) {
    return BeliefPropagation.propagate(rows, List.of(), known, TRUST).stream()
        .map(PropagationResult::beliefs)
        .toList();
  }
}
