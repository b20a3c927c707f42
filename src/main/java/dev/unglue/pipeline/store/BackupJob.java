package dev.unglue.pipeline.store;

import dev.unglue.pipeline.request.JobException;
import dev.unglue.publish.Publication;
import dev.unglue.store.StorePlace;
import dev.unglue.store.StoreReplacement;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Durable;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the work store and what is published in a folder, and brings them back. The folder holds
 * both files and, written last, their digests in the form of {@code sha256sum}.
 */
public final class BackupJob {
  private static final String STORE = "store.db";
  private static final String DIGESTS = "SHA256SUMS";

  /** A line of {@code sha256sum}; no other names are taken from there. */
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (store\\.db|unglue\\.db)");

  private BackupJob() {}

  /**
   * Copies both, as they are at this moment; a run may be on.
   *
   * @param out the folder of the results
   * @param backup a folder that is empty or not there
   * @return the files written
   * @throws JobException if nothing was ever stored, or the folder holds something
   * @throws dev.unglue.store.sql.StoreException if the store cannot be read or the copy not be
   *     written
   */
  public static List<Path> backup(Path out, Path backup) {
    return StoreReading.ask(
        out,
        store -> {
          refuseFull(backup);
          List<Path> written = new ArrayList<>();
          try {
            Files.createDirectories(backup);
            copy(store, new StorePlace(out).published(), backup, written);
            return written;
          } catch (IOException | RuntimeException e) {
            written.forEach(Durable::deleteQuietly);
            throw e instanceof IOException disk
                ? new UncheckedIOException(disk)
                : (RuntimeException) e;
          }
        });
  }

  private static void refuseFull(Path backup) {
    if (!Files.exists(backup)) {
      return;
    }
    try (Stream<Path> held = Files.isDirectory(backup) ? Files.list(backup) : Stream.of(backup)) {
      if (held.findAny().isPresent()) {
        throw JobException.usage(
            "cannot back up: expected an empty folder or none, found something at %s; name another"
                .formatted(backup));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** First what is published, then the store, so that the store knows all that is published. */
  private static void copy(WorkStore store, Path published, Path backup, List<Path> written)
      throws IOException {
    if (Files.exists(published)) {
      Path copy = backup.resolve(StorePlace.PUBLISHED);
      written.add(copy);
      Files.copy(published, copy);
    }
    written.add(0, backup.resolve(STORE));
    store.copyTo(written.get(0));
    StringBuilder digests = new StringBuilder();
    for (Path file : written) {
      Durable.sync(file);
      digests.append(digest(file)).append("  ").append(file.getFileName()).append('\n');
    }
    Path list = backup.resolve(DIGESTS);
    written.add(list);
    Files.writeString(list, digests);
    Durable.sync(list);
    Durable.syncFolder(backup);
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hex(in);
    }
  }

  /**
   * Brings a backup back, the CSVs too. What was there is kept beside it under other names.
   *
   * @param out the folder of the results
   * @param backup what {@link #backup} has written
   * @return where that lies now which was there
   * @throws JobException if the backup is none, or not as it was written
   * @throws dev.unglue.store.sql.StoreLockedException if a run holds the store
   * @throws dev.unglue.store.sql.StoreException if the store cannot be written
   */
  public static List<Path> restore(Path out, Path backup) {
    try {
      List<String> names = verified(backup);
      Optional<Path> published =
          Optional.of(backup.resolve(StorePlace.PUBLISHED))
              .filter(file -> names.contains(StorePlace.PUBLISHED));
      Publication.announce(out);
      List<Path> kept = StoreReplacement.restore(out, backup.resolve(STORE), published);
      try (WorkStore store = WorkStore.open(out)) {
        Publication.recover(store, out);
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files of a backup; each is as it was written. */
  private static List<String> verified(Path backup) throws IOException {
    Path digests = backup.resolve(DIGESTS);
    if (!Files.isRegularFile(digests)) {
      throw JobException.usage(
          "cannot restore: expected a backup with %s in it, found none at %s; name a folder that unglue backup has written"
              .formatted(DIGESTS, backup));
    }
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(digests)) {
      names.add(verified(backup, line));
    }
    if (!names.contains(STORE)) {
      throw damaged("a line for " + STORE, "none", digests);
    }
    return names;
  }

  private static String verified(Path backup, String line) throws IOException {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw damaged("a digest and the name of a file of a backup", line, backup.resolve(DIGESTS));
    }
    Path file = backup.resolve(parts.group(2));
    String found = Files.isRegularFile(file) ? "SHA-256 " + digest(file) : "none";
    if (!found.equals("SHA-256 " + parts.group(1))) {
      throw damaged("a file with SHA-256 " + parts.group(1), found, file);
    }
    return parts.group(2);
  }

  private static JobException damaged(String expected, String found, Path where) {
    return JobException.usage(
        "cannot restore: expected %s, found \"%.80s\", at %s; the backup is not as it was written, take another"
            .formatted(expected, found, where));
  }
}
