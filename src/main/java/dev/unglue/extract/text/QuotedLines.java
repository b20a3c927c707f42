package dev.unglue.extract.text;

import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that an answer to a mail quotes, {@code > Feature | Kiln | Wheel}, as they were before. A
 * few such lines of figures alone are none: there the mark says "more than".
 */
final class QuotedLines {
  private static final int FEWEST = 3;
  private static final Pattern MARKS = Pattern.compile("\\s{0,3}(?:> ?)++");

  private QuotedLines() {}

  /** The lines without marks of quotation; most pages come back as they are. */
  static List<SourceText> bare(List<SourceText> lines) {
    List<SourceText> bare = new ArrayList<>(lines);
    int from = 0;
    for (int at = 0; at <= lines.size(); at++) {
      if (at == lines.size() || lines.get(at).text().indexOf('>') < 0 || end(lines.get(at)) == 0) {
        if (at - from >= FEWEST) {
          bareRun(bare.subList(from, at));
        }
        from = at + 1;
      }
    }
    return bare;
  }

  private static void bareRun(List<SourceText> run) {
    if (run.stream().anyMatch(line -> isText(line, end(line)))) {
      run.replaceAll(line -> line.slice(end(line)));
    }
  }

  private static boolean isText(SourceText line, int from) {
    return from < line.length()
        && (Character.isLetter(line.text().codePointAt(from)) || line.charAt(from) == '|');
  }

  /** Where the text begins behind the marks; 0 without any. */
  private static int end(SourceText line) {
    Matcher marks = MARKS.matcher(line.text());
    return marks.lookingAt() ? marks.end() : 0;
  }
}
