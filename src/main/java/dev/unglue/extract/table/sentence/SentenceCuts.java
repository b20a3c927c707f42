package dev.unglue.extract.table.sentence;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a row of sentences into its cells: where a sentence ends, a line breaks, a cell begins as
 * the first does ({@code It burns clay. It shapes clay.}) or with the name of its subject. Where
 * two ways to cut it are nearly as good, it stays whole.
 */
final class SentenceCuts {
  private static final int MOST_STARTS = 40;
  private static final int MOST_STARTS_OF_MANY = 14;
  private static final int LONGEST_LABEL = 60;

  private static final int BREAK = 4;
  private static final int SENTENCE = 3;
  private static final int NAMED = 2;
  private static final int OTHER = -3;
  private static final int LABEL_ENDS = 2;

  /** Less than anything weighs. */
  private static final int NONE = -100;

  /** So much must speak for a cut, and for no other one. */
  private static final int LEAST = 2;

  private final RowText row;
  private final List<Integer> starts;
  private final int columns;
  private final boolean labelled;
  private final boolean many;
  private int best = NONE;
  private int second = NONE;
  private List<Integer> cuts = List.of();

  private SentenceCuts(RowText row, boolean labelled) {
    this.row = row;
    this.starts = row.starts();
    this.columns = row.names().size();
    this.labelled = labelled;
    this.many = starts.stream().filter(row::isBehindSentence).count() >= columns;
  }

  /** The cells of a row, its label first if it has one; absent where nothing decides. */
  static Optional<List<SourceText>> cut(RowText row, boolean labelled) {
    SentenceCuts cut = new SentenceCuts(row, labelled);
    int most = cut.columns > 2 ? MOST_STARTS_OF_MANY : MOST_STARTS;
    if (cut.starts.size() > most) {
      return Optional.empty();
    }
    cut.labels();
    boolean close = cut.best < LEAST || cut.best - cut.second < LEAST;
    return close || !row.breaksOnlyAt(cut.cuts) ? Optional.empty() : Optional.of(cut.pieces());
  }

  private void labels() {
    if (!labelled) {
      cells(new ArrayList<>(List.of(0)), named(0, 0), 0);
      return;
    }
    for (int i = 0; i < starts.size() && starts.get(i) <= LONGEST_LABEL; i++) {
      int at = starts.get(i);
      if (row.isBehindSentence(at)) {
        return;
      }
      if (row.mayEndLabel(at)) {
        int ends = row.isBehindColon(at) || row.isBreak(at) ? BREAK : 0;
        int opens = row.isOpener(at) ? LABEL_ENDS : 0;
        cells(new ArrayList<>(List.of(at)), ends + opens + named(0, at), i + 1);
      }
    }
  }

  /** Tries all ways to place the cells that are left, behind those that begin at these places. */
  private void cells(List<Integer> begun, int weight, int from) {
    if (begun.size() == columns) {
      weigh(begun, weight);
      return;
    }
    for (int i = from; i < starts.size(); i++) {
      int at = starts.get(i);
      begun.add(at);
      cells(begun, weight + weight(begun.get(0), at, begun.size() - 1), i + 1);
      begun.remove(begun.size() - 1);
    }
  }

  private void weigh(List<Integer> begun, int weight) {
    if (weight > best) {
      second = best;
      best = weight;
      cuts = List.copyOf(begun);
    } else if (weight > second) {
      second = weight;
    }
  }

  /** What speaks for a cell of a column, other than the first, to begin at a place. */
  private int weight(int first, int at, int column) {
    int ends = row.isBreak(at) ? BREAK : row.isBehindSentence(at) ? SENTENCE : 0;
    int alike = row.alike(first, at);
    int within = ends == 0 && row.isWithin(at) ? OTHER : 0;
    return ends + within + (many && alike == 1 ? 1 : 2 * alike) + named(column, at);
  }

  private int named(int column, int at) {
    int subject = row.subjectAt(at);
    return subject < 0 ? 0 : subject == column ? NAMED : OTHER;
  }

  private List<SourceText> pieces() {
    List<SourceText> pieces = new ArrayList<>();
    int from = 0;
    for (int cut : cuts) {
      if (cut > 0) {
        pieces.add(row.text().slice(from, cut).strip());
      }
      from = cut;
    }
    pieces.add(row.text().slice(from).strip());
    return pieces;
  }
}
