package dev.unglue.split;

import dev.unglue.model.Reading;
import dev.unglue.model.SourceText;
import java.util.List;
import java.util.function.Function;

/** What the splitter answers. */
public sealed interface Split {

  /** Calls the function for the case at hand. */
  <T> T match(
      Function<Decided, T> decided,
      Function<Ambiguous, T> ambiguous,
      Function<TooFew, T> tooFew,
      Function<Impossible, T> impossible);

  /**
   * One reading stands.
   *
   * @param cells one a column
   * @param method {@code unique}, or the evidence that weighed most against the next best reading
   * @param confidence probability of the reading, 0..1
   * @param readings the likeliest readings, the decided one first
   */
  record Decided(List<SourceText> cells, String method, double confidence, List<Reading> readings)
      implements Split {
    /** Copies the lists. */
    public Decided {
      cells = List.copyOf(cells);
      readings = List.copyOf(readings);
    }

    @Override
    public <T> T match(
        Function<Decided, T> decided,
        Function<Ambiguous, T> ambiguous,
        Function<TooFew, T> tooFew,
        Function<Impossible, T> impossible) {
      return decided.apply(this);
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

    @Override
    public <T> T match(
        Function<Decided, T> decided,
        Function<Ambiguous, T> ambiguous,
        Function<TooFew, T> tooFew,
        Function<Impossible, T> impossible) {
      return ambiguous.apply(this);
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

    @Override
    public <T> T match(
        Function<Decided, T> decided,
        Function<Ambiguous, T> ambiguous,
        Function<TooFew, T> tooFew,
        Function<Impossible, T> impossible) {
      return tooFew.apply(this);
    }
  }

  /**
   * No reading fits.
   *
   * @param reason one sentence: what was expected and what was found
   */
  record Impossible(String reason) implements Split {
    @Override
    public <T> T match(
        Function<Decided, T> decided,
        Function<Ambiguous, T> ambiguous,
        Function<TooFew, T> tooFew,
        Function<Impossible, T> impossible) {
      return impossible.apply(this);
    }
  }
}
