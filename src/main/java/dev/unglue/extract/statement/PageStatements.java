package dev.unglue.extract.statement;

import dev.unglue.model.page.Claim;
import dev.unglue.model.page.Mention;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.List;

/**
 * What a page says outside its tables.
 *
 * @param mentions values, each with its subject, in the order of the page. Their method is {@code
 *     sentence}, {@code list}, {@code paragraph} (below a heading, or its first sentence names the
 *     subject), {@code elimination} (a paragraph whose fellow named the other subject) or {@code
 *     order} (paragraphs that name nobody, taken in the order of the subjects)
 * @param claims sentences that rank two subjects
 * @param unresolved what stands in the place of a name in a known sentence but is the name of no
 *     subject of the page, or of several; no value is given for it
 * @param open values that can be read in two ways
 */
public record PageStatements(
    List<Mention> mentions, List<Claim> claims, List<SourceText> unresolved, List<Open> open) {

  /**
   * A value that can be read in two ways or more.
   *
   * @param subject whom it is about
   * @param attribute id in the catalogue
   * @param ordinal place in a list, from 1; 0 where there is no order
   * @param section the part of the page
   * @param raw the text that can be read in several ways
   * @param choices the ways
   * @param method {@code sentence} or {@code list}
   */
  public record Open(
      Subject subject,
      String attribute,
      int ordinal,
      Section section,
      SourceText raw,
      List<Choice> choices,
      String method) {
    /** Copies the choices. */
    public Open {
      choices = List.copyOf(choices);
    }
  }

  /**
   * One way to read a value.
   *
   * @param member part of the attribute; empty where it has none
   * @param value the value
   */
  public record Choice(String member, String value) {}

  /** Copies the lists. */
  public PageStatements {
    mentions = List.copyOf(mentions);
    claims = List.copyOf(claims);
    unresolved = List.copyOf(unresolved);
    open = List.copyOf(open);
  }
}
