package dev.unglue.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts of a seeded generator: letters, digits, gaps, and what nobody sees. */
public final class RandomText {
  private static final long SEED = 20260105;
  private static final int TEXTS = 300;

  private static final List<String> PIECES =
      List.of(
          "a",
          "B",
          "é",
          "3",
          "٣",
          " ",
          " ",
          "\t",
          "\n",
          "\r\n",
          "\u00a0",
          "\u2009",
          "\u2028",
          "\u0085",
          "\u200b",
          "\u00ad",
          "\ufeff",
          "\u202e",
          "\u200d",
          "-",
          "–",
          "−",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\0");

  private RandomText() {}

  /** The texts, each the same on each run. */
  static Stream<String> texts() {
    return of(TEXTS, 23, PIECES);
  }

  /** So many texts, each of up to so many of the pieces; the same on each run. */
  public static Stream<String> of(int count, int most, List<String> pieces) {
    Random random = new Random(SEED);
    return Stream.generate(() -> text(random, most, pieces)).limit(count);
  }

  private static String text(Random random, int most, List<String> pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }
}
