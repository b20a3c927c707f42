package dev.unglue.publish.parquet;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the tables of a published database as Parquet, all of them for its last run. The same
 * database gives the same bytes.
 */
public final class TableExport {
  private static final String KEY = "c.page, c.source, c.raw_sha256, c.parser_version";

  /**
   * Queries by table; those that begin with the four columns of a capture's key give one for it.
   */
  private static final Map<TableSchema, String> QUERIES =
      Map.of(
          StorageTables.CAPTURE,
          """
          SELECT KEY, c.source, c.page, c.url, c.captured_at, c.raw_sha256, c.media_type, c.raw_path,
            c.raw_offset, c.truncated, c.content_sha256, c.layout, c.page_kind, c.parser_version,
            c.notes, c.canonical
          FROM capture c WHERE c.parse_status <> 'superseded' ORDER BY KEY
          """,
          StorageTables.COMPARISON,
          """
          SELECT KEY, k.position, s.slug, coalesce(k.name, s.name)
          FROM capture c JOIN comparison k USING (capture_id) JOIN subject s USING (subject_id)
          WHERE c.parse_status <> 'superseded' ORDER BY KEY, k.position
          """,
          StorageTables.OBSERVATION,
          """
          SELECT KEY, row_number() OVER (PARTITION BY o.capture_id ORDER BY o.observation_id), s.slug,
            s.name, o.attribute_id, o.member, o.ordinal, o.section, o.state, o.value_num, o.value_text,
            o.raw_text, o.raw_start, o.raw_end, o.method, o.confidence, o.candidates, o.layout
          FROM capture c CROSS JOIN observation o ON o.capture_id = c.capture_id
            LEFT JOIN subject s ON s.subject_id = o.subject_id
          WHERE c.parse_status <> 'superseded' ORDER BY KEY, o.observation_id
          """,
          StorageTables.RESOLUTION,
          """
          SELECT KEY, o.position, r.state, r.value_num, r.value_text, r.raw_text, r.raw_start,
            r.raw_end, r.method, r.confidence, r.candidates
          FROM (SELECT observation_id, capture_id, method, state, row_number() OVER (
              PARTITION BY capture_id ORDER BY observation_id) AS position FROM observation) o
            JOIN capture c USING (capture_id) JOIN resolution r USING (observation_id)
          WHERE c.parse_status <> 'superseded' AND (r.method, r.state) IS NOT (o.method, o.state)
            AND r.run_id = (SELECT max(n.run_id) FROM resolution n
              WHERE n.observation_id = o.observation_id)
          ORDER BY KEY, o.position
          """,
          StorageTables.FACT,
          """
          SELECT s.slug, s.name, f.attribute_id, f.member, f.ordinal, f.valid_from, f.valid_to,
            f.value_num, f.value_text, f.resolution, f.support, f.dissent, f.confidence
          FROM fact f JOIN subject s USING (subject_id)
          ORDER BY s.slug, f.attribute_id, f.member, f.ordinal, rtrim(f.valid_from, 'Z')
          """,
          StorageTables.FLAG,
          """
          SELECT KEY, f.scope, f.rule_id, f.severity, f.page, s.slug, f.attribute_id, f.member,
            f.expected, f.actual, f.message, f.raw_start, f.raw_end, f.other_page, f.other_start,
            f.other_end, f.silenced, f.fingerprint, f.state
          FROM flag f LEFT JOIN capture c USING (capture_id) LEFT JOIN subject s USING (subject_id)
          WHERE c.parse_status IS NOT 'superseded' AND (f.scope = 'page' OR f.state <> 'fixed')
          ORDER BY f.fingerprint
          """,
          StorageTables.QUARANTINE,
          """
          SELECT KEY, q.page, q.reason, q.message, q.raw_text, q.raw_start, q.raw_end
          FROM quarantine q LEFT JOIN capture c USING (capture_id)
          WHERE q.state = 'open' AND c.parse_status IS NOT 'superseded'
          ORDER BY q.page, KEY, q.reason, q.raw_start, q.raw_end, q.raw_text_sha256
          """,
          StorageTables.METRIC,
          """
          SELECT name, scope, coalesce(attribute_id, ''), member, value FROM metric
          WHERE run_id = (SELECT max(run_id) FROM metric) ORDER BY 1, 2, 3, 4
          """,
          StorageTables.RULE_RESULT,
          """
          SELECT r.rule_id, r.title, r.severity, t.evaluated, t.failed, t.status
          FROM rule_result t JOIN rule r USING (rule_id)
          WHERE t.run_id = (SELECT max(run_id) FROM rule_result) ORDER BY r.rule_id
          """);

