package dev.unglue.model.run;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A figure of one run, kept so that later runs can be compared with it.
 *
 * @param name what was counted or measured, for example {@code cells}
 * @param scope the source it was measured on; empty for the store as a whole
 * @param attribute id of the attribute; empty where it is about none
 * @param member part of the attribute; empty where it has none
 * @param value the figure
 */
public record Metric(String name, String scope, String attribute, String member, BigDecimal value) {
  /** By scope, attribute and member, and last by name. */
  public static final Comparator<Metric> ORDER =
      Comparator.comparing(Metric::scope)
          .thenComparing(Metric::attribute)
          .thenComparing(Metric::member)
          .thenComparing(Metric::name);

  /** Captures that the run met, known ones too. */
  public static final String PAGES = "pages";

  /** Pages that were cut by a size or time limit. */
  public static final String PAGES_TRUNCATED = "pages_truncated";

  /**
   * Captures met without a known label, unless a newer one of their page has: a login, an error.
   */
  public static final String PAGES_BLOCKED = "pages_blocked";

  /** Addresses of a site that the run wanted a page of: without those that lead elsewhere. */
  public static final String PAGES_ASKED = "pages_asked";

  /** Of those, refused by the site, or answered with a challenge. */
  public static final String PAGES_REFUSED = "pages_refused";

  /** Of those, with a capture in the store, and not gone before the last good night. */
  public static final String PAGES_GONE = "pages_gone";

  /** Cells of an attribute, or of all where none is named. */
  public static final String CELLS = "cells";

  /** Of those, that print something: a value, one out of range, one in doubt. */
  public static final String CELLS_FILLED = "cells_filled";

  /** Of those, with more than one reading. */
  public static final String CELLS_AMBIGUOUS = "cells_ambiguous";

  /** Pages on which the attribute stands. */
  public static final String PAGES_WITH = "pages_with";

  /** Different values of an attribute. */
  public static final String DISTINCT = "distinct";

  /** The median of the numbers of an attribute. */
  public static final String MEDIAN = "median";

  /** Facts that are believed, in the store as a whole. */
  public static final String OPEN_FACTS = "open_facts";

  /** A figure of a source that is about no attribute. */
  public static Metric of(String name, String scope, long value) {
    return new Metric(name, scope, "", "", BigDecimal.valueOf(value));
  }
}
