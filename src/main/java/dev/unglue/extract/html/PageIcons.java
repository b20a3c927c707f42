package dev.unglue.extract.html;

import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/**
 * What the pictures outside of tables stand for, by their places: what is built like a table may
 * show to be one when the names of the page are known.
 */
final class PageIcons {
  private final String html;
  private final TreeMap<Integer, SourceText> words = new TreeMap<>();
  private final TreeMap<Integer, Span> signs = new TreeMap<>();

  PageIcons(String html) {
    this.html = html;
  }

  /** Takes note of an element; what it stands for where it is one picture by itself. */
  Optional<SourceText> add(Element element, ElementRole role) {
    int start = element.sourceRange().startPos();
    if (start < 0 || IconText.isIllustration(element) || IconText.isPart(element)) {
      return Optional.empty();
    }
    Optional<SourceText> word = IconText.of(element, role, html);
    word.ifPresent(text -> words.put(start, text));
    if (word.isEmpty() && IconText.isSign(element, role)) {
      signs.put(start, new Span(start, Math.max(element.sourceRange().endPos(), start)));
    }
    return word;
  }

  /** What the pictures between two places stand for, each once; empty for none. */
  List<SourceText> words(int start, int end) {
    List<SourceText> within = new ArrayList<>();
    for (SourceText word : words.subMap(start, Math.max(start, end)).values()) {
      boolean known = within.stream().anyMatch(other -> other.text().equals(word.text()));
      if (!known && within.size() < IconText.MOST) {
        within.add(word);
      }
    }
    return within;
  }

  /** The first sign between two places that nothing puts into words; absent for none. */
  Optional<Span> sign(int start, int end) {
    return signs.subMap(start, Math.max(start, end)).values().stream().findFirst();
  }
}