  private static final String RUN = "SELECT run_uuid FROM run ORDER BY run_id DESC LIMIT 1";

  private static final String PARSER =
      "SELECT parser_version FROM capture WHERE parse_status <> 'superseded' ORDER BY capture_id DESC LIMIT 1";

  private final PreparedStatements statements;
  private final Path folder;
  private final String run;

  private TableExport(PreparedStatements statements, Path folder, String run) {
    this.statements = statements;
    this.folder = folder;
    this.run = run;
  }

  /**
   * Writes all tables.
   *
   * @param database the published {@code unglue.db}
   * @param folder made where it is absent; what other runs have written there stays
   * @return the files, {@code _SUCCESS} last
   * @throws StoreException if the database is absent, foreign or damaged, or a file cannot be
   *     written
   */
  public static List<Path> export(Path database, Path folder) {
    if (!Files.exists(database)) {
      throw new StoreException(
          "nothing to export: expected a published database, found none at %s; run unglue first"
              .formatted(database));
    }
    Schema.check(database);
    try {
      return Sql.attempt(
          "export " + database,
          () -> {
            try (Connection connection = Sql.openForReading(database);
                PreparedStatements statements = new PreparedStatements(connection)) {
              return new TableExport(statements, folder, statements.texts(RUN).get(0)).write();
            }
          });
    } catch (UncheckedIOException e) {
      throw new StoreException(
          "cannot write the tables: expected a folder that may be written and has space, found \"%s\" at %s"
              .formatted(Objects.requireNonNullElse(e.getCause(), e).getMessage(), folder),
          e);
    }
  }

  private List<Path> write() throws SQLException {
    try {
      Path success = folder.resolve(TableFolder.SUCCESS);
      Path manifest = folder.resolve(TableFolder.MANIFESTS).resolve(run + ".json");
      Files.deleteIfExists(success);
      Files.createDirectories(manifest.getParent());
      List<Path> files = new ArrayList<>();
      Map<String, Long> rows = new TreeMap<>();
      for (TableSchema shape : StorageTables.ALL) {
        Path file =
            folder.resolve(shape.name()).resolve("run=" + run).resolve("part-00000.parquet");
        rows.put(shape.name(), write(shape, file));
        files.add(file);
      }
      String parser = statements.texts(PARSER).stream().findFirst().orElse("");
      files.add(Files.writeString(manifest, TableFolder.manifest(run, parser, rows)));
      files.add(Files.write(success, new byte[0]));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long write(TableSchema shape, Path file) throws IOException, SQLException {
    Files.createDirectories(file.getParent());
    String sql = String.valueOf(QUERIES.get(shape));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ParquetTableWriter writer = new ParquetTableWriter(shape, out)) {
      boolean keyed = sql.startsWith("SELECT KEY");
      int captureAt = keyed ? shape.index("capture") : -1;
      statements.each(
          sql.replace("KEY", KEY),
          row -> {
            try {
              writer.write(row(row, shape.columns().size(), captureAt));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      return writer.rows();
    }
  }

  private static TableRow row(ResultSet row, int columns, int captureAt) throws SQLException {
    @Nullable Object[] cells = new Object[columns];
    int from = captureAt < 0 ? 1 : 5;
    for (int i = 0; i < columns; i++) {
      cells[i] = i == captureAt ? key(row) : row.getObject(from++);
    }
    return TableRow.of(cells);
  }

  private static @Nullable String key(ResultSet row) throws SQLException {
    return row.getString(1) == null
        ? null
        : CaptureKey.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
  }
}
