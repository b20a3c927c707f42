package dev.unglue.extract.table.label;

import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The names that title or address give, to find them again in cells and headings: case and
 * punctuation do not count, nor does a plural at the end unless it parts two of the names.
 */
public final class SubjectNames {
  /** Shorter words tell nothing by themselves. */
  private static final int FEWEST_LETTERS = 3;

  /** Characters of the longest cell in which a name is looked for. */
  private static final int LONGEST_HEAD = 200;

  private final Set<String> keys;
  private final UnaryOperator<String> key;

  /** The keys again, to go through without an iterator. */
  private final String[] known;

  /** The words of all of them that tell something. */
  private final Set<String> telling = new HashSet<>();

  /** The letters and digits with which they begin: a bit for each. */
  private final long lowFirst;

  private final long highFirst;

  /** Letters and digits of the longest spelling: those of a key, and an s of the plural. */
  private final int most;

  private SubjectNames(Set<String> keys, UnaryOperator<String> key) {
    this.keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
    this.key = key;
    this.known = this.keys.toArray(new String[0]);
    long low = 0;
    long high = 0;
    int longest = 0;
    for (String each : known) {
      char first = each.isEmpty() ? 0 : each.charAt(0);
      low |= first < Long.SIZE ? 1L << first : 0;
      high |= first >= Long.SIZE && first < 0x80 ? 1L << first : 0;
      longest = Math.max(longest, each.length());
      telling.addAll(words(each));
    }
    this.lowFirst = low;
    this.highFirst = high;
    this.most = longest + 1;
  }

  /** The names as title or address spell them; they may be none. */
  public static SubjectNames of(List<String> named) {
    SubjectNames singular = of(named, SubjectNames::singular);
    SubjectNames exact = of(named, Subject::slugOf);
    return singular.keys.size() < exact.keys.size() ? exact : singular;
  }

  private static SubjectNames of(List<String> named, UnaryOperator<String> key) {
    return new SubjectNames(
        named.stream().map(key).collect(Collectors.toCollection(LinkedHashSet::new)), key);
  }

  private static String singular(String name) {
    String slug = Subject.slugOf(name);
    return slug.length() > 2 && slug.endsWith("s") ? slug.substring(0, slug.length() - 1) : slug;
  }

  /** What all spellings of a name have in common, for each of them, in their order. */
  public Set<String> keys() {
    return keys;
  }

  /** Makes such a key. */
  public UnaryOperator<String> key() {
    return key;
  }

  /** True if title and address name nobody. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** True if the text is one of the names. */
  public boolean contain(CharSequence text) {
    return !text.isEmpty() && isKnown(text);
  }

  private boolean isKnown(CharSequence text) {
    String plain = text.toString();
    return mayBeginAt(plain, 0) && isShort(plain) && keys.contains(key.apply(plain));
  }

  /**
   * False for a text in which none of the names stands; most lines fall out here, before anything
   * is made of them.
   */
  public boolean mayBeIn(CharSequence line) {
    String text = line.toString();
    boolean within = false;
    for (int at = 0; at < text.length(); at++) {
      if (!within && mayBeginAt(text, at)) {
        return true;
      }
      within = isLetterOrDigit(text.charAt(at));
    }
    return false;
  }

  /** False where the first two letters or digits from a place on are those of no name. */
  private boolean mayBeginAt(String text, int from) {
    int at = from;
    while (at < text.length() && isMark(text.charAt(at))) {
      at++;
    }
    if (at == text.length() || !isLetterOrDigit(text.charAt(at))) {
      return true; // nothing, a letter of another script, or a sign that is spelt out in a key
    }
    int first = lower(text.charAt(at));
    if (((first < Long.SIZE ? lowFirst : highFirst) >>> first & 1) == 0) {
      return false; // nearly all words
    }
    boolean plain = at + 1 < text.length() && isLetterOrDigit(text.charAt(at + 1));
    int second = plain ? lower(text.charAt(at + 1)) : 0;
    for (String each : known) {
      if (each.charAt(0) == first && (!plain || each.length() == 1 || each.charAt(1) == second)) {
        return true;
      }
    }
    return false;
  }

