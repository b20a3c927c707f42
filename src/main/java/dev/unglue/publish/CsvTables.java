package dev.unglue.publish;

import dev.unglue.model.value.Range;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.view.ObservationColumns;
import dev.unglue.store.view.PublishedColumn;
import dev.unglue.store.view.ResolvedCellSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files of the export and what stands in each. */
final class CsvTables {
  private static final PublishedColumn PAGE = ObservationColumns.of("page");
  private static final PublishedColumn SUBJECT = ObservationColumns.of("subject");
  private static final PublishedColumn SLUG = ObservationColumns.of("slug");
  private static final PublishedColumn ATTRIBUTE = ObservationColumns.of("attribute");
  private static final PublishedColumn MEMBER = ObservationColumns.of("member");
  private static final PublishedColumn ORDINAL = ObservationColumns.of("ordinal");
  private static final PublishedColumn VALUE_NUM = ObservationColumns.of("value_num");
  private static final PublishedColumn VALUE_TEXT = ObservationColumns.of("value_text");
  private static final PublishedColumn UNIT = ObservationColumns.of("unit");
  private static final PublishedColumn CONFIDENCE = ObservationColumns.of("confidence");
  private static final PublishedColumn VALID_FROM =
      PublishedColumn.of("valid_from", "datetime", "Since when we believe it").always();

  static final String OBSERVATIONS = "observations";
  static final String COMPARISONS = "comparisons";

  private CsvTables() {}

  /** All files, for the attributes that this database holds. */
  static List<CsvTable> of(PreparedStatements statements) throws SQLException {
    List<Column> columns = columns(statements);
    return List.of(
        occupations(columns),
        comparisons(columns),
        facts(),
        observations(),
        skills(),
        responsibilities(),
        flags(),
        ChangeCsv.table(),
        runs());
  }

  /** An attribute as a column of a wide file: of numbers, unless lists are joined in it. */
  private record Column(
      String id, String title, String unit, boolean number, @Nullable Range hard) {
    PublishedColumn field(String prefix, String side) {
      String description =
          number ? "Empty: not known" : "Empty: not known; several are joined with \"; \"";
      return PublishedColumn.of(prefix + id, number ? "number" : "string", description)
          .titled(title + side)
          .in(unit)
          .within(number ? Optional.ofNullable(hard) : Optional.empty());
    }
  }

  private static List<Column> columns(PreparedStatements statements) throws SQLException {
    return statements.list(
        """
        SELECT attribute_id, title, unit, numeric AND NOT EXISTS (
          SELECT 1 FROM fact f
          WHERE f.attribute_id = a.attribute_id AND f.valid_to IS NULL
            AND (f.member <> '' OR f.ordinal > 0)), hard_min, hard_max
        FROM attribute a WHERE position IS NOT NULL ORDER BY position
        """,
        RecordReader.inOrder(Column.class));
  }

  private static CsvTable occupations(List<Column> columns) {
    List<PublishedColumn> fields = new ArrayList<>();
    PublishedColumn kind = text("kind", "What the subject is");
    fields.addAll(List.of(SUBJECT.always(), SLUG.always(), kind.always()));
    columns.forEach(column -> fields.add(column.field("", "")));
    return new CsvTable(
        "occupations",
        "One row a subject: what we believe of it now",
        "SELECT * FROM v_occupation ORDER BY slug",
        fields,
        List.of("slug"),
        false,
        CsvTable.values(fields.size()));
  }

  private static CsvTable comparisons(List<Column> columns) {
    List<PublishedColumn> fields = new ArrayList<>();
    fields.add(PAGE);
    fields.add(text("left", "Name of the left subject").always());
    fields.add(text("right", "Name of the right subject").always());
    for (Column column : columns) {
      fields.add(column.field("left_", ", left"));
      fields.add(column.field("right_", ", right"));
    }
    return new CsvTable(
        COMPARISONS,
        "One row a compared pair: what the latest capture that compares them says of both",
        ComparisonRows.SQL,
        fields,
        List.of("page", "left", "right"),
        false,
        new ComparisonRows(columns.stream().map(Column::id).toList())::read);
  }

