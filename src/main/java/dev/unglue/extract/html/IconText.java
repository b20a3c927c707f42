package dev.unglue.extract.html;

import dev.unglue.extract.text.CleanText;
import dev.unglue.extract.text.Entities;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;

/** The words that a picture stands for, as its page gives them to those who cannot see it. */
final class IconText {
  /** So many pictures of one cell are read. */
  static final int MOST = 8;

  private static final int LONGEST = 100;

  /** A wider picture in a cell of data illustrates what is compared, and says nothing of it. */
  private static final int WIDEST_ICON = 64;

  private static final String LOGO = " logo";

  private static final Set<String> BOXES = Set.of("checkbox", "radio");
  private static final Set<String> DRAWN = Set.of("i", "span", "b", "em");
  private static final Set<String> FILES = Set.of("jpg", "jpeg", "png", "gif", "svg", "webp");

  private static final Pattern WORD_ENDS = Pattern.compile("[-_]+");
  private static final Set<String> YES =
      Set.of("check", "checkmark", "checked", "tick", "yes", "ok", "true");
  private static final Set<String> NO =
      Set.of("times", "cross", "crossmark", "no", "close", "xmark", "x", "remove", "false");

  /** What the names of signs have behind or before them for a look of theirs. */
  private static final Set<String> LOOKS =
      Set.of(
          "alt", "bold", "circle", "fill", "filled", "icon", "lg", "mark", "o", "outline", "sign",
          "solid", "square", "thick");

  /** Fonts that draw whole words as icons. */
  private static final List<String> LIGATURES = List.of("material-icons", "material-symbols");

  /** Their words for signs that are no names of such elsewhere. */
  private static final Map<String, String> DRAWN_WORDS =
      Map.of("done", "✓", "cancel", "✗", "clear", "✗");

  private IconText() {}

  /** The text of a picture, or of an element without content that has one; else empty. */
  static Optional<SourceText> of(Element element, ElementRole role, String html) {
    boolean picture = role == ElementRole.PICTURE || element.attr("role").equals("img");
    if (!picture && element.childNodeSize() > 0) {
      return isWrapper(element) ? attribute(element, "title", html) : Optional.empty();
    }
    return attribute(element, "alt", html)
        .or(() -> attribute(element, "aria-label", html))
        .or(() -> attribute(element, "title", html))
        .or(() -> drawn(element, html))
        .or(() -> ticked(element, html))
        .or(() -> named(element));
  }

  /** True for a part of an element that stands for one picture by itself. */
  static boolean isPart(Element element) {
    Element outer = element.parent();
    return outer != null
        && ((outer.attr("role").equals("img") && outer.hasAttr("aria-label"))
            || (isWrapper(outer) && !outer.attr("title").isBlank()));
  }

  /** The word by which the source says that a box is ticked. */
  private static Optional<SourceText> ticked(Element element, String html) {
    return isBox(element) && element.hasAttr("checked")
        ? text(element.attributes().sourceRange("checked").nameRange(), html)
        : Optional.empty();
  }

  /**
   * The sign that a style sheet draws for a class which says so, such as {@code fa-check-circle}.
   */
  private static Optional<SourceText> named(Element element) {
    Range place = element.attributes().sourceRange("class").valueRange();
    Set<String> signs = new HashSet<>();
    for (String name : element.classNames()) {
      signs.addAll(signs(name.toLowerCase(Locale.ROOT)));
    }
    return signs.size() == 1 && place.isTracked() && !isBox(element)
        ? Optional.of(
            SourceText.mapped(
                signs.iterator().next(), new int[] {place.startPos()}, new int[] {place.endPos()}))
        : Optional.empty();
  }