  /** A letter or digit of ASCII in lower case. */
  private static int lower(char c) {
    return c | 0x20;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** True for a sign that a key leaves out. */
  private static boolean isMark(char c) {
    return c < 0x80 && !isLetterOrDigit(c) && c != '+' && c != '#';
  }

  /** False for more letters than any name has; most lines of a page fall out here. */
  private boolean isShort(String text) {
    int letters = 0;
    for (int i = 0; i < text.length() && letters <= most; i++) {
      letters += isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return letters <= most;
  }

  /** The place of a name among them; -1 if it is none of them. */
  public int indexOf(CharSequence text) {
    return List.copyOf(keys).indexOf(key.apply(text.toString()));
  }

  /** True if a text holds none of the names. */
  public boolean areNoneIn(SourceText text) {
    String slug = key.apply(text.text());
    return keys.stream().noneMatch(slug::contains);
  }

  /** The one name that stands in a text as whole words; absent where none does, or several. */
  public Optional<SourceText> within(SourceText text) {
    if (contain(text)) {
      return Optional.of(text);
    }
    if (text.length() > LONGEST_HEAD) {
      return Optional.empty();
    }
    Optional<SourceText> found = Optional.empty();
    for (int start = 0; start < text.length(); start = wordEnd(text, start) + 1) {
      boolean other = isLetterOrDigit(text.charAt(start)) && !mayBeginAt(text.text(), start);
      int first = other ? 0 : wordEnd(text, start);
      for (int end = first; end > 0; end = wordEnd(text, end + 1)) {
        SourceText part = text.slice(start, end);
        if (contain(part)) {
          if (found.isPresent() && !key.apply(found.get().text()).equals(key.apply(part.text()))) {
            return Optional.empty();
          }
          found = found.or(() -> Optional.of(part));
        }
      }
    }
    return found;
  }

  /** The end of the word that begins or goes on at a place; 0 behind the text. */
  private static int wordEnd(SourceText text, int from) {
    if (from >= text.length()) {
      return 0;
    }
    int blank = text.text().indexOf(' ', from);
    return blank < 0 ? text.length() : blank;
  }

  /** True if the text and one of the names have a word in common that tells something. */
  public boolean shareWord(CharSequence text) {
    for (String word : words(key.apply(text.toString()))) {
      if (telling.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** True if one of the names begins with the words of a text, and none is it. */
  public boolean begin(CharSequence text) {
    String words = key.apply(text.toString());
    return !words.isEmpty()
        && !keys.contains(words)
        && keys.stream().filter(known -> known.startsWith(words + "-")).count() == 1;
  }

  /**
   * True if the texts name the same things in other words: as many of them, and each name has a
   * word in common with just one text.
   */
  public boolean areLike(List<? extends CharSequence> texts) {
    List<Set<String>> found =
        texts.stream().map(text -> words(key.apply(text.toString()))).toList();
    Set<Integer> taken = new HashSet<>();
    for (String known : keys) {
      Set<String> words = words(known);
      List<Integer> like =
          IntStream.range(0, found.size())
              .filter(i -> found.get(i).stream().anyMatch(words::contains))
              .boxed()
              .toList();
      if (like.size() != 1 || !taken.add(like.get(0))) {
        return false;
      }
    }
    return texts.size() == keys.size() && keys.size() >= 2;
  }

  private static Set<String> words(String key) {
    Set<String> words = new HashSet<>();
    int from = 0;
    while (from < key.length()) {
      int hyphen = key.indexOf('-', from);
      int end = hyphen < 0 ? key.length() : hyphen;
      if (end - from >= FEWEST_LETTERS) {
        words.add(key.substring(from, end));
      }
      from = end + 1;
    }
    return words.isEmpty() ? Set.of(key) : words; // a name of short words only: L-1
  }

  /** True if the texts are these names, each once, in any order. */
  public boolean areExactly(List<? extends CharSequence> texts) {
    if (texts.size() != keys.size()) {
      return false;
    }
    for (CharSequence text : texts) {
      if (!isKnown(text)) {
        return false; // most lines of a page fall out here
      }
    }
    return areIn(texts);
  }

  /** True if the texts from a place on are these names, each once, in any order. */
  public boolean standAt(List<? extends CharSequence> texts, int from) {
    int to = from + keys.size();
    return to <= texts.size() && areExactly(texts.subList(from, to));
  }

  /** True if each of the names is one of the texts. */
  public boolean areIn(List<? extends CharSequence> texts) {
    Set<String> found = new HashSet<>();
    texts.forEach(text -> found.add(key.apply(text.toString())));
    return keys.size() >= 2 && found.containsAll(keys);
  }
}
