package dev.unglue.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that were refused because another held the store. Whoever holds it writes in one transaction
 * that may take an hour, so the refused one leaves a note beside the store, {@code
 * work/skipped/UUID.json}, and turns it into a row by itself only where that goes at once. Else the
 * holder does when it is done, or whoever opens the store next. The name of the run is that of the
 * note, so a note that is met twice makes one row.
 */
final class SkippedRuns {
  private static final Logger LOG = LoggerFactory.getLogger(SkippedRuns.class);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FOLDER = "skipped";
  private static final String SUFFIX = ".json";

  /** A refused run answers at once; its note does not get lost. */
  private static final int PATIENCE_MILLIS = 500;

  private final Path folder;

  /**
   * @param work the folder of the store
   */
  SkippedRuns(Path work) {
    this.folder = work.resolve(FOLDER);
  }

  /** Leaves a note, and makes a row of it if nobody is writing right now. */
  void leave(EndedRun run, Path store) {
    try {
      Files.createDirectories(folder);
      String name = name(run);
      Path aside = folder.resolve(name + ".new");
      Files.writeString(aside, json(run));
      Files.move(
          aside,
          folder.resolve(name + SUFFIX),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("a skipped run leaves no note: {} at {}", e.getMessage(), folder);
      return;
    }
    takeInAtOnce(store);
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

  private static String json(EndedRun run) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("trigger", run.start().trigger());
    json.put("started_at", run.start().startedAt().toString());
    json.put("nominal_time", run.start().nominalTime().toString());
    json.put("tool_version", run.start().toolVersion());
    json.put("config_sha256", run.start().configSha256());
    run.sources().forEach(json.putArray("sources")::add);
    json.put("exit_code", run.exitCode());
    json.put("reason", run.reason());
    return json + "\n";
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

  private List<Path> notes() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      LOG.warn("notes of skipped runs cannot be read: {} at {}", e.getMessage(), folder);
      return List.of();
    }
  }

  private static void add(Path note, RunTable runs) throws SQLException {
    String file = note.getFileName().toString();
    try {
      runs.addSkipped(file.substring(0, file.length() - SUFFIX.length()), read(note));
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("a note of a skipped run cannot be read: {} at {}", e.getMessage(), note);
    }
  }

  private static EndedRun read(Path note) throws IOException {
    JsonNode json;
    try {
      json = MAPPER.readTree(Files.readAllBytes(note));
    } catch (JsonProcessingException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
    Instant at = time(json, "started_at");
    List<String> sources = new ArrayList<>();
    json.path("sources").forEach(source -> sources.add(source.asText()));
    RunStart start =
        new RunStart(
            json.path("trigger").asText(),
            at,
            time(json, "nominal_time"),
            json.path("tool_version").asText(),
            json.path("config_sha256").asText());
    return new EndedRun(
        start,
        sources,
        "skipped",
        at,
        json.path("exit_code").asInt(),
        json.path("reason").asText());
  }

  private static Instant time(JsonNode json, String key) throws IOException {
    try {
      return Instant.parse(json.path(key).asText());
    } catch (java.time.format.DateTimeParseException e) {
      throw new IOException(key + ": " + e.getMessage(), e);
    }
  }
}
