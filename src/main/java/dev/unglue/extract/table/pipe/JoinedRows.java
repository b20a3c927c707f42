package dev.unglue.extract.table.pipe;

import dev.unglue.extract.table.label.CellText;
import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.pipe.ClosedCells.Run;
import dev.unglue.extract.table.role.CellRow;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of cells that pipes close, some on several lines. How many make a row is what the rule below
 * the header tells, or its padding, or the rows that stand on one line each, or else counting below
 * a corner; in each case no line holds cells of two rows, each row begins with a label of its own,
 * and no other number does.
 *
 * @param rows the rows, the header first; the last may be short
 * @param ruled true if a rule stands below the header
 * @param to one past the last line
 */
public record JoinedRows(List<CellRow> rows, boolean ruled, int to) {
  private static final int FEWEST_COLUMNS = 3;
  private static final int MOST_COLUMNS = 8;
  private static final int FEWEST_ROWS = 3;

  /** Where nothing but counting tells the rows. */
  private static final int FEWEST_COUNTED = 4;

  /** Columns of labels between the cells of two subjects. */
  private static final int CENTRED = 3;

  private static final int LONGEST_NAME = 80;

  /** The rows from a line on; absent where nothing has to be joined, or it is not certain how. */
  public static Optional<JoinedRows> at(List<SourceText> lines, int from, Labels labels) {
    return ClosedCells.mayBegin(lines, from)
        ? ClosedCells.at(lines, from).flatMap(found -> new Joint(found, labels).rows())
        : Optional.empty();
  }

  /** The ways to join them. */
  private record Joint(ClosedCells found, Labels labels) {
    private List<SourceText> cells() {
      return found.cells();
    }

    private Optional<JoinedRows> rows() {
      return cells().isEmpty() ? Optional.empty() : width().map(this::rows);
    }

    private JoinedRows rows(int width) {
      List<CellRow> rows = new ArrayList<>();
      for (int at = 0; at < cells().size(); at += width) {
        rows.add(CellRow.of(cells().subList(at, Math.min(at + width, cells().size()))));
      }
      return new JoinedRows(rows, found.columns() > 0, found.to());
    }

    private Optional<Integer> width() {
      if (found.columns() > 0) {
        return Optional.of(found.columns())
            .filter(width -> width >= FEWEST_COLUMNS && width == found.heads())
            .filter(width -> isWidth(width, FEWEST_ROWS));
      }
      Run first = found.runs().get(0);
      if (first.size() >= FEWEST_COLUMNS
          && cells().get(first.to() - 1).isEmpty()) { // padded: the corner is lost
        return Optional.of(first.size()).filter(width -> isWidth(width, FEWEST_ROWS));
      }
      boolean cornered =
          cells().get(0).isEmpty()
              || HeaderWords.isOnlyCorner(cells().get(0).text())
              || HeaderWords.isSerial(cells().get(0).text());
      List<Integer> all =
          IntStream.rangeClosed(FEWEST_COLUMNS, MOST_COLUMNS)
              .filter(width -> cornered || isMostlyWhole(width) || isCentred(width))
              .filter(width -> isWidth(width, isMostlyWhole(width) ? FEWEST_ROWS : FEWEST_COUNTED))
              .boxed()
              .toList();
      return all.stream()
          .limit(1)
          .filter(least -> all.stream().allMatch(other -> other % least == 0))
          .findFirst();
    }

    /** True for labels in the middle, below the word that joins two names. */
    private boolean isCentred(int width) {
      return width == CENTRED
          && cells().size() > CENTRED
          && HeaderWords.isVersus(cells().get(1).text());
    }

    /** True if at least half of the rows stand on one line each. */
    private boolean isMostlyWhole(int width) {
      long whole = found.runs().stream().filter(run -> run.size() == width).count();
      return whole * width * 2 >= cells().size();
    }

    private boolean isWidth(int width, int fewest) {
      return cells().size() > width * (fewest - 1)
          && endsWell(width)
          && found.runs().stream().allMatch(run -> isWithinRow(run, width))
          && found.runs().stream().anyMatch(run -> run.size() < width)
          && areNames(width)
          && areLabelled(width);
    }

    /** True if all rows are whole, or the last is short and stands on a line of its own. */
    private boolean endsWell(int width) {
      int rest = cells().size() % width;
      return rest == 0 || (rest > 1 && found.runs().get(found.runs().size() - 1).size() == rest);
    }

    private static boolean isWithinRow(Run run, int width) {
      return run.from() / width == (run.to() - 1) / width;
    }

    /** True for a header: names, one of them the nothing of a corner. */
    private boolean areNames(int width) {
      List<SourceText> names = cells().subList(0, width);
      return names.subList(1, width - 1).stream().noneMatch(SourceText::isEmpty)
          && !(names.get(0).isEmpty() && names.get(width - 1).isEmpty())
          && names.stream()
              .map(SourceText::text)
              .allMatch(name -> name.length() <= LONGEST_NAME && !CellText.isProse(name));
    }

    /** True if each row begins with a number or label of its own, and none holds a label else. */
    private boolean areLabelled(int width) {
      boolean numbered = HeaderWords.isSerial(cells().get(0).text());
      int column = isCentred(width) ? 1 : 0;
      Map<String, Long> times =
          cells().stream().collect(Collectors.groupingBy(SourceText::text, Collectors.counting()));
      int count = 0;
      for (int at = width; at < cells().size(); at++) {
        String text = cells().get(at).text();
        boolean first = at % width == column;
        int number = first && numbered ? number(text) : 0;
        boolean label =
            numbered ? number > count : times.getOrDefault(text, 0L) == 1 && isLabel(text);
        if (first ? !label : labels.isLabel(cells().get(at))) {
          return false;
        }
        count = first ? number : count;
      }
      return true;
    }

    /** What counts a row; 0 for any other text. */
    private static int number(String text) {
      int end = text.endsWith(".") || text.endsWith(")") ? text.length() - 1 : text.length();
      boolean number = end > 0 && end <= 3 && text.chars().limit(end).allMatch(Digits::is);
      return number ? Integer.parseInt(text.substring(0, end)) : 0;
    }

    private static boolean isLabel(String text) {
      boolean named = !text.isEmpty() && Character.isLetter(text.charAt(0));
      return (CellText.mayBeLabel(text) || (named && text.length() <= LONGEST_NAME))
          && (text.endsWith("?") || !CellText.isSentence(text));
    }
  }
}
