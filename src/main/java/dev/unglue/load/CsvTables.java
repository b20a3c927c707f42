package dev.unglue.load;

import dev.unglue.load.CsvTable.Field;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The files of the export and what stands in each. */
final class CsvTables {
  private static final Field PAGE =
      Field.of("page", "string", "Address or path of the page").always();
  private static final Field SUBJECT = Field.of("subject", "string", "Name of the subject");
  private static final Field SLUG =
      Field.of("slug", "string", "Key of the subject: its name in lower case with hyphens");
  private static final Field ATTRIBUTE =
      Field.of("attribute", "string", "Id of the attribute").always();
  private static final Field MEMBER =
      Field.of(
          "member",
          "string",
          "Part of the attribute, such as a gender or a skill; empty: it has none");
  private static final Field ORDINAL =
      Field.of("ordinal", "integer", "Place in a list, from 1; 0: no order").always();
  private static final Field VALUE_NUM =
      Field.of(
          "value_num", "number", "The value in the column unit; empty: it is a text or absent");
  private static final Field VALUE_TEXT =
      Field.of("value_text", "string", "The value as text; empty: it is a number or absent");
  private static final Field UNIT = Field.of("unit", "string", "Unit of value_num");
  private static final Field CONFIDENCE =
      Field.of("confidence", "number", "How sure the reading is, 0 to 1").always();
  private static final Field VALID_FROM =
      Field.of("valid_from", "datetime", "Since when we believe it").always();

  private CsvTables() {}

  /** All files, for the attributes that this database holds. */
  static List<CsvTable> of(Statements statements) throws SQLException {
    List<Column> columns = columns(statements);
    return List.of(
        occupations(columns),
        comparisons(columns),
        facts(),
        observations(),
        skills(),
        responsibilities(),
        flags(),
        runs());
  }

  /** An attribute as a column of a wide file: of numbers, unless lists are joined in it. */
  private record Column(String id, String title, String unit, boolean number) {
    Field field(String prefix, String side) {
      String description =
          number ? "Empty: not known" : "Empty: not known; several are joined with \"; \"";
      return Field.of(prefix + id, number ? "number" : "string", description)
          .titled(title + side)
          .in(unit);
    }
  }

  private static List<Column> columns(Statements statements) throws SQLException {
    return statements.list(
        """
        SELECT attribute_id, title, unit, numeric AND NOT EXISTS (
          SELECT 1 FROM fact f
          WHERE f.attribute_id = a.attribute_id AND f.valid_to IS NULL
            AND (f.member <> '' OR f.ordinal > 0))
        FROM attribute a WHERE position IS NOT NULL ORDER BY position
        """,
        row -> new Column(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
  }

  private static CsvTable occupations(List<Column> columns) {
    List<Field> fields = new ArrayList<>();
    fields.add(SUBJECT.always());
    fields.add(SLUG.always());
    fields.add(Field.of("kind", "string", "What the subject is").always());
    columns.forEach(column -> fields.add(column.field("", "")));
    return new CsvTable(
        "occupations",
        "One row a subject: what we believe of it now",
        "SELECT * FROM v_occupation ORDER BY slug",
        fields,
        List.of("slug"),
        false);
  }

  private static CsvTable comparisons(List<Column> columns) {
    List<Field> fields = new ArrayList<>();
    fields.add(PAGE);
    fields.add(Field.of("left", "string", "Name of the left subject").always());
    fields.add(Field.of("right", "string", "Name of the right subject").always());
    for (Column column : columns) {
      fields.add(column.field("left_", ", left"));
      fields.add(column.field("right_", ", right"));
    }
    return new CsvTable(
        "comparisons",
        "One row a compared pair: what the latest capture of its page says of both",
        ComparisonRows.SQL,
        fields,
        List.of("page", "left", "right"),
        false,
        new ComparisonRows(columns.stream().map(Column::id).toList())::cells);
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
            Field.of("valid_to", "datetime", "Until when; empty: it holds now"),
            VALUE_NUM,
            VALUE_TEXT,
            UNIT,
            Field.of("resolution", "string", "agreed, deduced, latest, majority or repaired")
                .always(),
            Field.of("support", "integer", "Pages whose latest reading agrees").always(),
            Field.of("dissent", "integer", "Pages whose latest reading differs").always(),
            CONFIDENCE),
        List.of("slug", "attribute", "member", "ordinal", "valid_from"),
        true);
  }

