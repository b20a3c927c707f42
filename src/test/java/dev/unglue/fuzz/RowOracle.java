package dev.unglue.fuzz;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Finds by itself, and in the plainest way, what of a page looks like a row of a table, so that it
 * can be asked what became of it: lines that begin with a known label and end with a value, on
 * pages that name their subjects also lines that end with two values, and rows of HTML tables of
 * which two cells are filled and none holds a table. Of tables within cells it asks nothing.
 */
final class RowOracle {
  private static final int LONGEST = 300;
  private static final int WORDS_OF_A_SENTENCE = 6;

  /** A number with a sign, a currency, thousands, decimals, a percent sign or a short unit. */
  private static final Pattern NUMBER =
      Pattern.compile("[-+–−]?[$€£]?\\d{1,12}(?:[,.]\\d{1,3}){0,4}(?:%|[A-Za-z]{1,2}\\+?)?");

  private static final Pattern PLAIN = Pattern.compile("[-+–−]?\\d+");

  /** The mark of a footnote is no text of its cell. */
  private static final Pattern NOTE = Pattern.compile("\\[[^\\]]{1,9}\\]");

  private static final Set<String> UNSEEN =
      Set.of(
          "template", "script", "style", "noscript", "head", "textarea", "select", "svg", "math");

  private final List<String> labels;

  RowOracle(Catalogue catalogue) {
    this.labels = List.copyOf(catalogue.byLabel().keySet());
  }

  /**
   * Where rows stand, in UTF-16 units.
   *
   * @param compares true if the page names the subjects that it compares
   */
  List<Span> rows(FuzzInput page, boolean compares) {
    List<Span> rows = new ArrayList<>();
    if (page.mediaType().equals(FuzzInput.HTML)) {
      Document document = Parser.htmlParser().setTrackPosition(true).parseInput(page.text(), "");
      document.select("tr").forEach(row -> addRow(row, rows));
    } else {
      addLines(page.text(), 0, compares, rows);
    }
    return rows;
  }

  private void addLines(String text, int offset, boolean compares, List<Span> rows) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || "\n\r\f\u2028\u0085\u000b\u2029".indexOf(text.charAt(i)) >= 0) {
        if (isRow(text.substring(start, i), compares)) {
          rows.add(new Span(offset + start, offset + i));
        }
        start = i + 1;
      }
    }
  }

  /** True if a line has the shape of a row. */
  boolean isRow(String printed, boolean compares) {
    String line = printed.replace('|', ' ').replace('\t', ' ').strip();
    if (line.isEmpty() || line.length() > LONGEST || !Character.isLetter(line.charAt(0))) {
      return false;
    }
    String[] words = line.split(" +");
    if (words.length >= WORDS_OF_A_SENTENCE
        && ".!?:".indexOf(line.charAt(line.length() - 1)) >= 0) {
      return false;
    }
    String last = words[words.length - 1];
    if (!NUMBER.matcher(last).matches()) {
      return isGlued(line);
    }
    if (isLabelled(line)) {
      return true;
    }
    String before = words.length > 2 ? words[words.length - 2] : "";
    return compares && isAmount(last) && isAmount(before);
  }

  /** A bare number may be a year or a part of a name. */
  private static boolean isAmount(String word) {
    return NUMBER.matcher(word).matches() && !PLAIN.matcher(word).matches();
  }

  /** True if the line is a known label and two amounts of money or more, with nothing between. */
  private boolean isGlued(String line) {
    int money = line.indexOf('$');
    return money > 0
        && line.indexOf('$', money + 1) > 0
        && labels.contains(line.substring(0, money).strip().toLowerCase(Locale.ROOT))
        && line.substring(money).chars().allMatch(c -> "$,.0123456789".indexOf(c) >= 0);
  }

  private boolean isLabelled(String line) {
    String small = line.toLowerCase(Locale.ROOT);
    return labels.stream()
        .filter(small::startsWith)
        .map(label -> small.substring(label.length()))
        .anyMatch(rest -> rest.startsWith(" ") || rest.startsWith(":"));
  }

  /** A row of which two cells are filled with text that a reader sees. */
  private static void addRow(Element row, List<Span> rows) {
    if (isUnseen(row) || holdsTables(row) || isWithinACell(row)) {
      return;
    }
    List<Span> cells = new ArrayList<>();
    for (Element cell : row.select("> td, > th")) {
      List<Span> texts = new ArrayList<>();
      cell.nodeStream(TextNode.class)
          .filter(text -> isFilled(text) && !isUnseen(text))
          .forEach(text -> texts.add(place(text)));
      if (!texts.isEmpty()) {
        cells.add(new Span(texts.get(0).start(), texts.get(texts.size() - 1).end()));
      }
    }
    if (cells.size() >= 2) {
      rows.add(new Span(cells.get(0).start(), cells.get(cells.size() - 1).end()));
    }
  }

  /** True for a row that holds tables: what stands beside them in it is text of the page. */
  private static boolean holdsTables(Element row) {
    return row.selectFirst("table") != null;
  }

  /** True for a row of a table in a table: which of the two is one, the page does not say. */
  private static boolean isWithinACell(Element row) {
    Element table = row.closest("table");
    return table != null && table.parents().is("table");
  }

  private static boolean isFilled(TextNode text) {
    return text.text().codePoints().anyMatch(Character::isLetterOrDigit)
        && !NOTE.matcher(text.text().strip()).matches()
        && text.sourceRange().isTracked();
  }

  private static Span place(TextNode text) {
    return new Span(text.sourceRange().startPos(), text.sourceRange().endPos());
  }

  private static boolean isUnseen(Node node) {
    for (Node at = node; at != null; at = at.parent()) {
      if (at instanceof Element element
          && (UNSEEN.contains(element.normalName())
              || element.hasAttr("hidden")
              || element.attr("style").replace(" ", "").contains("display:none"))) {
        return true;
      }
    }
    return false;
  }
}
