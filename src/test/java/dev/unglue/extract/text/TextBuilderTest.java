package dev.unglue.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextBuilderTest {
  private static final String CAPTURE = "The kiln &amp; the wheel stand side by side, as printed.";

  /** One character and its place: what the builder keeps only where it has to. */
  private record Placed(char c, int start, int end) {}

  /** The same as the builder, each character with its place from the first on. */
  private static final class SlowBuilder {
    private final List<Placed> placed = new ArrayList<>();

    void append(char c, int start, int end) {
      placed.add(new Placed(c, start, end));
    }

    void appendVerbatim(int from, int to) {
      for (int i = from; i < to; i++) {
        append(CAPTURE.charAt(i), i, i + 1);
      }
    }

    void append(SourceText text, int from, int to) {
      for (int i = from; i < to; i++) {
        append(text.charAt(i), text.offsetAt(i), text.endAt(i));
      }
    }

    void truncate(int length) {
      placed.subList(length, placed.size()).clear();
    }

    List<Placed> take() {
      List<Placed> taken = List.copyOf(placed);
      placed.clear();
      return taken;
    }
  }

  private static List<Placed> placed(SourceText text) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      placed.add(new Placed(text.charAt(i), text.offsetAt(i), text.endAt(i)));
    }
    return placed;
  }

  /** Where the last character ends. */
  private static int next(SlowBuilder slow) {
    return slow.placed.isEmpty() ? 0 : slow.placed.get(slow.placed.size() - 1).end();
  }

  @Test
  void needsNoMapForWhatStandsInTheCaptureLetterByLetter() {
    TextBuilder builder = new TextBuilder();
    builder.appendVerbatim(CAPTURE, 4, 8);
    builder.append(' ', 8, 9);
    SourceText kiln = builder.take();
    builder.appendVerbatim(CAPTURE, 4, 9);
    builder.append('&', 9, 14);
    SourceText with = builder.take();

    assertThat(kiln.isVerbatim()).isTrue();
    assertThat(with.isVerbatim()).isFalse();
    assertThat(placed(with).get(5)).isEqualTo(new Placed('&', 9, 14));
  }

  @Test
  void keepsTheSamePlacesWhetherOrNotAMapIsNeeded() {
    Random random = new Random(7);
    TextBuilder builder = new TextBuilder();
    SlowBuilder slow = new SlowBuilder();
    for (int step = 0; step < 20_000; step++) {
      int from = random.nextInt(CAPTURE.length() - 1);
      // Mostly it goes on where it is, as texts of a page do.
      int at = random.nextInt(4) > 0 ? Math.min(next(slow), CAPTURE.length() - 1) : from;
      int to = at + random.nextInt(CAPTURE.length() - at);
      switch (random.nextInt(8)) {
        case 0 -> {
          int end = at + 1 + random.nextInt(3);
          builder.append('&', at, end);
          slow.append('&', at, end);
        }
        case 1 -> {
          int kept = random.nextInt(builder.length() + 1);
          builder.truncate(kept);
          slow.truncate(kept);
        }
        case 2 -> {
          int index = random.nextInt(builder.length() + 1);
          builder.insert(index, '^', at, at + 1);
          slow.placed.add(index, new Placed('^', at, at + 1));
        }
        case 3 -> {
          SourceText text = SourceText.verbatim(CAPTURE.substring(at), at);
          builder.append(text, 0, to - at);
          slow.append(text, 0, to - at);
        }
        case 4 -> assertThat(placed(builder.take())).isEqualTo(slow.take());
        default -> {
          builder.appendVerbatim(CAPTURE, at, to);
          slow.appendVerbatim(at, to);
        }
      }
    }
  }
}
