package dev.unglue.extract.html;

import java.util.HashMap;
import java.util.Map;

/** What an element is to the reader of a page. */
enum ElementRole {
  /** A browser does not show it as text. */
  UNSEEN("script style template noscript textarea iframe datalist rp annotation"),
  /** A heading, or the title of the page. */
  HEADING("title h1 h2 h3 h4 h5 h6"),
  /** Ends a line, though it is no block. */
  BREAK("br hr button option"),
  TABLE("table"),
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
  /** Holds text as any other. */
  PLAIN("");

  private static final Map<String, ElementRole> BY_NAME = byName();

  private final String names;

  ElementRole(String names) {
    this.names = names;
  }

  /** The role of an element by its name in lower case. */
  static ElementRole of(String name) {
    return BY_NAME.getOrDefault(name, PLAIN);
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
