package dev.unglue.extract.html;

import dev.unglue.text.Whitespace;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** Whether an element shows, as far as the element itself says. */
enum Visibility {
  /** It shows. */
  SHOWN,
  /** It keeps its place, and nothing shows there. */
  BLANK,
  /** It is not there at all: a hidden cell leaves its place to the next one. */
  ABSENT;

  /** The class of a key that wikis sort by; their style sheets hide it. */
  private static final String SORT_KEY = "sortkey";

  static Visibility of(Element element) {
    Attributes attributes = element.attributes();
    if (attributes.hasKey("hidden")
        || isClosedDialog(element)
        || isHelp(element)
        || isCopy(attributes)) {
      return ABSENT;
    }
    String style = attributes.get("style");
    if (says(style, "display", "none") || says(style, "visibility", "collapse")) {
      return ABSENT;
    }
    boolean key = attributes.get("class").equals(SORT_KEY);
    return key ? ABSENT : says(style, "visibility", "hidden") ? BLANK : SHOWN;
  }

  /** A button of one sign opens help: {@code ?}, {@code i}. */
  private static boolean isHelp(Element element) {
    return element.normalName().equals("button")
        && element.childNodeSize() == 1
        && element.ownText().length() == 1;
  }

  /** The same slide again, before the first or behind the last, so that they seem to turn round. */
  private static boolean isCopy(Attributes attributes) {
    if (!attributes.get("aria-hidden").equals("true")) {
      return false;
    }
    String look = attributes.get("class");
    return look.contains("clone") || look.contains("duplicate");
  }

  private static boolean isClosedDialog(Element element) {
    return element.normalName().equals("dialog") && !element.hasAttr("open");
  }

  /** True if a list of declarations gives a property that value. */
  private static boolean says(String style, String property, String value) {
    for (int at = 0; at + property.length() < style.length(); at++) {
      if (style.regionMatches(true, at, property, 0, property.length()) && begins(style, at)) {
        int colon = Whitespace.skip(style, at + property.length());
        int from = Whitespace.skip(style, colon + 1);
        if (colon < style.length()
            && style.charAt(colon) == ':'
            && style.regionMatches(true, from, value, 0, value.length())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean begins(String style, int at) {
    return at == 0 || style.charAt(at - 1) == ';' || Whitespace.is(style.charAt(at - 1));
  }
}