  static CsvTable facts() {
    return new CsvTable(
        "facts",
        "What we believe and have believed, one row an interval",
        """
        SELECT s.slug, s.name AS subject, f.attribute_id AS attribute, f.member, f.ordinal,
          f.valid_from, f.valid_to, f.value_num, f.value_text, a.unit, f.resolution, f.support,
          f.dissent, f.confidence
        FROM subject s CROSS JOIN fact f ON f.subject_id = s.subject_id
          JOIN attribute a ON a.attribute_id = f.attribute_id
        ORDER BY s.slug, f.attribute_id, f.member, f.ordinal, rtrim(f.valid_from, 'Z')
        """,
        List.of(
            SLUG.always(),
            SUBJECT.always(),
            ATTRIBUTE,
            MEMBER,
            ORDINAL,
            VALID_FROM,
            PublishedColumn.of("valid_to", "datetime", "Until when; empty: it holds now"),
            VALUE_NUM,
            VALUE_TEXT,
            UNIT,
            text("resolution", "agreed, deduced, latest, majority or repaired").always(),
            PublishedColumn.of(
                    "support", "integer", "Pages whose latest reading agrees, copies counted once")
                .always(),
            PublishedColumn.of("dissent", "integer", "Pages whose latest reading differs").always(),
            CONFIDENCE),
        List.of("slug", "attribute", "member", "ordinal", "valid_from"),
        true);
  }

  static CsvTable observations() {
    return observations("");
  }

  /** Those of some pages alone, which are bound as a list. */
  static CsvTable observationsOfPages() {
    return observations("AND c.page IN (SELECT value FROM json_each(?))");
  }

  private static CsvTable observations(String which) {
    return new CsvTable(
        OBSERVATIONS,
        "Each cell of each page, its state, value and proof",
        """
        SELECT %s
        FROM capture c CROSS JOIN observation o ON o.capture_id = c.capture_id
          JOIN attribute a ON a.attribute_id = o.attribute_id
          LEFT JOIN subject s ON s.subject_id = o.subject_id
          %s
        WHERE c.parse_status <> 'superseded' %s
        ORDER BY c.page, c.source, c.raw_sha256, c.parser_version, raw_start, raw_end,
          o.section, o.attribute_id, s.slug, o.member, o.ordinal
        """
            .formatted(ObservationColumns.exportedSql(), ResolvedCellSql.join("o", "r"), which),
        ObservationColumns.exported(),
        List.of(),
        true);
  }

  private static CsvTable skills() {
    return new CsvTable(
        "skills",
        "The skills of each subject: lists with shares, top skills, descriptions",
        """
        SELECT s.slug, s.name AS subject, f.attribute_id AS attribute, f.ordinal,
          CASE WHEN f.member <> '' THEN f.member ELSE f.value_text END AS skill,
          f.value_num AS share_pct,
          CASE WHEN f.member <> '' THEN f.value_text END AS description, f.valid_from
        FROM subject s CROSS JOIN fact f ON f.subject_id = s.subject_id
        WHERE f.valid_to IS NULL AND f.attribute_id LIKE '%skill%'
        ORDER BY s.slug, f.attribute_id, f.ordinal, f.member
        """,
        List.of(
            SLUG.always(),
            SUBJECT.always(),
            ATTRIBUTE,
            ORDINAL,
            text("skill", "The skill"),
            PublishedColumn.of("share_pct", "number", "Share of resumes that list it")
                .in("percent"),
            text("description", "What the page says of it"),
            VALID_FROM),
        List.of(),
        true);
  }

