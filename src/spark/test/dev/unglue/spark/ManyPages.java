package dev.unglue.spark;

import dev.unglue.bench.page.GeneratedPage;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.ArraySeq;

/**
 * What so many pages say of one subject, handed to the stage of subjects one by one, as a sorted
 * shuffle does: a process of its own, to be given little memory.
 */
final class ManyPages {
  private static final String SLUG = "bank-teller";
  private static final String PAGE =
      """
      Bank Teller vs Clerk

      | | Bank Teller | Clerk |
      |---|---|---|
      | Yearly salary | $34,920 | $43,251 |
      | Hourly rate | $16.79 | $20.79 |
      | Number of jobs | 17,000 | 22,478 |
      | Average age | 41 | 42 |
      """;

  private ManyPages() {}

  /** Prints how many facts and flags become of them. */
  public static void main(String[] args) throws IOException {
    int pages = Integer.parseInt(args[0]);
    SharedReader reader = SharedReader.of("", LocalSpark.VERSION);
    List<Row> parsed = new ArrayList<>();
    reader
        .pages()
        .run(GeneratedPage.capture("https://a.example/", "text/plain", PAGE))
        .match(
            page -> parsed.add(StagedPage.of(page, reader.parserVersion())),
            refused -> parsed.add(StagedPage.of(refused)));
    TableRow capture = SparkRows.tableRow(parsed.get(0).getStruct(StagedPage.CAPTURE));
    int slug = StorageTables.OBSERVATION.index("slug");
    List<TableRow> cells =
        PackedRows.unpack(parsed.get(0).<byte[]>getAs(StagedPage.CAPTURE + 2)).stream()
            .filter(cell -> cell.cell(slug).filter(SLUG::equals).isPresent())
            .toList();
    Row result = SubjectStage.result(reader, SLUG, units(pages, capture, cells));
    System.out.printf(
        "cells a page %d, facts %d, flags %d%n",
        cells.size(),
        PackedRows.unpack(result.<byte[]>getAs(2)).size(),
        PackedRows.unpack(result.<byte[]>getAs(3)).size());
  }

  /** First by what names each page calls the subject, then what each says. */
  private static Iterator<Row> units(int pages, TableRow capture, List<TableRow> cells) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < 2 * pages;
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        int number = next++ % pages;
        String page = "https://a.example/" + number;
        return next <= pages
            ? RowFactory.create(
                SLUG, 0, page, seq("Bank Teller"), seq("Bank Teller"), null, seq(), null)
            : RowFactory.create(
                SLUG,
                1,
                "",
                seq(),
                seq(),
                PackedRows.pack(List.of(with(capture, StorageTables.CAPTURE.index("page"), page))),
                seq("2026-01-0%dT00:00:00Z".formatted(1 + number % 7)),
                PackedRows.pack(cells));
      }
    };
  }

  private static ArraySeq<Object> seq(Object... parts) {
    return ArraySeq.unsafeWrapArray(parts);
  }

  private static TableRow with(TableRow row, int column, String text) {
    @Nullable Object[] changed = row.cells();
    changed[column] = text;
    return TableRow.of(changed);
  }
}
