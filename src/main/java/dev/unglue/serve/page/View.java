package dev.unglue.serve.page;

import java.util.List;

/**
 * What an address shows.
 *
 * @param template the template that prints it
 * @param title of the page
 * @param model what the template prints, a record; as JSON it is the page for programs
 * @param sheet the rows of its main table, for CSV
 */
public record View(String template, String title, Object model, Sheet sheet) {
  /** Of a page without a table. */
  public static final Sheet NO_SHEET = new Sheet(List.of("nothing"), List.of());
}
