package dev.unglue.model.field;

import dev.unglue.model.field.Node.Kind;
import dev.unglue.model.field.Node.Taking;
import dev.unglue.text.LowerText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads what is written as a regular expression. */
final class ExpressionParser {
  private static final String SIGNS = "[(.^$|)?*+{";
  private static final int NO_END = 1_000_000;
  private static final CharSet DIGITS = CharSet.of('0', '9');
  private static final CharSet BLANKS = CharSet.of('\t', '\r').or(CharSet.of(' ', ' '));

  private final String regex;
  private final List<String> slots;
  private int at;
  private int counters;
  private int memories;

  /** In how many groups that repeat, or are only looked at, a node is linked. */
  private int inner;

  private ExpressionParser(String regex, List<String> slots) {
    this.regex = regex;
    this.slots = slots;
  }

  /**
   * The expression; empty where it is wrong, or has what templates of pages hardly ever need: then
   * {@link java.util.regex} knows more.
   *
   * @param slots the names of the groups whose places are wanted
   */
  static Optional<Expression> parse(String regex, List<String> slots) {
    ExpressionParser parser = new ExpressionParser(regex, slots);
    try {
      Part all = parser.choice();
      parser.expect(parser.at == regex.length());
      Node root = all.link().apply(new Node());
      return Optional.of(new Expression(root, slots.size(), parser.counters, parser.memories));
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  /** Thrown where the expression has what is not known here. */
  private static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown() {
      super("unknown", null, false, false);
    }
  }

  /**
   * A part of the expression.
   *
   * @param min how many characters it takes at least
   * @param max how many at most
   * @param link makes its nodes, before the node that follows them
   */
  private record Part(int min, int max, UnaryOperator<Node> link) {}

  private record Times(int min, int max, Taking taking) {}

  private void expect(boolean known) {
    if (!known) {
      throw new Unknown();
    }
  }

  private boolean take(String sign) {
    boolean there = regex.startsWith(sign, at);
    at += there ? sign.length() : 0;
    return there;
  }

  private char next() {
    expect(at < regex.length() && !Character.isSurrogate(regex.charAt(at)));
    return regex.charAt(at++);
  }

  // --- ways and what follows one another --------------------------------------------------------

  private Part choice() {
    List<Part> ways = new ArrayList<>();
    do {
      ways.add(sequence());
    } while (take("|"));
    if (ways.size() == 1) {
      return ways.get(0);
    }
    int min = ways.stream().mapToInt(Part::min).min().orElse(0);
    int max = ways.stream().mapToInt(Part::max).max().orElse(0);
    return new Part(
        min, max, next -> either(next, ways.stream().map(way -> way.link().apply(next)).toList()));
  }

  private Node either(Node next, List<Node> ways) {
    Node choice = new Node(Kind.EITHER, next);
    choice.ways = ways.toArray(Node[]::new);
    choice.first = ways.stream().map(way -> way.first).reduce(CharSet::or).orElse(next.first);
    choice.always = ways.stream().anyMatch(way -> way.always);
    choice.place = memory();
    return choice;
  }

  /** What fails may do so for a round only, and what is looked at for a place only. */
  private int memory() {
    return inner > 0 ? -1 : memories++;
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < regex.length() && "|)".indexOf(regex.charAt(at)) < 0) {
      if (take("\\Q\\E")) {
        continue; // the rest of a name of three letters
      }
      String plain = plain();
      if (plain.isEmpty()) {
        addText(parts, text);
        parts.add(element());
      } else {
        Times times = times();
        boolean once = times.min() == 1 && times.max() == 1;
        text.append(plain, 0, plain.length() - (once ? 0 : 1));
        if (!once) {
          addText(parts, text);
          char last = plain.charAt(plain.length() - 1);
          parts.add(some(CharSet.of(last, last), times));
        }
      }
    }
    addText(parts, text);
    return new Part(
        parts.stream().mapToInt(Part::min).sum(),
        parts.stream().mapToInt(Part::max).sum(),
        next -> linked(parts, next));
  }

