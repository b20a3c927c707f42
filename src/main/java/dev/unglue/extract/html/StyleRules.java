package dev.unglue.extract.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * What a page's own {@code style} elements say of what shows. They hide less than in a browser:
 * what any rule shows is shown, whatever another says, even if it is for narrow screens alone; and
 * what is hidden on paper alone is not hidden.
 */
final class StyleRules {
  /** Rules that are looked at; a page has a few. */
  private static final int MOST = 200;

  /** Characters of a selector that is looked at, so that none stands in itself without end. */
  private static final int LONGEST = 1_000;

  private record Rule(Evaluator who, Visibility visibility) {}

  private final List<Rule> rules = new ArrayList<>();

  private StyleRules() {}

  /** Reads the rules of a whole page. */
  static StyleRules of(Element page) {
    StyleRules read = new StyleRules();
    for (Element style : page.getElementsByTag("style")) {
      String sheet = style.data();
      if (sheet.contains("display") || sheet.contains("visibility")) {
        read.addSheet(withoutComments(sheet));
      }
    }
    return read;
  }

  /** How an element shows by the rules, whatever it says itself. */
  Visibility visibility(Element element) {
    Visibility found = Visibility.SHOWN;
    for (Rule rule : rules) {
      if (element.is(rule.who)) {
        if (rule.visibility == Visibility.SHOWN) {
          return Visibility.SHOWN;
        }
        found = rule.visibility;
      }
    }
    return found;
  }

  /** From brace to brace; a sheet that ends within a rule ends before it. */
  private void addSheet(String sheet) {
    int conditions = 0; // @media and the like that are open
    int from = 0;
    int close = sheet.indexOf('}');
    while (close >= 0) {
      int open = sheet.indexOf('{', from);
      if (open < 0 || close < open) {
        conditions = Math.max(0, conditions - 1);
        from = close + 1;
      } else {
        int begin = Math.max(from, sheet.lastIndexOf(';', open) + 1); // behind an @import
        String who = sheet.substring(begin, open).strip();
        if (who.startsWith("@")) {
          conditions++;
          from = open + 1;
        } else {
          add(who, sheet.substring(open + 1, close), conditions > 0);
          from = close + 1;
        }
      }
      close = sheet.indexOf('}', from);
    }
  }

  private void add(String who, String declarations, boolean conditional) {
    Visibility said = Visibility.by(declarations);
    boolean speaks = declarations.contains("display") || declarations.contains("visibility");
    boolean counts = speaks && (said == Visibility.SHOWN || !conditional);
    if (counts && rules.size() < MOST && !who.isEmpty() && who.length() <= LONGEST) {
      try {
        rules.add(new Rule(QueryParser.parse(who), said));
      } catch (SelectorParseException pseudo) {
        // What is so below a pointer, or before and behind an element, says nothing of the element.
      }
    }
  }

  private static String withoutComments(String sheet) {
    StringBuilder kept = new StringBuilder(sheet.length());
    int from = 0;
    int begin = sheet.indexOf("/*");
    while (begin >= 0) {
      kept.append(sheet, from, begin);
      int end = sheet.indexOf("*/", begin + 2);
      if (end < 0) {
        return kept.toString();
      }
      from = end + 2;
      begin = sheet.indexOf("/*", from);
    }
    return kept.append(sheet, from, sheet.length()).toString();
  }
}
