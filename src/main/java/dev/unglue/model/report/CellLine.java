package dev.unglue.model.report;

import java.util.List;

/**
 * A cell of a page.
 *
 * @param page the page
 * @param subject name of the subject; empty where the page as a whole is meant
 * @param member part of the attribute; empty where it has none
 * @param section part of the page
 * @param value what was read; empty where nothing was
 * @param method how it was read
 * @param confidence how often such a reading is right, 0 to 1
 * @param candidates the values between which it is in doubt; empty where it is in none
 * @param proof id of its place
 */
public record CellLine(
    String page,
    String subject,
    String member,
    String section,
    String value,
    String method,
    double confidence,
    List<String> candidates,
    String proof) {
  /** Copies the candidates. */
  public CellLine {
    candidates = List.copyOf(candidates);
  }
}
