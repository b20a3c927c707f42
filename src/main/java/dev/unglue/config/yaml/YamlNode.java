package dev.unglue.config.yaml;

import java.math.BigDecimal;
import java.time.Duration;
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
import java.util.stream.Stream;

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

  /**
   * Where a node of a YAML file stands.
   *
   * @param file as problems name it
   * @param line from 1; 0 where there is no line to speak of
   * @param path from the root, for example {@code attributes[3].type}; empty for the root
   * @param problems where the problems of the file go
   */
  public record Place(String file, int line, String path, Problems problems) {
    /** The place of a key of the map that stands here. */
    Place key(String key, int itsLine) {
      return new Place(file, itsLine, path.isEmpty() ? key : path + "." + key, problems);
    }

    /** The place of an item of the list that stands here. */
    Place item(int index, int itsLine) {
      return new Place(file, itsLine, path + "[" + index + "]", problems);
    }

    void problem(String message) {
      problems.add(file, line, path, message);
    }
  }

  private final Place place;
  private final String scalar;
  private final Map<String, YamlNode> children;
  private final List<YamlNode> items;
  private final Set<String> asked = new LinkedHashSet<>();
  private Kind kind;

  YamlNode(Place place, Kind kind, String scalar, Map<String, YamlNode> map, List<YamlNode> items) {
    this.place = place;
    this.kind = kind;
    this.scalar = scalar;
    this.children = Collections.unmodifiableMap(map);
    this.items = List.copyOf(items);
  }

  /** A node that is quiet, whatever is asked of it: all it has are the stand-ins for nothing. */
  public static YamlNode noted(Place place) {
    return new YamlNode(place, Kind.NOTED, "", Map.of(), List.of());
  }

  /** Where it stands. */
  public Place place() {
    return place;
  }

  /** True if a wrong value here was noted already. */
  public boolean isNoted() {
    return kind == Kind.NOTED;
  }

  /** Notes a problem at this place. */
  public void problem(String message) {
    expect(false, message);
  }

  /** Notes what is wrong at this place, unless that holds. */
  public void expect(boolean holds, String message) {
    if (!holds && kind != Kind.NOTED) {
      place.problem(message);
    }
  }

  /** Notes a word that is not known, with the known one that was probably meant. */
  public void expectKnown(String expected, String found, Collection<String> known) {
    if (!known.contains(found)) {
      problem(expected + ", found " + Spelling.quoted(found) + Spelling.hint(found, known));
    }
  }

  // --- keys -----------------------------------------------------------------------------------

  /** The children of a map by key, in the order of the file; all count as asked for. */
  public Map<String, YamlNode> entries() {
    isMap();
    asked.addAll(children.keySet());
    return children;
  }

  /** What the children of a map say, by key, in the order of the file. */
  public <T> Map<String, T> entries(Function<YamlNode, T> as) {
    Map<String, T> values = new LinkedHashMap<>();
    entries().forEach((key, node) -> values.put(key, as.apply(node)));
    return values;
  }

  /** The child of that key, where there is one. */
  public Optional<YamlNode> optional(String key) {
    asked.add(key);
    return isMap() ? Optional.ofNullable(children.get(key)) : Optional.empty();
  }

  /** The child of that key; notes a missing one, saying what was expected. */
  public YamlNode required(String key, String expected) {
    Optional<YamlNode> child = optional(key);
    Place there = place.key(key, place.line());
    if (child.isEmpty() && kind != Kind.NOTED) {
      there.problem("missing: expected " + expected);
    }
    return child.orElseGet(() -> noted(there));
  }

  /** What was read here, which is all: as {@link #noOtherKeys}. */
  public <T> T whole(T read) {
    noOtherKeys();
    return read;
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
      wrong("keys and values", "");
    }
    return kind == Kind.MAP;
  }

  // --- values by key --------------------------------------------------------------------------

  /** A required text that is not blank. */
  public String text(String key) {
    return required(key, "a text").asText();
  }

  /** What the key says; {@code usual} where it is absent. */
  public <T> T value(String key, Function<YamlNode, T> as, T usual) {
    return optional(key).map(as).orElse(usual);
  }

  /** A text, where the key stands; it may be empty. */
  public Optional<String> optionalText(String key) {
    return optional(key).map(node -> node.as("a text", Optional::of, ""));
  }

  /** A required whole number. */
  public int integer(String key) {
    return required(key, "a whole number").asInteger();
  }

  /** A required list. */
  public List<YamlNode> list(String key) {
    return required(key, "a list").asList();
  }

  /** What the items of a list say; none where the key is absent. */
  public <T> List<T> each(String key, Function<YamlNode, T> as) {
    return optional(key).stream().flatMap(node -> node.asList().stream()).map(as).toList();
  }

  /** A list of texts, empty where the key is absent. */
  public List<String> texts(String key) {
    return each(key, YamlNode::asText);
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
    return as("a text", text -> Optional.of(text).filter(each -> !each.isBlank()), "");
  }

  /** This whole number. */
  public int asInteger() {
    return as("a whole number", Amount::wholeNumber, 0);
  }

  /** This whole number from 0 to {@code most}; another is noted. */
  public int asIntegerTo(int most) {
    int number = asInteger();
    expect(number >= 0 && number <= most, "expected 0 to " + most + ", found " + number);
    return number;
  }

  /** This number. */
  public BigDecimal asDecimal() {
    return as("a number", Amount::number, BigDecimal.ZERO);
  }

  /** This number from 0 to {@code most}; {@code expected} says so of another. */
  public BigDecimal asDecimalTo(int most, String expected) {
    BigDecimal number = asDecimal();
    boolean within = number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    expect(within, expected.replace("%s", number.toPlainString()));
    return number;
  }

  /** This probability; a number that is none is noted. */
  public double asProbability() {
    return asDecimalTo(1, "expected a probability from 0 to 1, found %s").doubleValue();
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
      wrong("a list", "");
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
    return type.getEnumConstants()[words.indexOf(asOneOf(words))];
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
      wrong(expected, "");
    }
    return value.orElse(standIn);
  }

  /** Notes the wrong value once; a stand-in follows. */
  private void wrong(String expected, String hint) {
    String found =
        switch (kind) {
          case MAP -> "keys and values";
          case LIST -> "a list";
          case SCALAR -> Spelling.quoted(scalar);
          case EMPTY, NOTED -> "nothing";
        };
    problem("expected " + expected + ", found " + found + hint);
    kind = Kind.NOTED;
  }

  private static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Stream.of(type.getEnumConstants()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
  }
}
