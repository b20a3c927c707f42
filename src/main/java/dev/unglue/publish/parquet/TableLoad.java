package dev.unglue.publish.parquet;

import dev.unglue.model.page.Quarantined;
import dev.unglue.publish.parquet.TableSchema.Column;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a folder of tables page by page. What belongs to a page lies in several tables, in an order
 * that whoever wrote them chose; so they are sorted on disk first, in a file that is gone
 * afterwards.
 */
public final class TableLoad {
  private static final int MOST_HELD = 20_000;

  private final TableFolder tables;
  private final PreparedStatements statements;

  private TableLoad(TableFolder tables, PreparedStatements statements) {
    this.tables = tables;
    this.statements = statements;
  }

  /**
   * Streams the pages, by page, source and bytes, and then what no page could be made of.
   *
   * @throws StoreException if the tables are not whole, or a row is not of their kind
   */
  public static void read(
      TableFolder tables, Consumer<PageRows> pages, Consumer<Quarantined> refused) {
    try {
      Path file = Files.createTempFile("unglue-load", ".db");
      try (Connection connection = Sql.openForBuilding(file);
          PreparedStatements statements = new PreparedStatements(connection)) {
        connection.setAutoCommit(false);
        new TableLoad(tables, statements).read(pages, refused);
      } catch (SQLException e) {
        throw Sql.failure("sort the tables of " + tables.folder(), e);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new StoreException(
          "cannot sort the tables of %s: expected room for a temporary file, found \"%s\""
              .formatted(tables.folder(), e.getMessage()),
          e);
    }
  }

  private void read(Consumer<PageRows> pages, Consumer<Quarantined> refused) throws SQLException {
    List<TableSchema> ofPages =
        List.of(
            StorageTables.CAPTURE,
            StorageTables.COMPARISON,
            StorageTables.OBSERVATION,
            StorageTables.FLAG,
            StorageTables.QUARANTINE);
    for (TableSchema shape : ofPages) {
      stage(shape);
    }
    statements.each(
        "SELECT * FROM capture ORDER BY page, source, raw_sha256, capture",
        row -> pages.accept(page(row(StorageTables.CAPTURE, row))));
    rows(StorageTables.QUARANTINE, "capture IS NULL ORDER BY page, reason, raw_text")
        .forEach(row -> refused.accept(PageRows.quarantined(row)));
  }

  private PageRows page(TableRow capture) throws SQLException {
    String key = capture.text(0);
    return new PageRows(
        capture,
        rows(StorageTables.COMPARISON, "capture = ? ORDER BY position", key),
        rows(StorageTables.OBSERVATION, "capture = ? ORDER BY position", key),
        rows(StorageTables.FLAG, "capture = ? AND scope = 'page' ORDER BY rowid", key),
        rows(StorageTables.QUARANTINE, "capture = ? ORDER BY rowid", key));
  }

  private void stage(TableSchema shape) throws SQLException {
    String columns =
        shape.columns().stream().map(Column::name).collect(Collectors.joining(", ", "(", ")"));
    Sql.execute(statements.connection(), "CREATE TABLE " + shape.name() + columns);
    String insert =
        "INSERT INTO %s VALUES (%s)"
            .formatted(
                shape.name(), String.join(", ", Collections.nCopies(shape.columns().size(), "?")));
    List<TableRow> held = new ArrayList<>();
    tables.read(
        shape,
        row -> {
          held.add(row);
          if (held.size() == MOST_HELD) {
            write(insert, held);
          }
        });
    write(insert, held);
    Sql.execute(
        statements.connection(),
        "CREATE INDEX %1$s_capture ON %1$s (capture)".formatted(shape.name()));
  }

  private void write(String insert, List<TableRow> rows) {
    Sql.perform(
        "sort the tables of " + tables.folder(),
        () -> {
          rows.forEach(row -> statements.batch(insert, row.cells()));
          statements.flush(insert);
        });
    rows.clear();
  }

  private List<TableRow> rows(TableSchema shape, String which, Object... values)
      throws SQLException {
    String sql = "SELECT * FROM %s WHERE %s".formatted(shape.name(), which);
    return statements.list(sql, row -> row(shape, row), values);
  }

  private static TableRow row(TableSchema shape, ResultSet row) throws SQLException {
    @Nullable Object[] cells = new Object[shape.columns().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.getObject(i + 1);
    }
    return TableRow.of(cells);
  }
}
