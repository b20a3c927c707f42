package dev.unglue.extract.table.label;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.field.MissingMarks;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The row labels that a catalogue knows, found at the beginning of a line. */
public final class Labels {
  /** The mark of a footnote behind a label. */
  private static final Pattern NOTE = Pattern.compile("[*†‡]{1,3}|\\[\\^?\\w{1,3}\\]");

  private final LabelTrie trie;
  private final Set<String> keys;
  private final Set<String> free;
  private final MissingMarks missing;

  /** The labels of a catalogue. */
  public Labels(Catalogue catalogue) {
    this.keys = Set.copyOf(catalogue.byLabel().keySet());
    this.trie = LabelTrie.of(keys);
    this.free =
        catalogue.attributes().values().stream()
            .filter(attribute -> attribute.type() == CellType.NAME)
            .flatMap(attribute -> attribute.labels().stream())
            .map(Catalogue::labelKey)
            .collect(Collectors.toUnmodifiableSet());
    this.missing = catalogue.missing();
  }

  /** What follows a label on its line. */
  public enum After {
    /** Nothing: its cells stand on lines of their own. */
    NOTHING,
    /** A blank or a colon. */
    BLANK,
    /** The first cell, at once. */
    CELL
  }

  /**
   * A label at the beginning of a line.
   *
   * @param label the label as printed
   * @param rest the line after it, without white space at its ends
   * @param after what follows the label
   */
  public record Match(SourceText label, SourceText rest, After after) {}

  /** True if the whole text is a known label. */
  public boolean isLabel(CharSequence text) {
    return keys.contains(Catalogue.labelKey(text.toString()));
  }

  /** True if a text begins with a word for "no value". */
  public boolean isMissing(String text) {
    return missing.begin(text);
  }

  /** True if the whole text says that there is no value. */
  public boolean isMissingMark(String text) {
    return missing.contains(text);
  }

  /** True if a line holds a known label and nothing else: its cells stand on other lines. */
  public boolean isAlone(SourceText line) {
    return at(line).filter(match -> match.after() == After.NOTHING).isPresent();
  }

  /** The longest known label that the line begins with. */
  public Optional<Match> at(SourceText line) {
    SourceText text = line.strip();
    List<LabelTrie.Begun> begun = trie.walk(text);
    for (int i = begun.size() - 1; i >= 0; i--) {
      Optional<Match> match = match(begun.get(i).label(), text, begun.get(i).end());
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  private Optional<Match> match(String label, SourceText text, int end) {
    Matcher note = NOTE.matcher(text.text()).region(end, text.length());
    SourceText rest = text.slice(note.lookingAt() ? note.end() : end);
    SourceText name = text.slice(0, end);
    if (rest.isBlank() || rest.strip().text().equals(":")) {
      return Optional.of(new Match(name, rest.strip(), After.NOTHING));
    }
    char next = rest.charAt(0);
    if (next == ':' || Whitespace.is(next)) {
      SourceText body = (next == ':' ? rest.slice(1) : rest).strip();
      return Optional.of(new Match(name, body, After.BLANK));
    }
    // "Average ages" is another label; "Best paying companyeBayNike" is not
    boolean sameWord =
        Character.isLowerCase(next) && !free.contains(label) && !missing.begin(rest.text());
    return sameWord ? Optional.empty() : Optional.of(new Match(name, rest.strip(), After.CELL));
  }
}
