package dev.unglue.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.view.PublishedColumn;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are asked for as one text come out as those of which every cell is. */
class JoinedRowsTest {
  private static final long SEED = 16;
  private static final String LETTERS = "ab-=+@;,'\"\t\r\n #!~é\0\u001e\uD83D\uDE00";
  private static final CsvTable TABLE =
      new CsvTable(
              "cells",
              "Cells",
              "SELECT name, kind, place, amount, said FROM cell ORDER BY rowid",
              List.of(
                  PublishedColumn.of("name", "string", ""),
                  PublishedColumn.of("kind", "string", "").always(),
                  PublishedColumn.of("place", "integer", ""),
                  PublishedColumn.of("amount", "number", ""),
                  PublishedColumn.of("said", "string", "")),
              List.of(),
              false)
          .asJoined();

  @TempDir private Path folder;

  @Test
  void writesWhatItWouldWriteCellByCell() throws Exception {
    Random random = new Random(SEED);
    assertAlike(
        statements -> {
          add(statements, "a", "k", 1, 3.5, "b");
          add(statements, "", "", -7, 1.0, null);
          add(statements, null, "-", null, "no number, \"but\" a text", "\u001e");
          add(statements, "-", "=k", 0, 1e300, "c,d");
          for (int i = 0; i < 2_000; i++) {
            Object number = random.nextBoolean() ? random.nextGaussian() : random.nextInt();
            add(statements, text(random), text(random), random.nextInt(), number, text(random));
          }
        },
        true);
  }

  @Test
  void saysThatACellHoldsTheSignBetweenCells() throws Exception {
    assertAlike(statements -> add(statements, "a", "k", 1, 2, "b\u001fc"), false);
    assertAlike(statements -> add(statements, "\u001f", "k", 1, 2, "b"), false);
    assertAlike(statements -> add(statements, "a\u001f\u001f\u001f\u001f", "k", 1, 2, "b"), false);
  }

  private interface Filling {
    void fill(PreparedStatements statements) throws SQLException;
  }

  private void assertAlike(Filling filling, boolean whole) throws SQLException, IOException {
    Path file = folder.resolve("cells.db");
    try (Connection connection = Sql.openForBuilding(file);
        PreparedStatements statements = new PreparedStatements(connection)) {
      Sql.execute(connection, "DROP TABLE IF EXISTS cell");
      Sql.execute(
          connection,
          "CREATE TABLE cell (name TEXT, kind TEXT NOT NULL, place INTEGER, amount ANY, said TEXT) STRICT");
      filling.fill(statements);
      StringWriter joined = new StringWriter();
      JoinedRows rows = new JoinedRows(TABLE);
      try (ResultSet row = statements.bound(rows.sql()).executeQuery()) {
        assertThat(rows.write(row, new CsvWriter(joined))).isEqualTo(whole);
      }
      if (whole) {
        assertThat(joined).hasToString(cellByCell(statements));
      }
    }
  }

  private static String cellByCell(PreparedStatements statements) throws SQLException, IOException {
    StringWriter out = new StringWriter();
    CsvWriter lines = new CsvWriter(out);
    try (ResultSet row = statements.bound(TABLE.sql()).executeQuery()) {
      while (row.next()) {
        lines.row(TABLE.reader().cells(statements, row));
      }
    }
    return out.toString();
  }

  private static void add(PreparedStatements statements, @Nullable Object... cells)
      throws SQLException {
    statements.update("INSERT INTO cell VALUES (?, ?, ?, ?, ?)", cells);
  }

  private static String text(Random random) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(6); length > 0; length--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }
}