  private static Node linked(List<Part> parts, Node next) {
    Node first = next;
    for (int i = parts.size() - 1; i >= 0; i--) {
      first = parts.get(i).link().apply(first);
    }
    return first;
  }

  private static void addText(List<Part> parts, StringBuilder text) {
    if (!text.isEmpty()) {
      char[] wanted = text.toString().toCharArray();
      text.setLength(0);
      parts.add(new Part(wanted.length, wanted.length, next -> text(wanted, next)));
    }
  }

  private static Node text(char[] wanted, Node next) {
    Node node = new Node(Kind.TEXT, next);
    node.text = wanted;
    node.first = CharSet.of(wanted[0], wanted[0]);
    node.always = false;
    return node;
  }

  /** Characters that stand for themselves, one or those of a quoted text; empty for none. */
  private String plain() {
    if (take("\\Q")) {
      int end = regex.indexOf("\\E", at);
      String quoted = regex.substring(at, end < 0 ? regex.length() : end);
      expect(quoted.chars().noneMatch(c -> Character.isSurrogate((char) c)));
      at = end < 0 ? regex.length() : end + 2;
      return LowerText.of(quoted).toString();
    }
    char c = regex.charAt(at);
    boolean sign = SIGNS.indexOf(c) >= 0 || (c == '\\' && isLetter(at + 1));
    return sign ? "" : String.valueOf(LowerText.fold(escaped()));
  }

  private boolean isLetter(int place) {
    return place >= regex.length() || Character.isLetterOrDigit(regex.charAt(place));
  }

  private char escaped() {
    take("\\");
    return next();
  }

  private Times times() {
    int min = 1;
    int max = 1;
    if (take("?")) {
      min = 0;
    } else if (take("*")) {
      min = 0;
      max = NO_END;
    } else if (take("+")) {
      max = NO_END;
    } else if (take("{")) {
      min = number();
      max = take(",") ? (regex.startsWith("}", at) ? NO_END : number()) : min;
      expect(take("}") && min <= max && max > 0);
    } else {
      return new Times(1, 1, Taking.MANY);
    }
    return new Times(min, max, take("?") ? Taking.FEW : take("+") ? Taking.ALL : Taking.MANY);
  }

  private int number() {
    int start = at;
    while (at < regex.length() && DIGITS.has(regex.charAt(at))) {
      at++;
    }
    expect(at > start && at - start < 5);
    return Integer.parseInt(regex.substring(start, at));
  }

  // --- characters of a set
  // ------------------------------------------------------------------------

  private Part element() {
    if (take("^")) {
      return looking(Kind.START);
    } else if (take("$")) {
      return looking(Kind.END);
    } else if (take("\\b")) {
      return looking(Kind.BORDER);
    } else if (take("(")) {
      return group();
    }
    CharSet set = take(".") ? CharSet.ANY : take("[") ? set() : named();
    return some(set, times());
  }

  private Part looking(Kind kind) {
    expect(at == regex.length() || "?*+{".indexOf(regex.charAt(at)) < 0);
    return new Part(0, 0, next -> new Node(kind, next));
  }

  private Part some(CharSet set, Times times) {
    return new Part(times.min(), times.max(), next -> some(set, times, next));
  }

  private Node some(CharSet set, Times times, Node next) {
    Node node = new Node(Kind.SOME, next);
    node.set = set;
    node.min = times.min();
    node.max = times.max();
    node.taking = times.taking();
    node.first = times.min() == 0 ? set.or(next.first) : set;
    node.always = times.min() == 0 && next.always;
    node.place = times.min() == times.max() || times.taking() == Taking.ALL ? -1 : memory();
    return node;
  }

  private CharSet named() {
    if (take("\\d")) {
      return DIGITS;
    }
    expect(take("\\s"));
    return BLANKS;
  }

