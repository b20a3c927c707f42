package dev.unglue.extract.table.sentence;

import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of the title above rows of sentences, on one line or each on its own.
 *
 * @param corner what stands before them; may be empty
 * @param names as they are printed, in order
 * @param keys the same as title or address have them
 * @param lines how many lines they take
 */
record NamesHeader(String corner, List<SourceText> names, List<String> keys, int lines) {
  private static final int LONGEST = 200;
  private static final int LONGEST_CORNER = 40;

  /** The names at a line; absent where others stand there, or something between them. */
  static Optional<NamesHeader> at(List<SourceText> lines, int at, SubjectNames names) {
    List<String> keys = List.copyOf(names.keys());
    if (names.standAt(lines, at)) {
      List<SourceText> apart = lines.subList(at, at + keys.size());
      List<String> order = apart.stream().map(name -> keys.get(names.indexOf(name))).toList();
      boolean numbered = at > 0 && isSerial(lines.get(at - 1).text());
      String corner = numbered ? lines.get(at - 1).text() : "";
      return Optional.of(new NamesHeader(corner, apart, order, keys.size()));
    }
    return lines.get(at).length() > LONGEST ? Optional.empty() : onOneLine(lines.get(at), keys);
  }

  private static Optional<NamesHeader> onOneLine(SourceText line, List<String> keys) {
    String text = line.text();
    List<SourceText> found = new ArrayList<>();
    List<String> order = new ArrayList<>();
    int first = 0;
    int at = 0;
    while (at < text.length()) {
      int from = at;
      Optional<String> name =
          begins(text, at)
              ? keys.stream().filter(key -> RowText.endOfName(text, from, key) > 0).findFirst()
              : Optional.empty();
      if (name.isPresent()) {
        at = RowText.endOfName(text, from, name.get());
        first = found.isEmpty() ? from : first;
        found.add(line.slice(from, at));
        order.add(name.get());
      } else if (!found.isEmpty() && !Character.isWhitespace(text.charAt(at))) {
        return Optional.empty();
      } else {
        at++;
      }
    }
    boolean whole = order.size() == keys.size() && order.containsAll(keys);
    return whole && first <= LONGEST_CORNER
        ? Optional.of(new NamesHeader(text.substring(0, first).strip(), found, order, 1))
        : Optional.empty();
  }

  private static boolean begins(String text, int at) {
    return at == 0
        || Character.isWhitespace(text.charAt(at - 1))
        || (Character.isUpperCase(text.charAt(at)) && !Character.isUpperCase(text.charAt(at - 1)));
  }

  /** True if a column of labels stands before those of the subjects. */
  boolean isLabelled() {
    return !corner.isEmpty() && !isSerial(corner);
  }

  /** True if something tells whether labels stand before the cells. */
  boolean isHeaded() {
    return !corner.isEmpty();
  }

  private static boolean isSerial(String corner) {
    return HeaderWords.isSerial(corner) || corner.equalsIgnoreCase("number");
  }
}
