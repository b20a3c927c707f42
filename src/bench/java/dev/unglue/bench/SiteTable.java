package dev.unglue.bench;

import java.util.List;

/**
 * A table of another site with its true cells.
 *
 * @param url its page
 * @param text the table as it came, header first
 * @param rows the true cells of each row, its label first
 */
record SiteTable(String url, String text, List<List<String>> rows) {
  /** Copies the rows. */
  SiteTable {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
