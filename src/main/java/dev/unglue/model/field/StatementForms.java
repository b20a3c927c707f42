package dev.unglue.model.field;

import dev.unglue.model.value.Section;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the pages of a field speak: the forms of their titles, sentences, headings and lists, as
 * {@code config/statements.yaml} declares them. Another file serves other pages.
 *
 * @param words the small words that the forms are built from
 * @param titles a line that names the compared subjects, in one placeholder of type {@code versus}
 *     or {@code pair}
 * @param introductions the same as {@code titles} for a line that ends as a sentence does
 * @param profileTitles a line that names the one subject of a page, in {@code {n:name}}
 * @param urls the same as {@code titles} for the last parts of a URL, its hyphens read as blanks
 * @param profileUrls the same for the URL of a page about one subject
 * @param sentences forms of sentences; the first that fits a place is taken
 * @param blocks headings and what stands below them
 * @param paragraphs paragraphs that tell of a subject without a heading; absent where there are
 *     none
 */
public record StatementForms(
    Words words,
    List<Template> titles,
    List<Template> introductions,
    List<Template> profileTitles,
    List<Template> urls,
    List<Template> profileUrls,
    List<SentenceForm> sentences,
    List<BlockForm> blocks,
    @Nullable ParagraphForm paragraphs) {

  /** Where a form is read. */
  public enum Scope {
    /** On every page. */
    PAGE,
    /** On pages of several subjects. */
    COMPARISON,
    /** On pages of one subject. */
    PROFILE,
    /** In the part of a profile page that compares its subject with another. */
    RELATED
  }

  /**
   * A value that a form gives.
   *
   * @param attribute id in the catalogue
   * @param subject placeholder that names the subject; a block's sentences may use those of its
   *     heading; empty for what is said of the page
   * @param value placeholder of the value, {@code d.min} or {@code d.max} for an end of a length of
   *     time, or {@code line} for the whole line
   * @param member placeholder of the part; empty where it has none
   * @param sign placeholder of type {@code sign} that makes the value negative; empty for none
   * @param placed true if its place in the list is the ordinal; an enumeration always counts
   */
  public record Give(
      String attribute, String subject, String value, String member, String sign, boolean placed) {}

  /**
   * Who is said to have more.
   *
   * @param attribute what is compared
   * @param greater placeholder of the subject that has more if the sign is plus
   * @param lesser placeholder of the other
   * @param sign placeholder of type {@code sign}
   */
  public record Rank(String attribute, String greater, String lesser, String sign) {}

  /**
   * A form of a sentence; it is looked for in every sentence, as often as it occurs.
   *
   * @param id name, for people
   * @param on where it is read
   * @param section the part of the page that its values belong to
   * @param guard what the sentence must hold before it, and where its subject may be named; absent
   *     for nothing
   * @param pattern the form
   * @param gives its values; may be empty
   * @param rank who has more; absent if it ranks nothing
   */
  public record SentenceForm(
      String id,
      Set<Scope> on,
      Section section,
      @Nullable Template guard,
      Template pattern,
      List<Give> gives,
      @Nullable Rank rank) {
    /** Copies the collections. */
    public SentenceForm {
      on = ordered(on);
      gives = List.copyOf(gives);
    }
  }

  /**
   * A heading and what stands below it, up to the next heading.
   *
   * @param id name, for people
   * @param on where it is read
   * @param section the part of the page that its values belong to
   * @param starts the forms of its heading, each for the whole line
   * @param skip lines below it that say nothing; where a list has lost its bullets they end it
   * @param ends lines that end it
   * @param entries what its lines give; the first that fits a line is taken
   * @param scope whose sentences are read below it; absent: those of the page
   */
  public record BlockForm(
      String id,
      Set<Scope> on,
      Section section,
      List<Template> starts,
      List<Template> skip,
      List<Template> ends,
      List<EntryForm> entries,
      @Nullable Scope scope) {
    /** Copies the collections. */
    public BlockForm {
      on = ordered(on);
      starts = List.copyOf(starts);
      skip = List.copyOf(skip);
      ends = List.copyOf(ends);
      entries = List.copyOf(entries);
    }
  }

  /**
   * What a line of a block gives.
   *
   * @param line which lines it is tried on
   * @param pattern the form of the whole line; absent: any line
   * @param gives its values
   * @param next form of the line that follows, where the values need one; absent if they need none
   * @param note values that an unmarked line below it gives as a whole; may be empty
   */
  public record EntryForm(
      EntryLine line,
      @Nullable Template pattern,
      List<Give> gives,
      @Nullable Template next,
      List<Give> note) {
    /** Copies the lists. */
    public EntryForm {
      gives = List.copyOf(gives);
      note = List.copyOf(note);
    }
  }

  /** Which lines of a block an entry is tried on. */
  public enum EntryLine {
    /** Items of the list; unmarked lines too where no line of the block is marked. */
    ITEM,
    /** Unmarked lines. */
    PLAIN,
    /** The first paragraph of the block, and no other. */
    PARAGRAPH
  }

  /**
   * Paragraphs that tell of a subject without a heading.
   *
   * @param attribute what such a paragraph is
   * @param section the part of the page that it belongs to
   * @param openings how such a paragraph begins, with its subject as {@code {a}}
   * @param minLength least number of characters of such a paragraph
   */
  public record ParagraphForm(
      String attribute, Section section, List<Template> openings, int minLength) {
    /** Copies the openings. */
    public ParagraphForm {
      openings = List.copyOf(openings);
    }
  }

  /** Copies the lists. */
  public StatementForms {
    titles = List.copyOf(titles);
    introductions = List.copyOf(introductions);
    profileTitles = List.copyOf(profileTitles);
    urls = List.copyOf(urls);
    profileUrls = List.copyOf(profileUrls);
    sentences = List.copyOf(sentences);
    blocks = List.copyOf(blocks);
  }

  /** The same, with other forms of titles, and the words that they are built from. */
  public StatementForms withTitles(
      Words other, List<Template> several, List<Template> introducing, List<Template> addresses) {
    return new StatementForms(
        other,
        several,
        introducing,
        profileTitles,
        addresses,
        profileUrls,
        sentences,
        blocks,
        paragraphs);
  }

  /** A copy in the order of the constants: that of other sets differs from process to process. */
  private static Set<Scope> ordered(Set<Scope> scopes) {
    return Collections.unmodifiableSet(new TreeSet<>(scopes));
  }
}
