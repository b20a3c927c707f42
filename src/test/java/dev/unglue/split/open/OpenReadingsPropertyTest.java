package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.InvisibleCharacters;
import dev.unglue.text.Whitespace;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every reading of every row, whatever stands in it. */
class OpenReadingsPropertyTest {
  private static final long SEED = 20261123;
  private static final OpenWeights WEIGHTS =
      OpenWeights.in(ConfigFolder.load(Path.of("config")).catalogue().weights());
  private static final List<String> WORDS =
      List.of(
          "Weight", "Paris", "up", "of", "$4.50", "12,300", "7%", "-", "Yes", "(two", "sets)",
          "iPhone", "km2", "é", "ÅÄ", "１２", "\u00adx", "مرحبا", "😀", "2019", "A/B", ",", "e.g.");

  static Stream<String> rows() {
    Random random = new Random(SEED);
    return IntStream.range(0, 400)
        .mapToObj(
            i ->
                random
                    .ints(2 + random.nextInt(14), 0, WORDS.size())
                    .mapToObj(WORDS::get)
                    .collect(Collectors.joining(i % 2 == 0 ? " " : "")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theirPiecesTogetherAreTheRow(String text) {
    SourceText row = SourceText.verbatim(text, 7);
    for (Join join : List.of(Join.GLUED, Join.SPACED)) {
      for (OpenTableRow read : read(row, join)) {
        for (Reading reading : read.readings()) {
          assertThat(bare(reading.cells()))
              .as("seed %d", SEED)
              .isEqualTo(bare(List.of(Slice.of(row))));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theirProbabilitiesAreAtMostOneTogether(String text) {
    SourceText row = SourceText.verbatim(text, 0);
    for (OpenTableRow read : read(row, Join.SPACED)) {
      double sum = read.readings().stream().mapToDouble(Reading::probability).sum();
      assertThat(sum).isBetween(0.0, 1.0 + 1e-9);
    }
  }

  private static List<OpenTableRow> read(SourceText row, Join join) {
    TableSolver solver = new TableSolver(join, WEIGHTS);
    return IntStream.rangeClosed(2, 6)
        .mapToObj(columns -> solver.named(List.of(row), columns).get(0))
        .toList();
  }

  /** All characters that a reader sees, each with its place. */
  private static List<String> bare(List<Slice> pieces) {
    return pieces.stream()
        .flatMap(
            piece ->
                IntStream.range(0, piece.text().length())
                    .filter(i -> isSeen(piece.text().charAt(i)))
                    .mapToObj(i -> (piece.span().start() + i) + ":" + piece.text().charAt(i)))
        .toList();
  }

  private static boolean isSeen(char c) {
    return !Whitespace.is(c) && !InvisibleCharacters.is(c);
  }
}