  private CharSet set() {
    boolean negative = take("^");
    expect(!regex.startsWith("]", at));
    CharSet all = CharSet.of('b', 'a');
    while (!take("]")) {
      expect(!regex.startsWith("[", at) && !regex.startsWith("&&", at));
      all = all.or(regex.startsWith("\\", at) && isLetter(at + 1) ? named() : range());
    }
    return negative ? all.not() : all;
  }

  private CharSet range() {
    char first = escaped();
    if (!regex.startsWith("-", at) || regex.startsWith("-]", at)) {
      char folded = LowerText.fold(first);
      return CharSet.of(folded, folded);
    }
    at++;
    expect(!regex.startsWith("[", at) && !(regex.startsWith("\\", at) && isLetter(at + 1)));
    char last = escaped();
    boolean caseless = last < 'A' || (first > 'Z' && last < 128) || first >= Template.FIRST_SUBJECT;
    expect(first <= last && caseless && last <= Template.LAST_SUBJECT);
    return CharSet.of(first, last);
  }

  // --- groups
  // -------------------------------------------------------------------------------------

  private Part group() {
    if (take("?=") || take("?!")) {
      return ahead(regex.charAt(at - 1) == '!');
    }
    if (take("?<=") || take("?<!")) {
      return behind(regex.charAt(at - 1) == '!');
    }
    int slot = -1;
    if (take("?<")) {
      int end = regex.indexOf('>', at);
      expect(end > at);
      slot = slots.indexOf(regex.substring(at, end));
      at = end + 1;
    } else {
      expect(take("?:") || !regex.startsWith("?", at));
    }
    Part inside = closed();
    return repeated(slot < 0 ? inside : slot(inside, slot), times());
  }

  private Part closed() {
    Part inside = choice();
    expect(take(")"));
    return inside;
  }

  private static Part slot(Part inside, int slot) {
    return new Part(
        inside.min(),
        inside.max(),
        next -> {
          Node close = new Node(Kind.CLOSE, next);
          close.place = slot;
          Node open = new Node(Kind.OPEN, inside.link().apply(close));
          open.place = slot;
          return open;
        });
  }

  private Part ahead(boolean negative) {
    Part inside = closed();
    return new Part(0, 0, next -> look(Kind.AHEAD, 0, negative, inside, next));
  }

  private Part behind(boolean negative) {
    Part inside = closed();
    expect(inside.max() < NO_END);
    return new Part(0, 0, next -> look(Kind.BEHIND, 1, negative, inside, next));
  }

  private Node look(Kind kind, int endsAt, boolean negative, Part inside, Node next) {
    Node node = new Node(kind, next);
    Node end = new Node();
    end.place = endsAt;
    node.ways = new Node[] {inner(inside, end)};
    node.min = inside.min();
    node.max = inside.max();
    node.negative = negative;
    return node;
  }

  private Node inner(Part inside, Node end) {
    inner++;
    Node first = inside.link().apply(end);
    inner--;
    return first;
  }

  private Part repeated(Part inside, Times times) {
    if (times.min() == 1 && times.max() == 1) {
      return inside;
    }
    expect(times.taking() != Taking.ALL);
    int max = (int) Math.min(NO_END, (long) inside.max() * times.max());
    boolean few = times.taking() == Taking.FEW;
    if (times.max() > 1) {
      return new Part(inside.min() * times.min(), max, next -> rounds(inside, times, next));
    }
    return new Part(
        0,
        max,
        next -> {
          Node taken = inside.link().apply(next);
          return either(next, few ? List.of(next, taken) : List.of(taken, next));
        });
  }

  private Node rounds(Part inside, Times times, Node next) {
    Node loop = new Node(Kind.ROUNDS, next);
    loop.min = times.min();
    loop.max = times.max();
    loop.taking = times.taking();
    loop.place = counters++;
    Node round = new Node(Kind.ROUND, next);
    round.always = true;
    round.ways = new Node[] {loop};
    Node body = inner(inside, round);
    loop.ways = new Node[] {body};
    loop.first = times.min() == 0 ? body.first.or(next.first) : body.first;
    loop.always = body.always || (times.min() == 0 && next.always);
    return loop;
  }
}
