package dev.unglue.model.page;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.value.Signature;
import dev.unglue.text.Whitespace;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A person's word on how a row that can be read in several ways is to be read.
 *
 * @param page the page, as its captures name it
 * @param rawSha256 hash of the capture's payload, 64 hex digits: another content is another row
 * @param subjects names of the subjects of its columns, in order; two or more
 * @param attribute id of an attribute that the row's label names, or {@code unmapped}
 * @param label the label as printed, for {@code unmapped}; else empty
 * @param text the row's text after its label, as the capture prints it
 * @param cells what each column holds, in the order of the subjects; the missing mark, or empty,
 *     for a cell without a value
 * @param forSubjects true if each value holds for its subject on every page that leaves it open;
 *     false if it holds for this content only
 * @param by whose word it is
 */
public record RowDecision(
    String page,
    String rawSha256,
    List<String> subjects,
    String attribute,
    String label,
    String text,
    List<String> cells,
    boolean forSubjects,
    Signature by) {
  /** The method of an observation that was read so. */
  public static final String METHOD = "decided";

  /** Copies the lists. */
  public RowDecision {
    subjects = List.copyOf(subjects);
    cells = List.copyOf(cells);
  }

  /** What is decided; two decisions of one key exclude each other. */
  public String key() {
    return String.join("\u001f", page, rawSha256, attribute, label, text);
  }

  /** The same, with what was decided: what a page's reading depends on. */
  String content() {
    return key() + "\u001f" + subjects + cells + forSubjects;
  }

  /** True if it decides rows whose label names one of these attributes. */
  public boolean isOf(List<String> attributes, String printed) {
    return attributes.isEmpty()
        ? attribute.equals(Observation.UNMAPPED)
            && Catalogue.labelKey(label).equals(Catalogue.labelKey(printed))
        : attributes.contains(attribute);
  }

  /** True if these are the cells that it names; an empty one may be named by a missing mark. */
  public boolean names(List<String> texts) {
    return texts.size() == cells.size()
        && IntStream.range(0, texts.size()).allMatch(i -> isSame(texts.get(i), cells.get(i)));
  }

  private static boolean isSame(String text, String cell) {
    return Whitespace.remove(text).equals(Whitespace.remove(cell))
        || (text.isEmpty() && cell.codePoints().noneMatch(Character::isLetterOrDigit));
  }
}
