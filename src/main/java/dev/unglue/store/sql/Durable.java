package dev.unglue.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Makes files last, and clears away what a broken run has left. */
public final class Durable {
  private static final List<String> JOURNALS = List.of("-journal", "-wal", "-shm");

  private Durable() {}

  /** Forces the file to the disk. */
  public static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Forces a rename in the folder to the disk, where the system knows such a thing. */
  public static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folder, and needs no sync of one: the rename itself has succeeded.
      return;
    }
  }

  /** True if a program has left a journal beside the database. */
  public static boolean hasJournals(Path database) {
    return JOURNALS.stream()
        .anyMatch(suffix -> Files.exists(database.resolveSibling(database.getFileName() + suffix)));
  }

  public static void deleteJournals(Path database) throws IOException {
    for (String suffix : JOURNALS) {
      Files.deleteIfExists(database.resolveSibling(database.getFileName() + suffix));
    }
  }

  /** The same for the way out. */
  public static void deleteJournalsQuietly(Path database) {
    JOURNALS.forEach(
        suffix -> deleteQuietly(database.resolveSibling(database.getFileName() + suffix)));
  }

  /** What SQLite has left beside a database goes with it. */
  public static void moveJournals(Path database, Path moved) throws IOException {
    for (String suffix : JOURNALS) {
      Path journal = database.resolveSibling(database.getFileName() + suffix);
      if (Files.exists(journal)) {
        Files.move(journal, moved.resolveSibling(moved.getFileName() + suffix));
      }
    }
  }

  /** For the way out: a leftover is cleared by the next run anyhow. */
  public static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The failure that brought us here is the one worth telling.
      return;
    }
  }
}
