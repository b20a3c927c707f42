package dev.unglue.publish;

import dev.unglue.store.view.ObservationColumns;
import dev.unglue.store.view.PublishedColumn;
import java.util.List;

/** What stands in {@code changes.csv}. */
final class ChangeCsv {
  static final String NAME = "changes";

  private ChangeCsv() {}

  static CsvTable table() {
    return table("");
  }

  /** The rows of later runs than one that is bound. */
  static CsvTable ofLaterRuns() {
    return table("WHERE run > ?");
  }

  private static CsvTable table(String which) {
    return new CsvTable(
        NAME,
        "What each run has changed of what we believe, one row a fact and run",
        """
        SELECT run_uuid, started_at, slug, subject, attribute, member, ordinal, change, old_num,
          old_text, new_num, new_text, unit, page, sentence
        FROM v_change %s ORDER BY run, slug, attribute, member, ordinal
        """
            .formatted(which),
        List.of(
            text("run_uuid", "Key of the run").always(),
            PublishedColumn.of("started_at", "datetime", "When the run began").always(),
            ObservationColumns.of("slug").always(),
            ObservationColumns.of("subject").always(),
            ObservationColumns.of("attribute"),
            ObservationColumns.of("member"),
            ObservationColumns.of("ordinal"),
            text("change", "What became of the fact").always().oneOf("new", "changed", "retired"),
            PublishedColumn.of("old_num", "number", "The value before, in the column unit"),
            text("old_text", "The value before as text"),
            PublishedColumn.of("new_num", "number", "The value after, in the column unit"),
            text("new_text", "The value after as text"),
            ObservationColumns.of("unit"),
            text("page", "The page that says so; empty: it is no longer kept"),
            text("sentence", "The same in words").always()),
        List.of("run_uuid", "slug", "attribute", "member", "ordinal"),
        true);
  }

  private static PublishedColumn text(String name, String description) {
    return PublishedColumn.of(name, "string", description);
  }
}
