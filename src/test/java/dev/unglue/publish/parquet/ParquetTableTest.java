package dev.unglue.publish.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
  private static final long SEED = 19;
  private static final TableSchema SHAPE = TableSchema.of("thing", "name size:w weight:n");

  @TempDir Path folder;

  private Path write(List<TableRow> rows) throws IOException {
    Path file = folder.resolve("thing.parquet");
    try (ParquetTableWriter writer = new ParquetTableWriter(SHAPE, Files.newOutputStream(file))) {
      for (TableRow row : rows) {
        writer.write(row);
      }
      assertThat(writer.rows()).isEqualTo(rows.size());
    }
    return file;
  }

  private static List<TableRow> read(Path file, TableSchema shape) {
    List<TableRow> rows = new ArrayList<>();
    ParquetTableReader.read(file, shape, rows::add);
    return rows;
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    List<TableRow> rows =
        List.of(
            TableRow.of("größer 🙂", -7L, 3.67),
            TableRow.of(null, null, null),
            TableRow.of("", Long.MAX_VALUE, -0.5),
            TableRow.of("x", 0L, null));

    assertThat(read(write(rows), SHAPE)).isEqualTo(rows);
    assertThat(read(write(List.of()), SHAPE)).isEmpty();
  }

  @Test
  void givesBackManyGroupsOfRows() throws IOException {
    Random random = new Random(SEED);
    List<TableRow> rows = new ArrayList<>();
    for (int i = 0; i < 150_000; i++) {
      rows.add(
          TableRow.of(
              random.nextInt(3) == 0 ? null : "name " + random.nextInt(1000),
              random.nextBoolean() ? random.nextLong() : null,
              random.nextDouble()));
    }

    assertThat(read(write(rows), SHAPE).equals(rows)).isTrue();
  }

  @Test
  void readsTheColumnsThatAreAskedForInAnyOrder() throws IOException {
    Path file = write(List.of(TableRow.of("a", 1L, 2.5)));

    assertThat(read(file, TableSchema.of("thing", "weight:n name")))
        .containsExactly(TableRow.of(2.5, "a"));
  }

  @Test
  void saysWhichColumnIsMissingOrOfAnotherKind() throws IOException {
    Path file = write(List.of(TableRow.of("a", 1L, 2.5)));

    assertThatThrownBy(() -> read(file, TableSchema.of("thing", "colour")))
        .isInstanceOf(StoreException.class)
        .hasMessage(file + ": expected the column colour of the table thing, found none");
    assertThatThrownBy(() -> read(file, TableSchema.of("thing", "name:w")))
        .isInstanceOf(StoreException.class)
        .hasMessage(file + ": column name: expected INT64, found BYTE_ARRAY");
  }

  @Test
  void saysThatAFileIsDamaged() throws IOException {
    Path file = write(List.of(TableRow.of("a", 1L, 2.5)));
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, new byte[3]);
    assertThatThrownBy(() -> read(file, SHAPE))
        .hasMessage(file + ": expected a Parquet file, found 3 bytes; write it again");
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThatThrownBy(() -> read(file, SHAPE))
        .hasMessage(file + ": expected a Parquet file, found no footer; write it again");
    for (int i = 4; i < whole.length - 8; i++) {
      byte[] broken = whole.clone();
      broken[i] ^= 0x55;
      Files.write(file, broken);
      try {
        read(file, SHAPE);
      } catch (StoreException expected) {
        assertThat(expected).hasMessageStartingWith(file + ": ");
      }
    }
  }

  @Test
  void unpacksNumbersThatArePackedByTheirBits() {
    // Eight numbers of three bits, 0 to 7, as the specification of the encoding packs them.
    byte[] packed = {3, (byte) 0b10001000, (byte) 0b11000110, (byte) 0b11111010};

    assertThat(LevelRuns.decode(ByteBuffer.wrap(packed), 3, 8))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(LevelRuns.decode(ByteBuffer.wrap(new byte[] {10, 1, 3, 2}), 9, 5))
        .containsExactly(769, 769, 769, 769, 769);
  }
}
