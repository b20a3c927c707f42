package dev.unglue.extract.table.role;

import dev.unglue.extract.table.label.Labels;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a page tells of the tables on it.
 *
 * @param labels the labels that are known
 * @param names the subjects by title or address
 * @param text the lines of the page
 * @param above the last table before; absent where there is none
 */
public record PageClues(
    Labels labels, SubjectNames names, PageText text, Optional<PageTable> above) {
  /** What is known of any page. */
  public static PageClues of(Labels labels) {
    return new PageClues(labels, SubjectNames.of(List.of()), new PageText(List.of()));
  }

  /** What a page tells of the first table on it. */
  public PageClues(Labels labels, SubjectNames names, PageText text) {
    this(labels, names, text, Optional.empty());
  }

  /** The same for what stands below a table. */
  public PageClues below(PageTable table) {
    return new PageClues(labels, names, text, Optional.of(table));
  }

  /** True if title or headings say what the page is about, in more than a word. */
  boolean isTitled() {
    return headings().anyMatch(text -> text.text().strip().indexOf(' ') > 0);
  }

  /** True if the title or a heading speaks of things of that kind, one or several of them. */
  boolean areAbout(String kind) {
    List<String> stems = words(kind).map(PageClues::stem).toList();
    return headings()
        .flatMap(text -> words(text.text()))
        .map(PageClues::stem)
        .anyMatch(stems::contains);
  }

  /** The headings, or what a page begins with whose marks were lost. */
  private Stream<SourceText> headings() {
    Stream<Line> first = text.lines().stream().limit(1).filter(l -> l.kind() == Line.Kind.PLAIN);
    Stream<Line> marked = text.lines().stream().filter(l -> l.kind() == Line.Kind.HEADING);
    return Stream.concat(first, marked).map(Line::text);
  }

  private static Stream<String> words(String text) {
    return Stream.of(Subject.slugOf(text).split("-"));
  }

  /** What {@code company} and {@code companies} begin with. */
  private static String stem(String word) {
    return word.replaceAll("(?<=..)(?:ies|es|s|y)$", "");
  }

  /** The last line before some place, unless it is a part of a table. */
  public Optional<SourceText> lineAbove(int place) {
    int low = linesBefore(place);
    List<Line> lines = text.lines();
    return low == 0 || lines.get(low - 1).kind() == Line.Kind.TABLE
        ? Optional.empty()
        : Optional.of(lines.get(low - 1).text());
  }

  /** The last heading before some place, unless a part of a table stands between. */
  Optional<SourceText> headAbove(int place) {
    List<Line> lines = text.lines();
    int at = linesBefore(place) - 1;
    while (at >= 0 && !isMark(lines.get(at).kind())) {
      at--;
    }
    return at < 0 || lines.get(at).kind() == Line.Kind.TABLE
        ? Optional.empty()
        : Optional.of(lines.get(at).text());
  }

  private static boolean isMark(Line.Kind kind) {
    return kind == Line.Kind.HEADING || kind == Line.Kind.TABLE;
  }

  /** True for a heading of the page. */
  public boolean isHeading(SourceText line) {
    int at = linesBefore(line.span().end()) - 1;
    return at >= 0 && text.lines().get(at).kind() == Line.Kind.HEADING;
  }

  /** True if no line stands between two places. */
  public boolean areNext(int end, int start) {
    return linesBefore(end) == linesBefore(start);
  }

  /** How many lines end before some place. */
  private int linesBefore(int place) {
    List<Line> lines = text.lines();
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (lines.get(middle).text().span().end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