  private static CsvTable responsibilities() {
    return new CsvTable(
        "responsibilities",
        "The responsibilities of each subject, in the order of the page",
        """
        SELECT s.slug, s.name AS subject, f.ordinal,
          coalesce(f.value_text, f.member) AS responsibility, f.valid_from
        FROM subject s CROSS JOIN fact f ON f.subject_id = s.subject_id
        WHERE f.valid_to IS NULL AND f.attribute_id LIKE '%responsibilit%'
        ORDER BY s.slug, f.attribute_id, f.ordinal, f.member
        """,
        List.of(
            SLUG.always(),
            SUBJECT.always(),
            ORDINAL,
            text("responsibility", "The responsibility"),
            VALID_FROM),
        List.of(),
        true);
  }

  private static CsvTable flags() {
    return new CsvTable(
        "flags",
        "What does not agree and is not settled, with both values and places",
        """
        SELECT f.rule_id AS rule, f.severity, f.state, f.page, s.slug, s.name AS subject,
          f.attribute_id AS attribute, f.member, f.expected, f.actual, f.message, f.raw_start,
          f.raw_end, f.other_page, f.other_start, f.other_end, f.fingerprint
        FROM flag f LEFT JOIN subject s ON s.subject_id = f.subject_id
        WHERE f.state <> 'fixed'
        ORDER BY f.rule_id, f.page, s.slug, f.attribute_id, f.member, f.fingerprint
        """,
        List.of(
            text("rule", "Id of the rule").always(),
            text("severity", "How bad it is").always().oneOf("info", "warn", "error", "fatal"),
            text("state", "new, or open since an earlier run").always().oneOf("new", "open"),
            text("page", "The page; empty: it is about the run"),
            SLUG,
            SUBJECT,
            text("attribute", "Id of the attribute; empty: it is about none"),
            MEMBER,
            text("expected", "What was expected"),
            text("actual", "What was found"),
            text("message", "The same as a sentence").always(),
            PublishedColumn.of("raw_start", "integer", "Where the value found begins in its page"),
            PublishedColumn.of("raw_end", "integer", "Where it ends"),
            text("other_page", "Page of the other value"),
            PublishedColumn.of("other_start", "integer", "Where the other value begins"),
            PublishedColumn.of("other_end", "integer", "Where it ends"),
            text("fingerprint", "Key of the flag across runs").always()),
        List.of("fingerprint"),
        true);
  }

  /** The only one that a run changes which brings nothing. */
  static CsvTable runs() {
    return new CsvTable(
        "runs",
        "The runs that made this data set",
        """
        SELECT run_uuid, "trigger", started_at, finished_at, status, tool_version, config_sha256,
          nominal_time, exit_code, reason, pages_found, pages_read, pages_unchanged, pages_failed
        FROM run ORDER BY rtrim(started_at, 'Z'), run_uuid
        """,
        List.of(
            text("run_uuid", "Key of the run").always(),
            text("trigger", "Who asked for it").always(),
            PublishedColumn.of("started_at", "datetime", "When it began").always(),
            PublishedColumn.of("finished_at", "datetime", "When it ended; empty: it did not"),
            text("status", "How it ended").always(),
            text("tool_version", "Version of unglue").always(),
            text("config_sha256", "Hash over the configuration").always(),
            PublishedColumn.of("nominal_time", "datetime", "The time it stands for").always(),
            PublishedColumn.of(
                "exit_code", "integer", "What the program said at its end; empty: not known"),
            text("reason", "Why it broke off or was skipped; empty: it was neither"),
            PublishedColumn.of("pages_found", "integer", "Pages that it met; empty: not known"),
            PublishedColumn.of("pages_read", "integer", "Pages that it read"),
            PublishedColumn.of("pages_unchanged", "integer", "Pages that were known already"),
            PublishedColumn.of("pages_failed", "integer", "Pages that could not be read")),
        List.of("run_uuid"),
        false);
  }

  private static PublishedColumn text(String name, String description) {
    return PublishedColumn.of(name, "string", description);
  }
}
