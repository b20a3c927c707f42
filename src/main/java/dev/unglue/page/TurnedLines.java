package dev.unglue.page;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.split.open.OpenTable;
import dev.unglue.split.open.OpenTableRow;
import dev.unglue.split.open.OpenTableRow.Outcome;
import dev.unglue.split.open.piece.Edge;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line for each subject below a line of labels, all joined by blanks: {@code Name Clay needed
 * Median Price (2016) Sales (2016)} above {@code Kiln Fine clay $900 3%}. Amounts cut the rows; the
 * labels are cut where a bracket ends, before a word that begins a label, and behind the corner.
 * Nothing is read unless that makes as many labels as cells.
 */
final class TurnedLines {
  private static final int LONGEST_LINE = 400;
  private static final int FEWEST_COLUMNS = 2;

  /** Words of a label of which nothing tells that it is one and not two. */
  private static final int MOST_WORDS = 2;

  private TurnedLines() {}

  /**
   * The table that a group of lines holds, with a row for each subject.
   *
   * @param lines lines that follow each other, none of them blank
   * @param named the subjects by title or address
   */
  static Optional<OpenTable> find(List<SourceText> lines, List<String> named) {
    SubjectNames names = SubjectNames.of(named);
    int rows = names.keys().size();
    for (int at = 0; rows > 1 && at + rows < lines.size(); at++) {
      boolean joined = lines.get(at).text().indexOf('|') < 0;
      if (joined
          && lines.get(at).length() <= LONGEST_LINE
          && nameEnd(lines.get(at + 1), names) > 0) {
        Optional<OpenTable> table =
            table(lines.get(at), lines.subList(at + 1, at + 1 + rows), names);
        if (table.filter(found -> TurnedTable.is(found, named)).isPresent()) {
          return table;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<OpenTable> table(
      SourceText header, List<SourceText> lines, SubjectNames names) {
    List<OpenTableRow> rows = new ArrayList<>();
    Set<String> kinds = new HashSet<>();
    for (SourceText line : lines) {
      int end = nameEnd(line, names);
      StringBuilder kind = new StringBuilder();
      List<Slice> pieces = end < 0 ? List.of() : cells(line.slice(end).strip(), kind);
      if (pieces.size() < FEWEST_COLUMNS) {
        return Optional.empty();
      }
      kinds.add(kind.toString());
      List<Slice> all = new ArrayList<>(List.of(Slice.of(line.slice(0, end).strip())));
      all.addAll(pieces);
      Reading reading = new Reading(all, 1, Map.of());
      rows.add(new OpenTableRow(line, all.size(), Outcome.READ, List.of(reading)));
    }
    int columns = rows.get(0).pieces() - 1;
    List<Slice> labels = kinds.size() == 1 ? labels(header, columns) : List.of();
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(new OpenTable(Join.SPACED, header, labels, "title", columns, true, rows));
  }

  /** Where the longest name ends that a line begins with; -1 if none does. */
  private static int nameEnd(SourceText line, SubjectNames names) {
    int longest = -1;
    boolean may = line.length() <= LONGEST_LINE && names.mayBeIn(line);
    for (int at = may ? wordEnd(line, 0) : line.length();
        at < line.length();
        at = wordEnd(line, at + 1)) {
      longest = names.contain(line.slice(0, at)) ? at : longest;
    }
    return longest;
  }

  /**
   * Amounts, and the words between them as one cell each; what stands in brackets belongs to the
   * cell before. None where a cell of words may be two.
   *
   * @param kinds gets a letter for each
   */
  private static List<Slice> cells(SourceText text, StringBuilder kinds) {
    List<Integer> starts = new ArrayList<>();
    int depth = 0;
    for (int at = 0; at < text.length(); at = wordEnd(text, at) + 1) {
      String word = text.text().substring(at, wordEnd(text, at));
      char kind = kind(word);
      boolean goesOn = depth > 0 || word.startsWith("(") || (kind == 'w' && lastIs(kinds, 'w'));
      if (!goesOn && !word.isEmpty()) { // two blanks have nothing between them
        starts.add(at);
        kinds.append(kind);
      }
      depth += depth(word);
    }
    starts.add(text.length());
    List<Slice> cells = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      SourceText cell = text.slice(starts.get(i), starts.get(i + 1)).strip();
      if (kinds.charAt(i) == 'w' && (mayBeTwo(cell) || (i > 0 && !mayBegin(cell)))) {
        return List.of();
      }
      cells.add(Slice.of(cell));
    }
    return cells;
  }

  private static boolean lastIs(StringBuilder kinds, char kind) {
    return kinds.length() > 0 && kinds.charAt(kinds.length() - 1) == kind;
  }

  /** {@code m} for an amount of money, {@code p} for a share, {@code w} for any other word. */
  private static char kind(String word) {
    boolean digits = word.chars().anyMatch(Digits::is);
    boolean money = digits && "$£€".indexOf(word.charAt(0)) >= 0;
    boolean share = digits && word.charAt(word.length() - 1) == '%';
    return money ? 'm' : share ? 'p' : 'w';
  }

  private static int depth(String word) {
    int depth = 0;
    for (int i = 0; i < word.length(); i++) {
      depth += word.charAt(i) == '(' ? 1 : word.charAt(i) == ')' ? -1 : 0;
    }
    return depth;
  }

  private static boolean mayBegin(SourceText cell) {
    return Character.isUpperCase(cell.charAt(0));
  }

  /** True if a capital or a number stands in it where another cell may begin. */
  private static boolean mayBeTwo(SourceText cell) {
    int at = wordEnd(cell, 0);
    while (at + 1 < cell.length()) {
      String before = cell.text().substring(cell.text().lastIndexOf(' ', at - 1) + 1, at);
      boolean within = before.endsWith(",") || Edge.isJoiner(before.toLowerCase(Locale.ROOT));
      if (Character.isUpperCase(cell.charAt(at + 1)) && !within) {
        return true;
      }
      at = wordEnd(cell, at + 1);
    }
    return cell.text().chars().anyMatch(Digits::is);
  }

  private static int wordEnd(SourceText text, int from) {
    int blank = text.text().indexOf(' ', from);
    return blank < 0 ? text.length() : blank;
  }

  /** The labels behind the corner; none unless there are just so many. */
  private static List<Slice> labels(SourceText header, int columns) {
    List<Integer> starts = starts(header);
    List<Integer> sure = starts;
    if (starts.size() != columns) {
      sure = sure(header, starts);
    }
    if (sure.size() != columns) {
      return List.of();
    }
    List<Slice> labels = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      int end = i + 1 < columns ? sure.get(i + 1) : header.length();
      labels.add(Slice.of(header.slice(sure.get(i), end).strip()));
    }
    boolean whole = starts.size() == columns || labels.stream().allMatch(TurnedLines::isOne);
    return whole ? labels : List.of();
  }

  /** Where words begin with a capital, from the second on; none where a word does not. */
  private static List<Integer> starts(SourceText header) {
    List<Integer> starts = new ArrayList<>();
    int depth = 0;
    for (int at = 0; at < header.length(); at = wordEnd(header, at) + 1) {
      if (at > 0 && depth == 0 && Character.isUpperCase(header.charAt(at))) {
        starts.add(at);
      }
      depth += depth(header.text().substring(at, wordEnd(header, at)));
    }
    return starts;
  }

  /** Those of them at which a label is sure to begin. */
  private static List<Integer> sure(SourceText header, List<Integer> starts) {
    List<Integer> sure = new ArrayList<>();
    int corner = 0;
    for (int at : starts) {
      corner = HeaderWords.isOfNames(header.text().substring(0, at - 1)) ? at : corner;
    }
    for (int at : corner == 0 ? List.<Integer>of() : starts) {
      String before = header.text().substring(0, at - 1);
      boolean bracket = before.endsWith(")") || before.endsWith(")*");
      boolean first = HeaderWords.beginsLabel(header.text().substring(at, wordEnd(header, at)));
      boolean goesOn = HeaderWords.beginsLabel(before.substring(before.lastIndexOf(' ') + 1));
      if (at == corner || (at > corner && !goesOn && (bracket || first))) {
        sure.add(at);
      }
    }
    return sure;
  }

  /** True for so few words that they are one label. */
  private static boolean isOne(Slice label) {
    int words = 0;
    for (String word : label.text().split(" ", -1)) {
      words += word.startsWith("(") || HeaderWords.beginsLabel(word) ? 0 : 1;
    }
    return words <= MOST_WORDS;
  }
}
