package dev.unglue.publish;

import dev.unglue.store.sql.Durable;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the large CSVs lack of what the store holds, where all else of them is as it would be
 * written: so that a night that changes little writes little.
 *
 * @param run the last run that they know; changes of later ones are missing
 * @param pages whose observations are to be written anew
 * @param compared those, and pages that compare what any of them compares
 */
record CsvNews(long run, Set<String> pages, Set<String> compared) {
  private static final String LAST_RUN = "(SELECT max(run_id) FROM main.run)";

  /** More of the pages than one in so many: to write all is no more work. */
  private static final int FEW = 4;

  /**
   * Each finds a row where something else has happened than that later runs brought captures and
   * decided cells: a subject or an attribute has another name, captures are not those that they
   * were, old rows are gone or more.
   */
  private static final List<String> OTHERWISE =
      List.of(
          "SELECT 1 FROM (SELECT * FROM main.attribute EXCEPT SELECT * FROM work.attribute)",
          "SELECT 1 FROM (SELECT * FROM main.subject EXCEPT SELECT * FROM work.subject)",
          "SELECT 1 FROM (%1$s main.capture EXCEPT %1$s work.capture)"
              .formatted(
                  "SELECT capture_id, run_id, source, page, raw_sha256, parser_version, seen_at FROM"),
          """
          SELECT 1 FROM work.capture WHERE run_id <= %s
            AND capture_id > (SELECT coalesce(max(capture_id), 0) FROM main.capture)
          """
              .formatted(LAST_RUN),
          """
          SELECT 1 WHERE (SELECT count(*) FROM main.observation) <> (
            SELECT count(*) FROM work.observation WHERE observation_id <= (
              SELECT coalesce(max(observation_id), 0) FROM main.observation))
          """,
          older("resolution"),
          older("fact_change"),
          """
          SELECT 1 WHERE (SELECT tool_version FROM main.run ORDER BY run_id DESC LIMIT 1) IS NOT (
            SELECT tool_version FROM work.run ORDER BY run_id DESC LIMIT 1)
          """);

  private static final String PAGES =
      """
      SELECT page FROM (SELECT * FROM main.capture EXCEPT SELECT * FROM work.capture)
      UNION SELECT page FROM (SELECT * FROM work.capture EXCEPT SELECT * FROM main.capture)
      UNION SELECT c.page FROM work.resolution r CROSS JOIN work.observation o USING (observation_id)
        CROSS JOIN work.capture c USING (capture_id)
      WHERE r.run_id > %s
      """
          .formatted(LAST_RUN);

  /** Which of the captures of a pair is the latest may be another, on another page. */
  private static final String COMPARED =
      """
      SELECT DISTINCT d.page FROM work.capture c
        CROSS JOIN work.comparison l ON l.capture_id = c.capture_id
        CROSS JOIN work.comparison r ON r.capture_id = c.capture_id AND r.position > l.position
        CROSS JOIN work.comparison x ON x.subject_id = l.subject_id
        CROSS JOIN work.comparison y ON y.capture_id = x.capture_id AND y.subject_id = r.subject_id
        CROSS JOIN work.capture d ON d.capture_id = x.capture_id
      WHERE c.page IN (SELECT value FROM json_each(?))
      """;

  /** Copies the pages. */
  CsvNews {
    pages = Set.copyOf(pages);
    compared = Set.copyOf(compared);
  }

  private static String older(String table) {
    return """
    SELECT 1 WHERE (SELECT count(*) FROM main.%1$s) <> (
      SELECT count(*) FROM work.%1$s WHERE run_id <= %2$s)
    """
        .formatted(table, LAST_RUN);
  }

  /**
   * What they lack.
   *
   * @param published the file from which they were written
   * @param store what is to be published in its place
   * @param csvFolder where they lie
   * @return empty where they are better written from nothing
   */
  static Optional<CsvNews> of(Path published, Path store, Path csvFolder) {
    if (!Files.isRegularFile(published)
        || Durable.hasJournals(published)
        || !CsvExport.isWhole(csvFolder)) {
      return Optional.empty();
    }
    try (Connection connection = Sql.openForReading(published);
        PreparedStatements statements = new PreparedStatements(connection)) {
      statements.update("ATTACH ? AS work", store);
      if (Sql.number(connection, "PRAGMA main.user_version") != Schema.VERSION
          || !isOf(statements, csvFolder)
          || otherwise(statements)) {
        return Optional.empty();
      }
      List<String> pages = statements.texts(PAGES);
      if (pages.size() >= statements.number("SELECT count(*) FROM main.capture") / FEW) {
        return Optional.empty();
      }
      Set<String> compared = new HashSet<>(pages);
      compared.addAll(statements.texts(COMPARED, pages));
      long run = statements.number("SELECT max(run_id) FROM main.run");
      return Optional.of(new CsvNews(run, Set.copyOf(pages), compared));
    } catch (SQLException | IOException e) {
      return Optional.empty(); // what is wrong with a file is told where all is written
    }
  }

