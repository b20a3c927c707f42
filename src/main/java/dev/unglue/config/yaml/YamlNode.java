package dev.unglue.config.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A place in a YAML file that knows its line and its path.
 *
 * <p>Nothing here throws for what a user wrote: each wrong value is noted in the {@link Problems}
 * that the file was parsed with, and a stand-in is returned (empty text, zero, false, the first
 * choice, an empty list, a node that is quiet about everything), so that reading goes on and finds
 * the next problem. Call {@link Problems#throwIfAny} before using what was read.
 *
 * <p>Each access by key is remembered; {@link #noOtherKeys} reports the keys that were never asked
 * for.
 */
public final class YamlNode {
  /** What stands at the place. */
  enum Kind {
    MAP,
    LIST,
    SCALAR,
    /** A key without a value. */
    EMPTY,
    /** Wrong, and already noted: asks nothing more. */
    NOTED
  }

  private static final int LONGEST_QUOTE = 80;

  private final YamlPlace place;
  private final String scalar;
  private final Map<String, YamlNode> children;
  private final List<YamlNode> items;
  private final Set<String> asked = new LinkedHashSet<>();
  private Kind kind;

  private YamlNode(
      YamlPlace place,
      Kind kind,
      String scalar,
      Map<String, YamlNode> children,
      List<YamlNode> items) {
    this.place = place;
    this.kind = kind;
    this.scalar = scalar;
    this.children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
    this.items = List.copyOf(items);
  }

  static YamlNode ofMap(YamlPlace place, Map<String, YamlNode> children) {
    return new YamlNode(place, Kind.MAP, "", children, List.of());
  }

  static YamlNode ofList(YamlPlace place, List<YamlNode> items) {
    return new YamlNode(place, Kind.LIST, "", Map.of(), items);
  }

  static YamlNode ofScalar(YamlPlace place, String scalar) {
    return new YamlNode(place, Kind.SCALAR, scalar, Map.of(), List.of());
  }

  static YamlNode ofNothing(YamlPlace place) {
    return new YamlNode(place, Kind.EMPTY, "", Map.of(), List.of());
  }

  public static YamlNode noted(YamlPlace place) {
    return new YamlNode(place, Kind.NOTED, "", Map.of(), List.of());
  }

  /**
   * Reads a whole file, whose root must be keys and values. Broken YAML, an empty file, a key that
   * stands twice and an alias are noted.
   *
   * @param file the name that problems call it by
   * @param text its content
   * @param problems where they go
   */
  public static YamlNode parse(String file, String text, Problems problems) {
    return new YamlReader(file, problems).read(text);
  }

  // --- where it stands ------------------------------------------------------------------------

  /** The file, as problems name it. */
  public String file() {
    return place.file();
  }

  /** Line in the file, from 1. */
  public int line() {
    return place.line();
  }

  /** Path from the root, for example {@code attributes[3].type}; empty for the root. */
  public String path() {
    return place.path();
  }

  /** True if a wrong value here was noted already. */
  public boolean isNoted() {
    return kind == Kind.NOTED;
  }

  /** Notes a problem at this place. */
  public void problem(String message) {
    if (kind != Kind.NOTED) {
      place.problem(message);
    }
  }

  /** Notes a word that is not known, with the known one that was probably meant. */
  public void unknown(String expected, String found, Collection<String> known) {
    problem(expected + ", found " + quoted(found) + Spelling.hint(found, known));
  }

  // --- keys -----------------------------------------------------------------------------------

  /** The children of a map by key, in the order of the file; all count as asked for. */
  public Map<String, YamlNode> entries() {
    isMap();
    asked.addAll(children.keySet());
    return children;
  }

  /** The child of that key, where there is one. */
  public Optional<YamlNode> optional(String key) {
    asked.add(key);
    return isMap() ? Optional.ofNullable(children.get(key)) : Optional.empty();
  }

  /** The child of that key; notes a missing one, saying what was expected. */
  public YamlNode required(String key, String expected) {
    return optional(key).orElseGet(() -> missing(key, expected));
  }

  private YamlNode missing(String key, String expected) {
    YamlPlace there = place.key(key, place.line());
    if (kind != Kind.NOTED) {
      there.problem("missing: expected " + expected);
    }
    return noted(there);
  }

  /** Notes each key that was never asked for, with the known key that was probably meant. */
  public void noOtherKeys() {
    String expected = "unknown key: expected one of " + String.join(", ", asked);
    children.forEach(
        (key, child) -> {
          if (!asked.contains(key)) {
            child.place.problem(expected + Spelling.hint(key, asked));
          }
        });
  }

  private boolean isMap() {
    if (kind != Kind.MAP) {
      wrong("keys and values");
    }
    return kind == Kind.MAP;
  }

  // --- values by key --------------------------------------------------------------------------

  /** A required text that is not blank. */
  public String text(String key) {
    return required(key, "a text").asText();
  }

  /** A text, where the key stands; it may be empty. */
  public Optional<String> optionalText(String key) {
    return optional(key).map(YamlNode::asPlainText);
  }

  /** A required whole number. */
  public int integer(String key) {
    return required(key, "a whole number").asInteger();
  }

  /** A required number. */
  public BigDecimal decimal(String key) {
    return required(key, "a number").asDecimal();
  }

  /** A required list. */
  public List<YamlNode> list(String key) {
    return required(key, "a list").asList();
  }

  /** A list, empty where the key is absent. */
  public List<YamlNode> optionalList(String key) {
    return optional(key).map(YamlNode::asList).orElse(List.of());
  }

  /** A list of texts, empty where the key is absent. */
  public List<String> texts(String key) {
    return optionalList(key).stream().map(YamlNode::asText).toList();
  }

  /** A required map. */
  public YamlNode map(String key) {
    return required(key, "keys and values").asMap();
  }

  /** A required word out of an enum's constants, lower case. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return required(key, "one of " + String.join(", ", words(type))).asChoice(type);
  }

  // --- this value -----------------------------------------------------------------------------

  /** This text, which must not be blank; numbers and {@code true} count as they are written. */
  public String asText() {
    if (kind == Kind.SCALAR && scalar.isBlank()) {
      return wrong("a text").orElse("");
    }
    return asPlainText();
  }

  private String asPlainText() {
    return kind == Kind.SCALAR ? scalar : wrong("a text").orElse("");
  }

  /** This whole number. */
  public int asInteger() {
    return as("a whole number", Amount::wholeNumber, 0);
  }

  /** This whole number; one that does not lie between the two is noted. */
  public int asIntegerWithin(int least, int most) {
    int number = asInteger();
    if (number < least || number > most) {
      problem("expected %d to %d, found %d".formatted(least, most, number));
    }
    return number;
  }

  /** This number. */
  public BigDecimal asDecimal() {
    return as("a number", Amount::number, BigDecimal.ZERO);
  }

  /** This probability; a number that is none is noted. */
  public double asProbability() {
    BigDecimal number = asDecimal();
    if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
      problem("expected a probability from 0 to 1, found " + number.toPlainString());
    }
    return number.doubleValue();
  }

  /** This {@code true} or {@code false}. */
  public boolean asBool() {
    return as("true or false", Amount::truth, false);
  }

  /** This duration. */
  public Duration asDuration() {
    return as("a duration such as 500ms, 2s, 5m, 1h", Amount::duration, Duration.ZERO);
  }

  /** This size in bytes; a KB has 1000. */
  public long asSize() {
    return as("a size such as 64KB, 5MB", Amount::bytes, 0L);
  }

  /** These items. */
  public List<YamlNode> asList() {
    if (kind != Kind.LIST) {
      wrong("a list");
    }
    return items;
  }

  /** This map; anything else is noted and replaced by a node that is quiet. */
  public YamlNode asMap() {
    return isMap() ? this : noted(place);
  }

  /** This word out of an enum's constants, lower case. */
  public <E extends Enum<E>> E asChoice(Class<E> type) {
    List<String> words = words(type);
    int index = words.indexOf(asOneOf(words));
    return type.getEnumConstants()[Math.max(index, 0)];
  }

  /** This word out of {@code words}; the first of them where it is another. */
  public String asOneOf(List<String> words) {
    if (kind == Kind.SCALAR && words.contains(scalar)) {
      return scalar;
    }
    String hint = kind == Kind.SCALAR ? Spelling.hint(scalar, words) : "";
    wrong("one of " + String.join(", ", words), hint);
    return words.get(0);
  }

  private <T> T as(String expected, Function<String, Optional<T>> read, T standIn) {
    Optional<T> value = kind == Kind.SCALAR ? read.apply(scalar) : Optional.empty();
    if (value.isEmpty()) {
      wrong(expected);
    }
    return value.orElse(standIn);
  }

  // --- problems -------------------------------------------------------------------------------

  private Optional<String> wrong(String expected) {
    return wrong(expected, "");
  }

  /** Notes the wrong value once; always empty, to be followed by a stand-in. */
  private Optional<String> wrong(String expected, String hint) {
    problem("expected " + expected + ", found " + found() + hint);
    kind = Kind.NOTED;
    return Optional.empty();
  }

  private String found() {
    return switch (kind) {
      case MAP -> "keys and values";
      case LIST -> "a list";
      case SCALAR -> quoted(scalar);
      case EMPTY, NOTED -> "nothing";
    };
  }

  /** A value in quotes, on one line, cut at 80 characters. */
  public static String quoted(String value) {
    String line = value.replaceAll("\\p{Cntrl}+", " ");
    boolean fits = line.length() <= LONGEST_QUOTE;
    return '"' + (fits ? line : line.substring(0, LONGEST_QUOTE) + "…") + '"';
  }

  private static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
