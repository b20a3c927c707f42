package dev.unglue.spark;

import dev.unglue.raw.read.InputFile;
import dev.unglue.raw.read.MediaTypes;
import dev.unglue.raw.read.PageDescription;
import dev.unglue.raw.read.PageMaker;
import dev.unglue.raw.read.PageOrigin;
import dev.unglue.raw.read.PageSink;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.warc.CaptureTime;
import dev.unglue.raw.warc.QuotedInput;
import dev.unglue.raw.warc.RawLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a Parquet file, one a row: its text or HTML, and the columns that a JSONL
 * calls so too, {@code url} and the time of the capture. No other column is read.
 *
 * @param source name of the source that the pages come by
 * @param column the column of the pages; empty for {@code html}, else {@code text}
 */
record ParquetPages(String source, String column) {
  private static final List<String> TIMES = List.of("captured_at", "timestamp", "date");
  private static final String URL = "url";
  private static final String HTML = "html";
  private static final String TEXT = "text";
  private static final String UTF_8 = "; charset=utf-8";
  private static final String DAMAGED = "bad_parquet";
  private static final int MAX_BYTES = RawLimits.defaults().maxBytes();
  private static final int EPOCH_JULIAN_DAY = 2_440_588;

  /** Hands on the pages of a file; what is wrong with the file or with a row is handed on too. */
  void read(Path path, Configuration hadoop, InputFile file, PageSink sink) throws IOException {
    PageOrigin whole = PageOrigin.ofFile(source, file.name());
    List<Type> columns;
    try {
      columns = columns(path, hadoop);
    } catch (SparkJobException e) {
      sink.accept(RawItem.refused(file.name(), "no_column", String.valueOf(e.getMessage())));
      return;
    } catch (RuntimeException e) {
      sink.accept(damaged(whole, e));
      return;
    }
    Configuration reading = new Configuration(hadoop);
    reading.set(ReadSupport.PARQUET_READ_SCHEMA, new MessageType("page", columns).toString());
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), path).withConf(reading).build()) {
      long number = 0;
      Optional<RawItem> item = next(rows, columns, origin(file, number));
      while (item.isPresent()) {
        sink.accept(item.get());
        number++;
        item = isDamaged(item.get()) ? Optional.empty() : next(rows, columns, origin(file, number));
      }
    }
  }

  private PageOrigin origin(InputFile file, long row) {
    String page = file.name() + "#" + (row + 1);
    return new PageOrigin(source, file.name(), row, page, page);
  }

  private static Optional<RawItem> next(
      ParquetReader<Group> rows, List<Type> columns, PageOrigin origin) throws IOException {
    try {
      return Optional.ofNullable(rows.read()).map(row -> page(row, columns, origin));
    } catch (RuntimeException e) {
      return Optional.of(damaged(origin, e));
    }
  }

  /** What a page of another library's making is told by: it throws what it likes. */
  private static RawItem damaged(PageOrigin origin, RuntimeException e) {
    return RawItem.refused(
        origin.page(),
        DAMAGED,
        origin.place()
            + ": damaged: expected a Parquet file, found "
            + QuotedInput.quoted(String.valueOf(e.getMessage()))
            + "; the rows before it were read, write the file again");
  }

  private static boolean isDamaged(RawItem item) {
    return item instanceof RawItem.Unreadable bad && bad.quarantined().reason().equals(DAMAGED);
  }

  private static RawItem page(Group row, List<Type> columns, PageOrigin origin) {
    Type type = columns.get(0);
    byte[] payload = bytes(row, type);
    if (payload.length > MAX_BYTES) {
      String found = "too large: expected at most %d bytes, found %d; cut it into single pages";
      return refused(origin, "too_large", found.formatted(MAX_BYTES, payload.length));
    }
    List<String> notes = new ArrayList<>();
    @Nullable String url = null;
    @Nullable Instant time = null;
    for (Type other : columns.subList(1, columns.size())) {
      if (other.getName().equals(URL)) {
        String text = new String(bytes(row, other), StandardCharsets.UTF_8);
        url = text.isBlank() ? null : text;
      } else if (time == null) {
        time = time(row, other, notes);
      }
    }
    String header =
        switch (type.getName()) {
          case HTML -> MediaTypes.HTML + UTF_8;
          case TEXT -> MediaTypes.PLAIN + UTF_8;
          default -> null;
        };
    return PageMaker.ofBytes(
        origin, new PageDescription(url, time, header, null, notes), "", payload);
  }

  private static RawItem refused(PageOrigin origin, String reason, String finding) {
    return RawItem.refused(origin.page(), reason, origin.place() + ": " + finding);
  }

  private static byte[] bytes(Group row, Type type) {
    boolean there = row.getFieldRepetitionCount(type.getName()) > 0 && isText(type);
    return there ? row.getBinary(type.getName(), 0).getBytes() : new byte[0];
  }

  private static @Nullable Instant time(Group row, Type type, List<String> notes) {
    String name = type.getName();
    if (row.getFieldRepetitionCount(name) == 0) {
      return null;
    }
    PrimitiveTypeName kind = type.asPrimitiveType().getPrimitiveTypeName();
    if (kind == PrimitiveTypeName.INT96) {
      NanoTime nanos = NanoTime.fromBinary(row.getInt96(name, 0));
      return Instant.EPOCH
          .plus(nanos.getJulianDay() - EPOCH_JULIAN_DAY, ChronoUnit.DAYS)
          .plusNanos(nanos.getTimeOfDayNanos());
    }
    if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation stamp) {
      ChronoUnit unit = ChronoUnit.valueOf(stamp.getUnit().name());
      return Instant.EPOCH.plus(row.getLong(name, 0), unit);
    }
    return CaptureTime.parse(isText(type) ? row.getString(name, 0) : shown(type), name, notes)
        .orElse(null);
  }

  /**
   * Looks whether there are pages in it; a file that is damaged shows that when it is read.
   *
   * @throws SparkJobException if it has no such column
   */
  void requireColumn(Path path, Configuration hadoop) throws IOException {
    try {
      columns(path, hadoop);
    } catch (SparkJobException e) {
      throw e;
    } catch (RuntimeException e) {
      // not a Parquet file: one row of quarantine
    }
  }

  static boolean isParquet(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".parquet");
  }

  /**
   * The columns to be read, that of the pages first.
   *
   * @throws SparkJobException if there is none of pages
   */
  private List<Type> columns(Path path, Configuration hadoop) throws IOException {
    MessageType schema;
    try (ParquetFileReader file = ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop))) {
      schema = file.getFileMetaData().getSchema();
    }
    List<String> wanted = column.isEmpty() ? List.of(HTML, TEXT) : List.of(column);
    String found =
        wanted.stream()
            .filter(name -> schema.containsField(name) && isText(schema.getType(name)))
            .findFirst()
            .orElseThrow(() -> noColumn(path, wanted, schema));
    return Stream.concat(Stream.of(found, URL), TIMES.stream())
        .distinct()
        .filter(schema::containsField)
        .map(schema::getType)
        .filter(type -> type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED))
        .toList();
  }

  private static boolean isText(Type type) {
    return type.isPrimitive()
        && type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY
        && !type.isRepetition(Type.Repetition.REPEATED);
  }

  private static SparkJobException noColumn(Path path, List<String> wanted, MessageType schema) {
    return new SparkJobException(
        "%s: expected a column of text called %s, found the columns %s; name one by --column"
            .formatted(
                InputFiles.name(path),
                String.join(" or ", wanted),
                String.join(", ", schema.getFields().stream().map(ParquetPages::shown).toList())));
  }

  private static String shown(Type type) {
    String kind =
        type.isPrimitive()
            ? type.asPrimitiveType().getPrimitiveTypeName().name().toLowerCase(Locale.ROOT)
            : "group";
    return type.getName() + " (" + kind + ")";
  }
}
