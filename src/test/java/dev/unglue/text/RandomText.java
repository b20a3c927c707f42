package dev.unglue.text;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts of a seeded generator, made of pieces that make a difference. */
public final class RandomText {
  private static final long SEED = 20261130;

  private RandomText() {}

  /** So many texts, each of up to so many of the pieces. */
  public static Stream<String> of(int count, int most, List<String> pieces) {
    Random random = new Random(SEED);
    return Stream.generate(
            () -> {
              StringBuilder text = new StringBuilder();
              for (int i = random.nextInt(most + 1); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
              }
              return text.toString();
            })
        .limit(count);
  }
}
