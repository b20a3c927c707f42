package dev.unglue.extract.table.label;

import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels by their letters, so that one walk over the front of a line finds all that it begins with.
 * A label is in lower case with single blanks; a text may have any case, and any blanks for one.
 */
final class LabelTrie {
  private static final char FIRST_PLAIN = ' ';
  private static final int PLAIN = 128;

  private final Map<Character, LabelTrie> others = new TreeMap<>();
  private final LabelTrie[] plain = new LabelTrie[PLAIN - FIRST_PLAIN];
  private String label = "";

  /** All of these labels. */
  static LabelTrie of(Collection<String> labels) {
    LabelTrie trie = new LabelTrie();
    labels.forEach(trie::add);
    return trie;
  }

  private void add(String added) {
    LabelTrie node = this;
    for (int i = 0; i < added.length(); i++) {
      node = node.child(added.charAt(i));
    }
    node.label = added;
  }

  private LabelTrie child(char c) {
    if (!isPlain(c)) {
      return others.computeIfAbsent(c, key -> new LabelTrie());
    }
    if (plain[c - FIRST_PLAIN] == null) {
      plain[c - FIRST_PLAIN] = new LabelTrie();
    }
    return plain[c - FIRST_PLAIN];
  }

  private static boolean isPlain(char c) {
    return c >= FIRST_PLAIN && c < PLAIN;
  }

  /**
   * A label that a text begins with.
   *
   * @param label the label as it is known
   * @param end where it ends in the text
   */
  record Begun(String label, int end) {}

  /** Each label that the text begins with, the shorter first; most texts begin with none. */
  List<Begun> walk(CharSequence text) {
    List<Begun> begun = List.of();
    @Nullable LabelTrie node = this;
    int at = 0;
    while (node != null && at < text.length()) {
      char c = text.charAt(at);
      boolean blank = Whitespace.is(c);
      node = node.next(blank ? ' ' : Character.toLowerCase(c));
      at = blank ? Whitespace.skip(text, at) : at + 1;
      if (node != null && !node.label.isEmpty()) {
        begun = begun.isEmpty() ? new ArrayList<>() : begun;
        begun.add(new Begun(node.label, at));
      }
    }
    return begun;
  }

  private @Nullable LabelTrie next(char c) {
    return isPlain(c) ? plain[c - FIRST_PLAIN] : others.get(c);
  }
}
