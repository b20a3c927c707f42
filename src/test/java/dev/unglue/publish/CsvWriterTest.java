package dev.unglue.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows, as the format says. */
class CsvWriterTest {
  private static final long SEED = 16;
  private static final String LETTERS = "ab$([-=+@;,'\"\t\r\n #!~é＝７\uD83D\uDE00";

  @Test
  void quotesOnlyWhatNeedsIt() throws IOException {
    assertThat(written(List.of("a", 12, new BigDecimal("1.50"), "b,c", "d\"e", "f\ng")))
        .isEqualTo("a,12,1.5,\"b,c\",\"d\"\"e\",\"f\ng\"\n");
  }

  @Test
  void leavesACellEmptyWhereThereIsNothing() throws IOException {
    List<@Nullable Object> cells = new ArrayList<>(List.of("", "-", " - ", "x"));
    cells.set(0, null);
    assertThat(written(cells)).isEqualTo(",,,x\n");
  }

  @Test
  void writesWhatTheLibraryWritesForAnyText() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int cell = random.nextInt(4); cell >= 0; cell--) {
        cells.add(text(random));
      }
      assertThat(written(cells)).describedAs("seed %d, row %d", SEED, i).isEqualTo(slow(cells));
    }
  }

  /** More than it holds back, and more texts in one cell than it has room for. */
  @Test
  void writesRowsOfAnyLength() throws IOException {
    String text = "a,é\"".repeat(100_000);
    List<Object> cells = List.of(text, 1.5, text, 0.1, 1.5, -0.25, 1e-7, 2e20, text);
    assertThat(written(cells)).isEqualTo(slow(cells));
  }

  private static String text(Random random) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private static String written(List<? extends @Nullable Object> cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvWriter lines = new CsvWriter(out)) {
      lines.row(cells);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The same by the library. */
  private static String slow(List<? extends @Nullable Object> cells) throws IOException {
    StringWriter out = new StringWriter();
    CsvCells.FORMAT.printRecord(out, cells.stream().map(CsvCells::text).toArray());
    return out.toString();
  }
}
