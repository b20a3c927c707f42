package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks that programs write around the texts of a page: those of what a mail quotes, quotes and
 * braces of JSON, the brackets of a section, underscores for the blanks of a drawn cell.
 */
final class SourceMarks {
  private static final int FEWEST = 3;
  private static final int LONGEST = 500;

  /** {@code > Feature | Kiln | Wheel}. */
  private static final Pattern QUOTATION = Pattern.compile("\\s{0,3}(?:> ?)++");

  /** A name with a text, a number or what stands in braces; a brace alone. */
  private static final Pattern JSON =
      Pattern.compile(
          "\\s*+(?:\"((?:[^\"\\\\]|\\\\.)++)\"\\s*+:\\s*+"
              + "(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([-\\w.]++)|\\{),?|[{}]+,?)\\s*+");

  private static final Pattern SECTION = Pattern.compile("\\s*+\\[([^\\[\\]|]++)]\\s*+");
  private static final Pattern PAIR = Pattern.compile("[^=:]{1,80}[=:].*");
  private static final Pattern PADDED = Pattern.compile("\\s*+\\|(?:[^|\\s]*+\\|)++\\s*+");

  private final List<SourceText> lines;

  private SourceMarks(List<SourceText> lines) {
    this.lines = new ArrayList<>(lines);
  }

  /** The lines without such marks; most pages come back as they are. */
  static List<SourceText> removed(List<SourceText> lines) {
    SourceMarks marks = new SourceMarks(lines);
    for (int at = 0; at < lines.size(); at++) {
      at = lines.get(at).text().indexOf('>') >= 0 ? marks.quoted(at) : at;
    }
    for (int at = 0; at < lines.size(); at++) {
      String text = marks.lines.get(at).text();
      int first = 0;
      while (first < text.length() && text.charAt(first) == ' ') {
        first++;
      }
      if (text.length() > LONGEST) {
        continue;
      }
      switch (first < text.length() ? text.charAt(first) : ' ') {
        case '{', '"' -> at = marks.json(at);
        case '|' -> at = marks.padded(at);
        case '[' -> marks.section(at);
        default -> {}
      }
    }
    return marks.lines;
  }

  /** The last of the lines from one on that belong to one run. */
  private int last(int from, Predicate<String> isOfRun) {
    int to = from;
    while (to < lines.size() && isOfRun.test(lines.get(to).text())) {
      to++;
    }
    return Math.max(from, to - 1);
  }

  /** Lines that are quoted; where they are figures alone, the mark says "more than". */
  private int quoted(int from) {
    int last = last(from, line -> textStart(line) > 0);
    List<SourceText> run = lines.subList(from, last + 1);
    if (run.size() >= FEWEST && run.stream().anyMatch(line -> quotesText(line.text()))) {
      run.replaceAll(line -> line.slice(textStart(line.text())));
    }
    return last;
  }

  private static boolean quotesText(String line) {
    int start = textStart(line);
    return start < line.length()
        && (Character.isLetter(line.codePointAt(start)) || line.charAt(start) == '|');
  }

  /** Where the text begins behind marks of quotation; 0 without any. */
  private static int textStart(String line) {
    Matcher marks = QUOTATION.matcher(line);
    return marks.lookingAt() ? marks.end() : 0;
  }

  private int json(int from) {
    int last = last(from, line -> line.length() <= LONGEST && JSON.matcher(line).matches());
    boolean braces =
        lines.subList(from, last + 1).stream().anyMatch(line -> line.text().indexOf('}') >= 0);
    if (last - from + 1 >= FEWEST && braces) {
      lines.subList(from, last + 1).replaceAll(SourceMarks::pair);
    }
    return last;
  }

  private static SourceText pair(SourceText line) {
    Matcher json = JSON.matcher(line.text());
    if (!json.matches() || json.start(1) < 0) {
      return line.slice(0, 0);
    }
    TextBuilder pair = new TextBuilder();
    pair.append(line, json.start(1), json.end(1));
    int value = json.start(2) >= 0 ? 2 : 3;
    if (json.start(value) >= 0) {
      pair.append(": ", line.offsetAt(json.end(1)), line.endAt(json.end(1)));
      pair.append(line, json.start(value), json.end(value));
    }
    return TextBuilder.unescape(pair.take(), "\"");
  }

  private void section(int at) {
    Matcher name = SECTION.matcher(lines.get(at).text());
    boolean pairs = at + 1 < lines.size() && PAIR.matcher(lines.get(at + 1).text()).matches();
    if (pairs && name.matches()) {
      lines.set(at, lines.get(at).slice(name.start(1), name.end(1)));
    }
  }

  /** Rows without a blank. */
  private int padded(int from) {
    int last =
        last(
            from,
            line ->
                line.length() <= LONGEST && line.contains("_|") && PADDED.matcher(line).matches());
    if (last - from + 1 >= FEWEST) {
      lines.subList(from, last + 1).replaceAll(SourceMarks::blanks);
    }
    return last;
  }

  private static SourceText blanks(SourceText line) {
    return TextBuilder.replaced(line, i -> line.charAt(i) == '_' ? ' ' : line.charAt(i));
  }
}
