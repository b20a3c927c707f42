package dev.unglue.extract.html;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Whether an element shows. */
enum Visibility {
  /** It shows. */
  SHOWN,
  /** It keeps its place, and nothing shows there. */
  BLANK,
  /** It is not there at all: a hidden cell leaves its place to the next one. */
  ABSENT;

  /** The class of a key that wikis sort by; their style sheets hide it. */
  private static final String SORT_KEY = "sortkey";

  /** Declarations of a style that take an element away, and those that hide it in its place. */
  private static final Pattern ABSENT_BY =
      Pattern.compile("(?iU)(?:^|[;\\s])(?:display\\s*+:\\s*+none|visibility\\s*+:\\s*+collapse)");

  private static final Pattern BLANK_BY =
      Pattern.compile("(?iU)(?:^|[;\\s])visibility\\s*+:\\s*+hidden");

  /** Classes of what style sheets show below a pointer alone. */
  private static final Pattern TIP =
      Pattern.compile("tooltip(?:text|(?:-|__)(?:text|content|inner|body))?|tip-(?:text|content)");

  private static final Set<String> SIGNS = Set.of("?", "i", "(?)", "[?]", "(i)", "[i]");

  private static final int MOST_BEFORE = 4;

  /** As far as the element itself says. */
  static Visibility of(Element element) {
    Attributes attributes = element.attributes();
    if (attributes.hasKey("hidden")
        || isClosedDialog(element)
        || isHelp(element)
        || isCopy(attributes)) {
      return ABSENT;
    }
    return attributes.get("class").equals(SORT_KEY) ? ABSENT : by(attributes.get("style"));
  }

  /** How declarations of a style let an element show. */
  static Visibility by(String style) {
    if (style.isEmpty()) {
      return SHOWN; // few elements have one
    }
    if (ABSENT_BY.matcher(style).find()) {
      return ABSENT;
    }
    return BLANK_BY.matcher(style).find() ? BLANK : SHOWN;
  }

  /**
   * A button of one sign opens help: {@code ?}, {@code i}. So does any other element behind the
   * text that it ends, and what it opens shows below a pointer alone.
   */
  private static boolean isHelp(Element element) {
    if (element.normalName().equals("button")) {
      return element.childNodeSize() == 1 && element.ownText().length() == 1;
    }
    Attributes attributes = element.attributes();
    String kind = attributes.get("class");
    boolean tip = attributes.get("role").equals("tooltip") || isTip(element, kind);
    boolean sign = !tip && !kind.isEmpty() && element.nextSibling() == null && isSign(element);
    return (tip || sign) && ElementRole.of(element) == ElementRole.PLAIN && isBehindText(element);
  }

  /** What has a title, data or a tip of its own is the text below which these show. */
  private static boolean isTip(Element element, String kind) {
    return kind.contains("tip")
        && Stream.of(kind.split(" ")).anyMatch(TIP.asMatchPredicate())
        && element.attributes().asList().stream()
            .noneMatch(each -> each.getKey().matches("title|data-.*"))
        && (element.ownText().isBlank() || element.select("[class*=tip]").size() == 1);
  }

  private static boolean isSign(Element element) {
    return element.childNodeSize() == 1
        && element.childNode(0) instanceof TextNode text
        && SIGNS.contains(text.getWholeText());
  }

  /** True if what stands before an element says something; a few nodes are looked at. */
  private static boolean isBehindText(Element element) {
    Node before = element.previousSibling();
    for (int i = 0; i < MOST_BEFORE && before != null; i++) {
      if (before instanceof TextNode text
          ? !text.isBlank()
          : before instanceof Element other && other.hasText()) {
        return true;
      }
      before = before.previousSibling();
    }
    return false;
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
}
