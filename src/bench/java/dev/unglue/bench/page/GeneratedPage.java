package dev.unglue.bench.page;

import java.util.List;

/**
 * One page as a site or a text extractor would give it, and what it truly says.
 *
 * @param url its address
 * @param dialect how its tables are printed
 * @param text the whole page
 * @param mediaType {@code text/html} or {@code text/plain}
 * @param subjects names of the compared subjects, in order
 * @param truths what its tables and sentences say
 */
public record GeneratedPage(
    String url,
    Dialect dialect,
    String text,
    String mediaType,
    List<String> subjects,
    List<Truth> truths) {
  /** Copies the lists. */
  public GeneratedPage {
    subjects = List.copyOf(subjects);
    truths = List.copyOf(truths);
  }
}
