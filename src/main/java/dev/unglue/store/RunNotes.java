package dev.unglue.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unglue.store.row.EndedRun;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.Durable;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.table.RunTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes of runs that are no rows yet, {@code work/FOLDER/UUID.json}, each with the name of its run,
 * so that a note that is met twice makes one row.
 *
 * <p>Those of {@code skipped} were refused because another run held the store, and is writing in
 * one transaction that may take an hour: the refused one makes a row of its note by itself only
 * where that goes at once. Else the holder does when it is done, or whoever opens the store next.
 * Those of {@code begun} belong to the run under way; where the store can be opened and one still
 * lies there, its run has died without a word.
 *
 * @param folder where the notes lie
 * @param status what becomes of a run of which only the note is left
 */
record RunNotes(Path folder, String status) {
  private static final Logger LOG = LoggerFactory.getLogger(RunNotes.class);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();
  private static final String SUFFIX = ".json";

  /** A refused run answers at once; its note does not get lost. */
  private static final int PATIENCE_MILLIS = 500;

  static RunNotes skipped(Path work) {
    return new RunNotes(work.resolve("skipped"), "skipped");
  }

  static RunNotes begun(Path work) {
    return new RunNotes(work.resolve("begun"), "broken");
  }

  /** Leaves a note, and makes a row of it if nobody is writing right now. */
  void leave(EndedRun run, Path store) {
    leave(run);
    takeInAtOnce(store);
  }

  /** Leaves a note; its name. */
  String leave(EndedRun run) {
    String name = name(run);
    leave(run, name);
    return name;
  }

  /** Leaves a note of that name. */
  void leave(EndedRun run, String name) {
    Path aside = folder.resolve(name + ".new");
    try {
      Files.createDirectories(folder);
      Files.writeString(aside, MAPPER.writeValueAsString(Note.of(run)) + "\n");
      Files.move(
          aside,
          folder.resolve(name + SUFFIX),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Durable.deleteQuietly(aside);
      LOG.warn("a run leaves no note: {} at {}", e.getMessage(), folder);
    }
  }

  /** Takes the note of that name away. */
  void remove(String name) {
    Durable.deleteQuietly(folder.resolve(name + SUFFIX));
  }

  private void takeInAtOnce(Path store) {
    if (!Files.exists(store) || Schema.check(store) != Schema.VERSION) {
      return;
    }
    try (Connection connection = Sql.openForWriting(store)) {
      Sql.execute(connection, "PRAGMA busy_timeout = " + PATIENCE_MILLIS);
      takeIn(connection);
    } catch (SQLException e) {
      LOG.debug("the note of a skipped run waits for the holder of the store: {}", e.getMessage());
    }
  }

  /** Of a planned run one row a night, however often it was tried; by hand one a process. */
  private static String name(EndedRun run) {
    RunStart start = run.start();
    String by =
        start.trigger().equals("manual")
            ? start.startedAt() + " " + ProcessHandle.current().pid()
            : start.trigger();
    String text = by + "\n" + start.nominalTime() + "\n" + run.sources();
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** What a note says, in words of its own: a note outlives the program that left it. */
  private record Note(
      String trigger,
      String startedAt,
      String nominalTime,
      String toolVersion,
      String configSha256,
      List<String> sources,
      int exitCode,
      String reason) {
    static Note of(EndedRun run) {
      RunStart start = run.start();
      return new Note(
          start.trigger(),
          start.startedAt().toString(),
          start.nominalTime().toString(),
          start.toolVersion(),
          start.configSha256(),
          run.sources(),
          run.exitCode(),
          run.reason());
    }

    EndedRun run(String status) {
      Instant at = Instant.parse(startedAt);
      RunStart start =
          new RunStart(trigger, at, Instant.parse(nominalTime), toolVersion, configSha256);
      return new EndedRun(start, sources, status, at, exitCode, reason);
    }
  }

  /** Makes rows of the notes that lie there, and takes them away. */
  void takeIn(Connection connection) throws SQLException {
    List<Path> notes = notes();
    if (notes.isEmpty()) {
      return;
    }
    Sql.inTransaction(
        connection,
        statements -> {
          for (Path note : notes) {
            add(note, new RunTable(statements));
          }
          return true;
        });
    notes.forEach(Durable::deleteQuietly);
  }

  List<Path> notes() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      LOG.warn("notes of runs cannot be read: {} at {}", e.getMessage(), folder);
      return List.of();
    }
  }

  private void add(Path note, RunTable runs) throws SQLException {
    String file = note.getFileName().toString();
    try {
      EndedRun run = MAPPER.readValue(Files.readAllBytes(note), Note.class).run(status);
      runs.addEnded(run.named(file.substring(0, file.length() - SUFFIX.length())));
    } catch (IOException | DateTimeException e) {
      LOG.warn("a note of a run cannot be read: {} at {}", e.getMessage(), note);
    }
  }
}