  /** True if the CSVs were written from that file: they know the same runs. */
  private static boolean isOf(PreparedStatements statements, Path csvFolder)
      throws SQLException, IOException {
    CsvTable runs = CsvTables.runs();
    ByteArrayOutputStream known = new ByteArrayOutputStream();
    CsvExport.write(statements, runs, known);
    return Arrays.equals(known.toByteArray(), Files.readAllBytes(csvFolder.resolve(runs.file())));
  }

  private static boolean otherwise(PreparedStatements statements) throws SQLException {
    for (String row : OTHERWISE) {
      if (statements.any(row)) {
        return true;
      }
    }
    return false;
  }

  // --- writing --------------------------------------------------------------------------------

  /**
   * Writes a file of what was written before and of what that lacks.
   *
   * @param statements of what is published now
   * @return false where it cannot be written so
   */
  boolean write(PreparedStatements statements, CsvTable table, Path before, Path file)
      throws SQLException, IOException {
    return switch (table.name()) {
      case ChangeCsv.NAME -> append(statements, before, file);
      case CsvTables.OBSERVATIONS ->
          splice(statements, CsvTables.observationsOfPages(), pages, before, file);
      case CsvTables.COMPARISONS ->
          splice(statements, table.asking(ComparisonRows.OF_PAGES), compared, before, file);
      default -> false;
    };
  }

  /** Changes of later runs come behind those of all others. */
  private boolean append(PreparedStatements statements, Path before, Path file)
      throws SQLException, IOException {
    CsvTable later = ChangeCsv.ofLaterRuns();
    try (CsvSplice old = open(before)) {
      if (!beginsWith(later, old)) {
        return false;
      }
    }
    Files.copy(before, file, StandardCopyOption.REPLACE_EXISTING);
    try (CsvWriter lines = new CsvWriter(Files.newOutputStream(file, StandardOpenOption.APPEND))) {
      later.write(statements, lines, run);
    }
    return true;
  }

  /**
   * Rows stand by their pages, whose names are in the order of their bytes.
   *
   * @param anew gives the rows of those pages
   */
  private static boolean splice(
      PreparedStatements statements, CsvTable anew, Set<String> pages, Path before, Path file)
      throws SQLException, IOException {
    try (CsvSplice old = open(before);
        CsvWriter lines = new CsvWriter(Files.newOutputStream(file));
        ResultSet rows =
            statements.bound(anew.sql(), List.copyOf(new TreeSet<>(pages))).executeQuery()) {
      if (!beginsWith(anew, old)) {
        return false;
      }
      old.write(lines);
      boolean more = rows.next();
      boolean kept = true;
      while (old.next()) {
        if (old.beginsGroup()) {
          String page = old.key();
          if (page.isEmpty()) {
            return false; // no text tells where it stands among the others
          }
          byte[] place = page.getBytes(StandardCharsets.UTF_8);
          while (more && Arrays.compareUnsigned(rows.getBytes(1), place) < 0) {
            anew.write(statements, rows, lines);
            more = rows.next();
          }
          kept = !pages.contains(page);
        }
        if (kept) {
          old.write(lines);
        }
      }
      while (more) {
        anew.write(statements, rows, lines);
        more = rows.next();
      }
      return true;
    }
  }

  private static CsvSplice open(Path before) throws IOException {
    return new CsvSplice(Files.newInputStream(before));
  }

  /** True if it has the columns of the table; goes on to its first row. */
  private static boolean beginsWith(CsvTable table, CsvSplice old) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    try (CsvWriter lines = new CsvWriter(header)) {
      lines.row(table.header());
    }
    return old.next() && old.is(header.toByteArray());
  }
}