  static CsvTable observations() {
    return new CsvTable(
        "observations",
        "Each cell of each page, its state, value and proof",
        """
        SELECT c.page, c.source, c.raw_sha256, c.captured_at, coalesce(o.layout, c.layout) AS layout,
          o.section, s.slug, s.name AS subject, o.attribute_id AS attribute, o.member, o.ordinal,
          %s, a.unit,
          %s
        FROM capture c CROSS JOIN observation o ON o.capture_id = c.capture_id
          JOIN attribute a ON a.attribute_id = o.attribute_id
          LEFT JOIN subject s ON s.subject_id = o.subject_id
          %s
        WHERE c.parse_status <> 'superseded'
        ORDER BY c.page, c.source, c.raw_sha256, c.parser_version, raw_start, raw_end,
          o.section, o.attribute_id, s.slug, o.member, o.ordinal
        """
            .formatted(
                Believed.columns("o", "r", "state", "value_num", "value_text"),
                Believed.columns(
                    "o",
                    "r",
                    "raw_text",
                    "raw_start",
                    "raw_end",
                    "method",
                    "confidence",
                    "candidates"),
                Believed.join("o", "r")),
        List.of(
            PAGE,
            Field.of("source", "string", "Source it came by").always(),
            Field.of("raw_sha256", "string", "SHA-256 of the page's bytes").always(),
            Field.of("captured_at", "datetime", "When it was captured; empty: unknown"),
            Field.of("layout", "string", "Shape of the table").always(),
            Field.of("section", "string", "Part of the page").always(),
            SLUG,
            SUBJECT,
            ATTRIBUTE,
            MEMBER,
            ORDINAL,
            Field.of("state", "string", "What became of the cell")
                .always()
                .oneOf("value", "missing", "ambiguous", "out_of_range", "unparsed"),
            VALUE_NUM,
            VALUE_TEXT,
            UNIT,
            Field.of("raw_text", "string", "What the page prints; empty: its missing mark"),
            Field.of("raw_start", "integer", "First character in the page, code points").always(),
            Field.of("raw_end", "integer", "One past the last character").always(),
            Field.of("method", "string", "How it was read").always(),
            CONFIDENCE,
            Field.of("candidates", "string", "The readings that remain, as JSON")),
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
            Field.of("skill", "string", "The skill"),
            Field.of("share_pct", "number", "Share of resumes that list it").in("percent"),
            Field.of("description", "string", "What the page says of it"),
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
            Field.of("responsibility", "string", "The responsibility"),
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
            Field.of("rule", "string", "Id of the rule").always(),
            Field.of("severity", "string", "How bad it is")
                .always()
                .oneOf("info", "warn", "error", "fatal"),
            Field.of("state", "string", "new, or open since an earlier run")
                .always()
                .oneOf("new", "open"),
            Field.of("page", "string", "The page; empty: it is about the run"),
            SLUG,
            SUBJECT,
            Field.of("attribute", "string", "Id of the attribute; empty: it is about none"),
            MEMBER,
            Field.of("expected", "string", "What was expected"),
            Field.of("actual", "string", "What was found"),
            Field.of("message", "string", "The same as a sentence").always(),
            Field.of("raw_start", "integer", "Where the value found begins in its page"),
            Field.of("raw_end", "integer", "Where it ends"),
            Field.of("other_page", "string", "Page of the other value"),
            Field.of("other_start", "integer", "Where the other value begins"),
            Field.of("other_end", "integer", "Where it ends"),
            Field.of("fingerprint", "string", "Key of the flag across runs").always()),
        List.of("fingerprint"),
        true);
  }

  private static CsvTable runs() {
    return new CsvTable(
        "runs",
        "The runs that made this data set",
        """
        SELECT run_uuid, "trigger", started_at, finished_at, status, tool_version, config_sha256,
          nominal_time, exit_code, reason, pages_found, pages_read, pages_unchanged, pages_failed
        FROM run ORDER BY rtrim(started_at, 'Z'), run_uuid
        """,
        List.of(
            Field.of("run_uuid", "string", "Key of the run").always(),
            Field.of("trigger", "string", "Who asked for it").always(),
            Field.of("started_at", "datetime", "When it began").always(),
            Field.of("finished_at", "datetime", "When it ended; empty: it did not"),
            Field.of("status", "string", "How it ended").always(),
            Field.of("tool_version", "string", "Version of unglue").always(),
            Field.of("config_sha256", "string", "Hash over the configuration").always(),
            Field.of("nominal_time", "datetime", "The time it stands for").always(),
            Field.of("exit_code", "integer", "What the program said at its end; empty: not known"),
            Field.of("reason", "string", "Why it broke off or was skipped; empty: it was neither"),
            Field.of("pages_found", "integer", "Pages that it met; empty: not known"),
            Field.of("pages_read", "integer", "Pages that it read"),
            Field.of("pages_unchanged", "integer", "Pages that were known already"),
            Field.of("pages_failed", "integer", "Pages that could not be read")),
        List.of("run_uuid"),
        false);
  }
}
