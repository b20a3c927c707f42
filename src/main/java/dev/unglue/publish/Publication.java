package dev.unglue.publish;

import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Durable;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The published file and the CSVs as one: first the database in one step, then the CSVs from it,
 * their descriptor last. A note in the work folder says that this is under way, so that a publish
 * that was killed half way is brought to its end before anything else happens.
 */
public final class Publication {
  private static final String NOTE = "publishing";

  private Publication() {}

  /**
   * Publishes what the store holds.
   *
   * @param outFolder the output folder
   * @return the files written, the database first
   * @throws StoreException if a file cannot be written; the last published database, or the new
   *     one, is then whole
   */
  public static List<Path> publish(WorkStore store, Path outFolder) {
    return publish(store, outFolder, Optional.empty());
  }

  private static List<Path> publish(WorkStore store, Path outFolder, Optional<CsvNews> news) {
    return write(
        store,
        outFolder,
        () -> {
          List<Path> files = new ArrayList<>();
          files.add(Publisher.publish(store, outFolder));
          files.addAll(CsvExport.export(files.get(0), csv(outFolder), news));
          return files;
        });
  }

  /**
   * Publishes what the store holds after a run. Where that is what is published already, but for
   * what tells of the run, only that is written; where it changes little, only that of the large
   * CSVs.
   *
   * @throws StoreException as {@link #publish} does
   */
  public static void publishRun(WorkStore store, Path outFolder) {
    if (!Publisher.isPublished(store, outFolder) || !CsvExport.isWhole(csv(outFolder))) {
      Path published = outFolder.resolve(Publisher.FILE);
      publish(store, outFolder, CsvNews.of(published, store.file(), csv(outFolder)));
      return;
    }
    write(
        store,
        outFolder,
        () -> {
          Path database = Publisher.publishRuns(store, outFolder);
          CsvExport.exportRuns(database, csv(outFolder));
          return List.of(database);
        });
  }

  /** A note stands while it is under way; only then all counts as published. */
  private static List<Path> write(WorkStore store, Path outFolder, Supplier<List<Path>> writing) {
    announce(outFolder);
    try {
      List<Path> files = writing.get();
      Files.deleteIfExists(note(outFolder));
      store.notePublished();
      return files;
    } catch (IOException e) {
      throw unwritten(outFolder, e);
    }
  }

  /**
   * Notes that the published file is about to be another; {@link #recover} makes the CSVs of it,
   * now or when the next run begins.
   *
   * @throws StoreException if the folder cannot be written
   */
  public static void announce(Path outFolder) {
    try {
      Files.createDirectories(outFolder.resolve("work"));
      Files.write(note(outFolder), new byte[0]);
      Durable.syncFolder(outFolder.resolve("work"));
    } catch (IOException e) {
      throw unwritten(outFolder, e);
    }
  }

  /**
   * Brings a publish to its end that was broken off: the CSVs are written from the database that is
   * there. Does nothing where none was.
   *
   * @param store open for writing, so that nobody publishes meanwhile
   * @throws StoreException if a file cannot be written
   */
  public static void recover(WorkStore store, Path outFolder) {
    Path database = outFolder.resolve(Publisher.FILE);
    if (!Files.exists(note(outFolder)) || !Files.exists(store.file())) {
      return;
    }
    if (Files.exists(database)) {
      CsvExport.export(database, csv(outFolder));
    }
    try {
      Files.deleteIfExists(note(outFolder));
    } catch (IOException e) {
      throw unwritten(outFolder, e);
    }
  }

  private static Path csv(Path outFolder) {
    return outFolder.resolve("csv");
  }

  private static Path note(Path outFolder) {
    return outFolder.resolve("work").resolve(NOTE);
  }

  private static StoreException unwritten(Path outFolder, IOException e) {
    return new StoreException(
        "cannot publish: expected a folder that may be written and has space, found \"%s\" at %s"
            .formatted(e.getMessage(), note(outFolder)),
        e);
  }
}
