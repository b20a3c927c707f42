package dev.unglue.raw.archive;

import dev.unglue.raw.read.StoreFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How the archive of a run is called: {@code SOURCE-20260131T023000Z.warc.gz}. While its run has
 * not come to its end an empty file {@code SOURCE-20260131T023000Z.warc.gz.open} lies beside it: a
 * mark of its own, for a file that is renamed when it is done would leave nobody a lasting path to
 * a record.
 *
 * @param folder of the source
 * @param source name of the source
 * @param runTime the run's nominal time, whole seconds
 * @param fileName the name of the archive itself
 */
record ArchiveName(Path folder, String source, Instant runTime, String fileName) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String END = ".warc.gz";

  static ArchiveName of(Path folder, String source, Instant runTime) {
    Instant second = runTime.truncatedTo(ChronoUnit.SECONDS);
    return new ArchiveName(folder, source, second, source + "-" + TIME.format(second) + END);
  }

  /** The archive of the source that was begun and not ended; the oldest, should there be more. */
  static Optional<ArchiveName> unfinished(Path folder, String source) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith(source + "-") && name.endsWith(END + StoreFolder.OPEN))
          .sorted()
          .flatMap(name -> named(folder, source, name).stream())
          .findFirst();
    }
  }

  private static Optional<ArchiveName> named(Path folder, String source, String mark) {
    String time =
        mark.substring(source.length() + 1, mark.length() - (END + StoreFolder.OPEN).length());
    try {
      Instant runTime = LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(of(folder, source, runTime));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // not a mark of ours
    }
  }

  Path path() {
    return folder.resolve(fileName());
  }

  private Path mark() {
    return folder.resolve(fileName() + StoreFolder.OPEN);
  }

  void markUnfinished() throws IOException {
    if (!Files.exists(mark())) {
      Files.createFile(mark());
    }
  }

  void markFinished() throws IOException {
    Files.deleteIfExists(mark());
  }

  /** A record's name, drawn from what it is of: the same every time. */
  String id(String what) {
    byte[] bytes = (fileName() + " " + what).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
  }
}
