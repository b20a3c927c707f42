package dev.unglue.model.page;

import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Sha256;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that one page gave. Spans count code points.
 *
 * @param ref the capture
 * @param kind what the page is about
 * @param layout the layout of its tables; {@code mixed} where they differ; {@code text} or {@code
 *     html} where it has no table
 * @param subjects whom it compares or describes, in the page's order
 * @param named the subjects as title, URL or headings name them, in order; empty where none does
 * @param observations every cell, sentence and list item
 * @param claims sentences that rank two subjects
 * @param tables the grids as read
 * @param quarantine rows that no reading fits
 * @param notes what had to be noted while decoding or reading it
 * @param canonical what it calls its own address, as written; empty where it calls none
 */
public record ParsedPage(
    CaptureRef ref,
    PageKind kind,
    String layout,
    List<Subject> subjects,
    List<String> named,
    List<Observation> observations,
    List<Claim> claims,
    List<Grid> tables,
    List<Quarantined> quarantine,
    List<String> notes,
    String canonical) {
  private static final char PARTED = '\u001f';

  /** Copies the lists. */
  public ParsedPage {
    subjects = List.copyOf(subjects);
    named = List.copyOf(named);
    observations = List.copyOf(observations);
    claims = List.copyOf(claims);
    tables = List.copyOf(tables);
    quarantine = List.copyOf(quarantine);
    notes = List.copyOf(notes);
  }

  /**
   * A hash over what was read, not over bytes: the same for a page whose navigation alone has
   * changed. Only what is stored needs it.
   */
  public String contentSha256() {
    StringBuilder lines = new StringBuilder();
    for (Observation seen : observations) {
      lines
          .append(seen.slug())
          .append(PARTED)
          .append(seen.attribute())
          .append(PARTED)
          .append(seen.member())
          .append(PARTED)
          .append(seen.ordinal())
          .append(PARTED)
          .append(seen.section().id())
          .append(PARTED)
          .append(seen.state().id())
          .append(PARTED)
          .append(seen.value())
          .append(PARTED)
          .append(seen.state() == State.VALUE ? "" : seen.rawText())
          .append('\n');
    }
    return Sha256.hex(lines.toString());
  }

  /**
   * Whom the page is about; where neither title nor known labels tell it, those that the headers of
   * its tables name and give cells to that are no longer open, and where all cells are open though
   * rows were told apart, all that the headers name.
   */
  public List<Subject> columnSubjects() {
    if (!subjects.isEmpty() || tables.stream().allMatch(table -> table.header().isEmpty())) {
      return subjects;
    }
    List<Subject> given =
        observations.stream()
            .filter(Observation::inTable)
            .filter(each -> each.state() != State.AMBIGUOUS && each.state() != State.UNPARSED)
            .flatMap(each -> Stream.ofNullable(each.subject()))
            .distinct()
            .toList();
    return given.isEmpty() ? headed() : given;
  }

  private List<Subject> headed() {
    return tables.stream()
        .filter(table -> table.rows().stream().anyMatch(row -> row.state() == RowState.READ))
        .flatMap(table -> table.header().stream())
        .filter(name -> !name.text().isEmpty())
        .map(name -> Subject.named(name.text()))
        .distinct()
        .toList();
  }
}
