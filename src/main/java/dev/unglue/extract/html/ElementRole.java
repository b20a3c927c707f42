package dev.unglue.extract.html;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What an element is to the reader of a page. */
enum ElementRole {
  /** A browser does not show it as text. */
  UNSEEN("script style template noscript textarea iframe datalist rp annotation"),
  /** A heading, or the title of the page. */
  HEADING("title h1 h2 h3 h4 h5 h6"),
  /** Ends a line, though it is no block. */
  BREAK("br hr button option legend"),
  TABLE("table"),
  /** Stands above a table, as a line of the page. */
  CAPTION("caption"),
  ROW_GROUP("thead tbody tfoot"),
  ROW("tr"),
  CELL("td th"),
  ITEM("li"),
  /** A list of terms and what belongs to each, as a table of two columns or more. */
  DEFINITIONS("dl"),
  TERM("dt"),
  DEFINITION("dd"),
  PREFORMATTED("pre"),
  RAISED("sup"),
  LINK("a"),
  /** Tells of the page itself, such as its address. */
  RELATION("link"),
  /** May stand for a word: a check mark, a flag. */
  PICTURE("img svg"),
  /** A choice, of which one shows. */
  CHOICE("select"),
  /** Holds text as any other. */
  PLAIN("");

  private static final Map<String, ElementRole> BY_NAME = byName();

  /** The names that the standard of accessible pages has for the parts of a table. */
  private static final Map<String, ElementRole> BY_ARIA =
      Map.of(
          "table", TABLE,
          "grid", TABLE,
          "treegrid", TABLE,
          "rowgroup", ROW_GROUP,
          "row", ROW,
          "cell", CELL,
          "gridcell", CELL,
          "columnheader", CELL,
          "rowheader", CELL);

  private final String names;

  ElementRole(String names) {
    this.names = names;
  }

  /** The role of an element by its name, or else by the role that it says it has. */
  static ElementRole of(Element element) {
    ElementRole role = BY_NAME.getOrDefault(element.normalName(), PLAIN);
    return role == PLAIN && element.hasAttr("role")
        ? BY_ARIA.getOrDefault(element.attr("role"), PLAIN)
        : role;
  }

  /** True for a cell that heads a row or a column. */
  static boolean isHeading(Element cell) {
    return cell.normalName().equals("th") || cell.attr("role").endsWith("header");
  }

  private static Map<String, ElementRole> byName() {
    Map<String, ElementRole> roles = new HashMap<>();
    for (ElementRole role : values()) {
      for (String name : role.names.split(" ")) {
        roles.put(name, role);
      }
    }
    return Map.copyOf(roles);
  }
}
