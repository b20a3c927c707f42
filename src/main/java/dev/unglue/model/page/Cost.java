package dev.unglue.model.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What it cost to read one page, in steps: counted where the work is done, not timed, so that the
 * same page costs the same on every machine and on any number of threads.
 *
 * @param characters of the page
 * @param counts how many steps of each {@link Kind}, in their order
 */
public record Cost(long characters, List<Long> counts) {
  /** What is counted. Steps of a kind take about as long as each other. */
  public enum Kind {
    /** Cells of tables whose layout keeps them apart, in each row and column that they span. */
    PLACED(0),
    /** Characters of titles and sentences at which a form of the configuration was tried. */
    FORMS(1),
    /** Characters that were tried as a cell of a row, or as a name in a header. */
    CELLS(2),
    /** Ways to cut such a text that were carried on or weighed by evidence. */
    READINGS(3),
    /** Pieces and their features that were weighed in lines of which no label is known. */
    OPEN(4),
    /** Comparisons that the rules of one page made. */
    RULES(5);

    private final int place;

    Kind(int place) {
      this.place = place;
    }

    /** Its place among the counts. */
    int place() {
      return place;
    }
  }

  /** Copies the counts. */
  public Cost {
    counts = List.copyOf(counts);
  }

  static Cost of(long characters, long[] counts) {
    return new Cost(characters, Arrays.stream(counts).boxed().toList());
  }

  /** The steps of one kind. */
  public long of(Kind kind) {
    return counts.get(kind.place());
  }

  /** All steps; one for each character, too, for each is read. */
  public long steps() {
    return characters + Stream.of(Kind.values()).mapToLong(this::of).sum();
  }
}
