package dev.unglue.model.field;

import dev.unglue.text.LowerCaseId;
import dev.unglue.text.LowerText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a sentence, a heading or a list item: a regular expression in which {@code {name}} or
 * {@code {name:type}} stands for a value, such as {@code {a} has an average salary of {x:money}}.
 *
 * <p>It is matched without regard to case against text whose white space is single blanks, whose
 * quotes and dashes are the plain ones, and in which each mention of a subject is one character
 * from {@link #FIRST_SUBJECT} to {@link #LAST_SUBJECT}. A brace that is followed by a digit is an
 * ordinary quantifier. {@code {gap}} or {@code {gap:30}} is at most 80 (30) characters that neither
 * end a sentence nor mention a subject.
 */
public final class Template {
  /** The character that stands for the first subject of a page in the text to be matched. */
  public static final char FIRST_SUBJECT = '\ue000';

  /** The character that stands for a mention which fits several subjects. */
  public static final char LAST_SUBJECT = '\uf8ff';

  private static final Pattern SLOT =
      Pattern.compile("\\{(?<name>[a-z][a-z0-9]*)(?::(?<type>[a-z0-9]+))?\\}");
  private static final int GAP = 80;

  /** What a placeholder stands for. */
  public enum Type implements LowerCaseId {
    /** One mention of a subject of the page, with its article. */
    SUBJECT,
    /** One or more such mentions: {@code a cook, a baker and a grocer}. */
    SUBJECTS,
    /** The name of a subject that the page has not named before. */
    NEW,
    /** A short text without the end of a sentence. */
    NAME,
    /** Any text. */
    TEXT,
    /** An enumeration: {@code a, b and c}. */
    LIST,
    /** An amount: {@code $43,251}. */
    MONEY,
    /** {@code 12%}, {@code 0.5 %}. */
    PERCENT,
    /** A whole number: {@code 1,200}. */
    COUNT,
    /** A length of time, often a range: {@code 6-12 months}. */
    DURATION,
    /** {@code January 8, 2025}. */
    DATE,
    /** A word for more or less. */
    SIGN,
    /** Names in a title, with "vs" between them. */
    VERSUS,
    /** Names joined as an enumeration: {@code x and y}. */
    PAIR;
  }

  /** Where a template is to fit a text. */
  public enum Way {
    /** Anywhere. */
    FIND,
    /** From its start. */
    HEAD,
    /** From its start to its end. */
    WHOLE
  }

  private final String text;
  private final Map<String, Type> slots;
  private final List<String> names;
  private final Words words;
  private final TemplateExpression strict;
  private final TemplateNeeds needs;

  /** Made when it is first asked for: few pages need it, and all of them wait for the start. */
  private volatile @Nullable TemplateExpression loose;

  private Template(String text, String regex, Map<String, Type> slots, Words words) {
    this.text = text;
    this.slots = Collections.unmodifiableMap(slots);
    this.names = List.copyOf(slots.keySet());
    this.words = words;
    this.strict = compile(text, regex, names);
    this.needs = TemplateNeeds.of(text, slots, words);
  }

  /**
   * The template that {@code text} writes down.
   *
   * @throws IllegalArgumentException if a type is unknown, a name stands twice or what remains is
   *     no regular expression; the message says which
   */
  public static Template of(String text, Words words) {
    Map<String, Type> slots = new LinkedHashMap<>();
    String regex = regex(text, new TemplateGrammar(words, false), slots);
    return new Template(text, regex, slots, words);
  }

  private static String regex(String text, TemplateGrammar grammar, Map<String, Type> slots) {
    StringBuilder regex = new StringBuilder();
    Matcher slot = SLOT.matcher(text);
    int done = 0;
    while (slot.find()) {
      regex.append(text, done, slot.start());
      regex.append(slotRegex(text, slot, grammar, slots));
      done = slot.end();
    }
    regex.append(text.substring(done));
    if (done == text.length()) {
      regex.append(grammar.end());
    }
    return regex.toString();
  }

  private static TemplateExpression compile(String text, String regex, List<String> names) {
    try {
      return TemplateExpression.of(regex, names);
    } catch (PatternSyntaxException e) {
      throw wrong(text, "expected a regular expression, found " + e.getDescription());
    }
  }

  private static String slotRegex(
      String text, Matcher slot, TemplateGrammar grammar, Map<String, Type> slots) {
    String name = slot.group("name");
    String given = slot.group("type");
    if (name.equals("gap")) {
      return grammar.gap(given == null ? GAP : gapLength(text, given));
    }
    Type type = given == null ? Type.SUBJECT : typeOf(text, given);
    if (slots.put(name, type) != null) {
      throw wrong(text, "expected each name once, found \"" + name + "\" twice");
    }
    return grammar.slot(name, type);
  }

  private static int gapLength(String text, String given) {
    if (!given.matches("[1-9]\\d{0,2}")) {
      throw wrong(text, "expected a gap of 1 to 999 characters, found \"" + given + "\"");
    }
    return Integer.parseInt(given);
  }

  private static Type typeOf(String text, String given) {
    return Stream.of(Type.values())
        .filter(type -> type.id().equals(given))
        .findFirst()
        .orElseThrow(() -> wrong(text, "unknown type \"" + given + "\" of a placeholder"));
  }

  private static IllegalArgumentException wrong(String text, String message) {
    return new IllegalArgumentException("template \"" + text + "\": " + message);
  }

  /** The template as it was written. */
  public String text() {
    return text;
  }

  /** The placeholders in their order, without gaps. */
  public Map<String, Type> slots() {
    return slots;
  }

  /** The names of the placeholders in their order, without gaps. */
  public List<String> names() {
    return names;
  }

  /**
   * The first place of a text at or after {@code from} where it fits: start and end, and those of
   * each placeholder, in their order; -1 for one that took no part. Empty where it fits nowhere.
   */
  public int[] match(LowerText text, int from, Way way) {
    return strict.match(text, from, way);
  }

  /** The same with any short text in the place of a mention: finds names that fit no subject. */
  public int[] matchLoosely(LowerText text, Way way) {
    return loose().match(text, 0, way);
  }

  TemplateExpression strict() {
    return strict;
  }

  TemplateExpression loose() {
    TemplateExpression known = loose;
    if (known == null) {
      String regex = regex(text, new TemplateGrammar(words, true), new LinkedHashMap<>());
      known = compile(text, regex, names);
      loose = known;
    }
    return known;
  }

  /** False if it fits no part of a text; a quick look that saves matching. */
  public boolean canFit(LowerText text) {
    return needs.areMetBy(text);
  }

  /** True if all places of the text that it fits have a word in common. */
  public boolean fitsOnce(LowerText text) {
    return needs.areMetOnce(text);
  }

  /** True if it matches only text that mentions a subject. */
  public boolean needsSubject() {
    return slots.containsValue(Type.SUBJECT) || slots.containsValue(Type.SUBJECTS);
  }

  @Override
  public String toString() {
    return text;
  }
}
