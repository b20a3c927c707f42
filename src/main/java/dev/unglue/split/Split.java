package dev.unglue.split;

import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.function.Function;

/** What the splitter answers. */
public sealed interface Split {

  /** Calls the function for the case at hand. */
  default <T> T match(
      Function<Decided, T> decided,
      Function<Ambiguous, T> ambiguous,
      Function<TooFew, T> tooFew,
      Function<Impossible, T> impossible) {
    if (this instanceof Decided each) {
      return decided.apply(each);
    }
    if (this instanceof Ambiguous each) {
      return ambiguous.apply(each);
    }
    return this instanceof TooFew each ? tooFew.apply(each) : impossible.apply((Impossible) this);
  }

  /**
   * One reading stands.
   *
   * @param method {@code unique}, or the evidence that weighed most against the next best reading
   * @param readings the likeliest readings, the decided one first
   */
  record Decided(String method, List<Reading> readings) implements Split {
    /** Copies the list. */
    public Decided {
      readings = List.copyOf(readings);
    }

    /** The cells with their parts, one a column. */
    public List<Slice> cells() {
      return readings.get(0).cells();
    }
  }

  /**
   * Several readings remain.
   *
   * @param readings the likeliest, best first
   * @param all how many there are in all
   */
  record Ambiguous(List<Reading> readings, long all) implements Split {
    /** Copies the list. */
    public Ambiguous {
      readings = List.copyOf(readings);
    }
  }

  /**
   * The text holds fewer cells than there are columns: an empty cell left no trace, and nothing
   * tells which.
   *
   * @param cells the cells that are there
   */
  record TooFew(List<SourceText> cells) implements Split {
    /** Copies the list. */
    public TooFew {
      cells = List.copyOf(cells);
    }
  }

  /**
   * No reading fits.
   *
   * @param reason one sentence: what was expected and what was found
   */
  record Impossible(String reason) implements Split {}
}
