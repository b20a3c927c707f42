package dev.unglue.config.yaml;

import dev.unglue.config.yaml.YamlNode.Kind;
import dev.unglue.config.yaml.YamlNode.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the plain part of YAML in which configurations are written: keys and values, lists, {@code
 * [a, b]}, {@code {a: 1}}, quotes and comments, each on its line.
 *
 * <p>It gives up on all else, on every mistake above all, and leaves it to the library, which knows
 * all of YAML but takes longer to get under way than a page to be read. Its slow twin is {@link
 * YamlReader#readByLibrary}; what both read they read alike.
 */
final class PlainYaml {
  /** Brackets within brackets; who nests deeper hears of it from the library. */
  private static final int DEEPEST = 20;

  private final String text;
  private int depth;
  private int at;
  private int line = 1;

  /** Blanks before what stands at {@link #at}, in its line; -1 at the end of the text. */
  private int indent;

  private PlainYaml(String text) {
    this.text = text;
  }

  /** Ends the reading of a text that is not plain. */
  private static final class NotPlain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlain() {
      super("", null, false, false);
    }
  }

  /** The whole text, whose root is keys and values; absent where it is not plain. */
  static Optional<YamlNode> read(String text, Place root) {
    PlainYaml reader = new PlainYaml(text);
    try {
      reader.toContent();
      reader.require(reader.indent == 0 && !reader.isItem());
      YamlNode map = reader.map(0, root);
      reader.require(reader.indent < 0);
      return Optional.of(map);
    } catch (NotPlain e) {
      return Optional.empty();
    }
  }

  // --- lines ----------------------------------------------------------------------------------

  private YamlNode block(int column, Place place) {
    return isItem() ? list(column, place) : map(column, place);
  }

  private YamlNode map(int column, Place place) {
    Map<String, YamlNode> children = new LinkedHashMap<>();
    while (indent == column) {
      int end = keyEnd();
      require(end > at);
      String key = word(text.substring(at, end));
      Place there = place.key(key, line);
      at = end + 1;
      require(children.put(key, value(column, there)) == null);
    }
    require(indent < column);
    return new YamlNode(place, Kind.MAP, "", children, List.of());
  }

  private YamlNode list(int column, Place place) {
    List<YamlNode> items = new ArrayList<>();
    while (indent == column) {
      require(isItem());
      int dash = at;
      at++;
      skipBlanks();
      Place there = place.item(items.size(), line);
      if (keyEnd() > at) {
        indent = column + at - dash;
        items.add(map(indent, there));
      } else {
        items.add(inline(there, false));
        endLine();
      }
      require(indent <= column);
    }
    return new YamlNode(place, Kind.LIST, "", Map.of(), items);
  }

  /** What follows a key: on its line, or further in on those below. */
  private YamlNode value(int column, Place place) {
    skipBlanks();
    if (peek() != '\n' && peek() != '#') {
      YamlNode value = inline(place, false);
      endLine();
      require(indent <= column);
      return value;
    }
    endLine();
    require(indent != column || !isItem());
    return indent > column
        ? block(indent, place)
        : new YamlNode(place, Kind.EMPTY, "", Map.of(), List.of());
  }

  private boolean isItem() {
    return peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) == ' ';
  }

  /** Where the colon of a key stands that begins here; -1 where none does. */
  private int keyEnd() {
    if (!Character.isLetterOrDigit(peek())) {
      return -1;
    }
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' && (i + 1 == text.length() || " \n".indexOf(text.charAt(i + 1)) >= 0)) {
        return text.charAt(i - 1) == ' ' ? -1 : i;
      }
      if (!Character.isLetterOrDigit(c) && "_./:+-' ".indexOf(c) < 0) {
        return -1;
      }
    }
    return -1;
  }

  /** The end of a line, with its comment, and all lines that say nothing. */
  private void endLine() {
    boolean parted = text.charAt(at - 1) == ' ';
    skipBlanks();
    parted |= text.charAt(at - 1) == ' ';
    require(peek() == '\n' || (peek() == '#' && parted));
    skipLine();
    toContent();
  }

  private void toContent() {
    while (at < text.length()) {
      int start = at;
      skipBlanks();
      if (peek() != '\n' && peek() != '#') {
        indent = at - start;
        return;
      }
      skipLine();
    }
    indent = -1;
  }

  private void skipLine() {
    for (; peek() != '\n'; at++) {
      require(isUsual(peek()));
    }
    at++;
    line++;
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  /** The character here; the end of the text ends its line, too. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  // --- within a line --------------------------------------------------------------------------

  /**
   * A value that begins here.
   *
   * @param inFlow true within brackets or braces
   */
  private YamlNode inline(Place place, boolean inFlow) {
    return switch (peek()) {
      case '[' -> flowList(place);
      case '{' -> flowMap(place);
      case '"' -> scalar(place, quoted());
      default -> scalar(place, plain(inFlow));
    };
  }

  private static YamlNode scalar(Place place, String value) {
    return new YamlNode(place, Kind.SCALAR, value, Map.of(), List.of());
  }

  private YamlNode flowList(Place place) {
    List<YamlNode> items = new ArrayList<>();
    boolean more = opens(']');
    while (more) {
      items.add(inline(place.item(items.size(), line), true));
      more = goesOn(']');
    }
    return new YamlNode(place, Kind.LIST, "", Map.of(), items);
  }

  private YamlNode flowMap(Place place) {
    Map<String, YamlNode> children = new LinkedHashMap<>();
    boolean more = opens('}');
    while (more) {
      int end = keyEnd();
      require(end > at && end + 1 < text.length() && text.charAt(end + 1) == ' ');
      String key = word(text.substring(at, end));
      Place there = place.key(key, line);
      at = end + 1;
      skipBlanks();
      require(children.put(key, inline(there, true)) == null);
      more = goesOn('}');
    }
    return new YamlNode(place, Kind.MAP, "", children, List.of());
  }

  /** Takes the opening sign; false where the closing one follows. */
  private boolean opens(char close) {
    at++;
    depth++;
    require(depth <= DEEPEST);
    skipFlowBlanks();
    if (peek() != close) {
      return true;
    }
    closes();
    return false;
  }

  /** Takes what stands behind a value: a comma, or the closing sign, and then returns false. */
  private boolean goesOn(char close) {
    skipFlowBlanks();
    char sign = peek();
    if (sign == close) {
      closes();
      return false;
    }
    require(sign == ',');
    at++;
    skipFlowBlanks();
    require(peek() != close);
    return true;
  }

  private void closes() {
    at++;
    depth--;
  }

  /** Blanks, and line ends below which the next line is further in. */
  private void skipFlowBlanks() {
    skipBlanks();
    while (at < text.length() && peek() == '\n') {
      at++;
      line++;
      require(peek() == ' ');
      skipBlanks();
    }
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; peek() != '"'; at++) {
      require(isUsual(peek()));
      if (peek() == '\\') {
        at++;
        require(peek() == '\\' || peek() == '"');
      }
      value.append(peek());
    }
    at++;
    return value.toString();
  }

  private String plain(boolean inFlow) {
    int start = at;
    char first = peek();
    boolean minus = first == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    require(Character.isLetterOrDigit(first) || minus || first == '$');
    int end = start;
    for (; peek() != '\n' && !(inFlow && ",]}".indexOf(peek()) >= 0); at++) {
      char c = peek();
      if (c == '#' && text.charAt(at - 1) == ' ') {
        break;
      }
      require(isUsual(c) && !(inFlow && ":[{\"#".indexOf(c) >= 0));
      require(c != ':' || (at + 1 < text.length() && " \n".indexOf(text.charAt(at + 1)) < 0));
      end = c == ' ' ? end : at + 1;
    }
    return word(text.substring(start, end));
  }

  /** The same, if it is a text, a truth, or a number whose digits stand as they count. */
  private String word(String plain) {
    require(!plain.equalsIgnoreCase("null"));
    require(plain.indexOf('_') < 0 || !isDigit(plain.charAt(plain.charAt(0) == '-' ? 1 : 0)));
    return plain;
  }

  /** False for what ends a line or is seen by nobody, and for halves of characters. */
  private static boolean isUsual(char c) {
    boolean ascii = c >= ' ' && c <= '~';
    boolean other = c >= '\u00a0' && c <= '\ufffd' && c != '\u2028' && c != '\u2029';
    return ascii || (other && c != '\ufeff' && !Character.isSurrogate(c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void require(boolean plain) {
    if (!plain) {
      throw new NotPlain();
    }
  }
}
