package dev.unglue.store.row;

import dev.unglue.model.value.Candidate;
import java.util.List;

/**
 * A row of a table that can be read in several ways, as stored.
 *
 * @param subjects names of the subjects of its columns, in order; empty where nothing names them
 * @param attribute id of the first attribute that its label names, or {@code unmapped}
 * @param label the label, for {@code unmapped}; else empty
 * @param text the row's text after its label, as the capture prints it
 * @param candidates the likeliest readings, best first
 * @param at where it stands
 */
public record UndecidedRow(
    List<String> subjects,
    String attribute,
    String label,
    String text,
    List<Candidate> candidates,
    FlagRow.Place at) {
  /** Copies the lists. */
  public UndecidedRow {
    subjects = List.copyOf(subjects);
    candidates = List.copyOf(candidates);
  }
}