  /**
   * The sign that a font of icons draws for a word ({@code <i class="material-icons">close</i>});
   * absent for any other text, and for what is no sign.
   */
  static Optional<String> ligature(Node text) {
    boolean drawn =
        text.parent() instanceof Element icon
            && icon.hasAttr("class")
            && isDrawnByFont(icon.className());
    if (!drawn) {
      return Optional.empty();
    }
    String word = text.nodeValue().strip().toLowerCase(Locale.ROOT);
    Set<String> signs = DRAWN_WORDS.containsKey(word) ? Set.of(DRAWN_WORDS.get(word)) : signs(word);
    return signs.size() == 1 ? signs.stream().findFirst() : Optional.empty();
  }

  private static boolean isDrawnByFont(String look) {
    for (String font : LIGATURES) {
      if (look.contains(font)) {
        return true;
      }
    }
    return false;
  }

  /** The signs that a class names; the first of its words may be that of a family of icons. */
  private static Set<String> signs(String name) {
    Set<String> signs = new HashSet<>();
    String[] words = WORD_ENDS.split(name);
    for (int i = 0; i < words.length; i++) {
      if (YES.contains(words[i]) || NO.contains(words[i])) {
        signs.add(YES.contains(words[i]) ? "✓" : "✗");
      } else if (i > 0 && !LOOKS.contains(words[i])) {
        return Set.of();
      }
    }
    return signs;
  }

  private static boolean isBox(Element element) {
    return element.normalName().equals("input")
        && BOXES.contains(element.attr("type").toLowerCase(Locale.ROOT));
  }

  /** True for an element around one that a class draws. */
  private static boolean isWrapper(Element element) {
    Element inner = element.firstElementChild();
    return element.childNodeSize() == 1 && inner != null && isSign(inner, ElementRole.PLAIN);
  }

  /**
   * True for what shows a sign where a cell has no text: a picture, a box to tick, an empty element
   * that its class draws.
   */
  static boolean isSign(Element element, ElementRole role) {
    if (role == ElementRole.PICTURE) {
      return !isDot(element);
    }
    return isBox(element)
        || (element.childNodeSize() == 0
            && DRAWN.contains(element.normalName())
            && element.hasAttr("class"));
  }

  /** True for a picture of a point, which nobody sees. */
  private static boolean isDot(Element picture) {
    return picture.attr("width").equals("1") && picture.attr("height").equals("1");
  }

  /** The title of a drawing, which comes first in it. */
  private static Optional<SourceText> drawn(Element element, String html) {
    Element title = element.firstElementChild();
    return title != null && title.normalName().equals("title") && title.childNodeSize() == 1
        ? text(title.childNode(0).sourceRange(), html)
        : Optional.empty();
  }

  /** True for a picture of more than the size of words. */
  static boolean isIllustration(Element picture) {
    return size(picture, "width") > WIDEST_ICON || size(picture, "height") > WIDEST_ICON;
  }

  private static int size(Element picture, String name) {
    String size = picture.attr(name);
    int number = 0;
    for (int i = 0; i < size.length() && Digits.is(size.charAt(i)); i++) {
      number = Math.min(number * 10 + size.charAt(i) - '0', WIDEST_ICON + 1);
    }
    return number;
  }

  private static Optional<SourceText> attribute(Element element, String name, String html) {
    return text(element.attributes().sourceRange(name).valueRange(), html);
  }

  private static Optional<SourceText> text(Range place, String html) {
    if (!place.isTracked()) {
      return Optional.empty();
    }
    SourceText text = new Entities(html).text(place.startPos(), place.endPos());
    return Optional.of(unlabelled(CleanText.of(text).strip())).filter(IconText::isWord);
  }

  /** The name of whom a logo stands for. */
  private static SourceText unlabelled(SourceText text) {
    int end = text.length() - LOGO.length();
    return end > 0 && text.text().regionMatches(true, end, LOGO, 0, LOGO.length())
        ? text.slice(0, end).strip()
        : text;
  }

  /** The name of a file says nothing of what the picture means. */
  private static boolean isWord(SourceText text) {
    int dot = text.text().lastIndexOf('.');
    boolean file =
        dot >= 0 && FILES.contains(text.text().substring(dot + 1).toLowerCase(Locale.ROOT));
    return !text.isEmpty() && text.length() <= LONGEST && !file;
  }
}
