package dev.unglue.publish.parquet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of tables: {@code TABLE/run=NAME/part-*.parquet}, of each run a manifest with the number
 * of rows of each table, and {@code _SUCCESS}, which is there only while all of it is whole.
 */
public record TableFolder(Path folder) {
  /** What is written last. */
  public static final String SUCCESS = "_SUCCESS";

  /** Where the manifests lie; engines pass over names that begin so. */
  public static final String MANIFESTS = "_manifest";

  /** Changes when tables or columns do. */
  public static final int FORMAT = 1;

  private static final String NO_MANIFEST = "expected a manifest in JSON, found something else";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** True if there is such a folder, be it whole or not. */
  public static boolean isOne(Path folder) {
    return Files.isDirectory(folder.resolve(MANIFESTS));
  }

  /** The text of the manifest of a run. */
  public static String manifest(String run, String parserVersion, Map<String, Long> rows) {
    ObjectNode manifest = MAPPER.createObjectNode();
    manifest.put("format", FORMAT).put("run", run).put("parser_version", parserVersion);
    ObjectNode tables = manifest.putObject("tables");
    new TreeMap<>(rows).forEach(tables::put);
    return manifest.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
  }

  /**
   * The folder, where it is whole.
   *
   * @throws StoreException that says what is missing
   */
  public static TableFolder open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StoreException("expected a folder of tables, found none at %s".formatted(folder));
    }
    if (!isOne(folder) || !Files.exists(folder.resolve(SUCCESS))) {
      throw new StoreException(
          "%s: expected tables with %s/ and %s, found none: it is no such folder, or what wrote it broke off; write it again"
              .formatted(folder, MANIFESTS, SUCCESS));
    }
    TableFolder tables = new TableFolder(folder);
    tables.manifests().forEach(manifest -> check(folder, manifest));
    return tables;
  }

  /**
   * Looks whether tables of that version may stand beside those of a manifest.
   *
   * @throws StoreException if they may not
   */
  public static void requireVersion(String folder, byte[] manifest, String parserVersion) {
    try {
      JsonNode of = MAPPER.readTree(manifest);
      check(folder, of);
      String found = of.path("parser_version").asText();
      if (!found.equals(parserVersion)) {
        throw new StoreException(
            "%s: expected tables of version %s, found run %s of version %s; name another folder"
                .formatted(folder, parserVersion, of.path("run").asText(), found));
      }
    } catch (IOException e) {
      throw new StoreException(folder + ": " + NO_MANIFEST, e);
    }
  }

  private static void check(Object folder, JsonNode manifest) {
    if (manifest.path("format").asInt() != FORMAT) {
      throw new StoreException(
          "%s: expected tables of format %d, found \"%s\" of run %s; write them with this version"
              .formatted(
                  folder, FORMAT, manifest.path("format").asText(), manifest.path("run").asText()));
    }
  }

  private List<JsonNode> manifests() {
    return list(folder.resolve(MANIFESTS), ".json").stream().map(this::manifest).toList();
  }

  private JsonNode manifest(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new StoreException(file + ": " + NO_MANIFEST, e);
    } catch (IOException e) {
      throw unread(file, e);
    }
  }

  /**
   * Streams the rows of a table, run by run and file by file.
   *
   * @throws StoreException if a run has other rows than its manifest says
   */
  public void read(TableSchema shape, Consumer<TableRow> sink) {
    for (JsonNode manifest : manifests()) {
      String run = manifest.path("run").asText();
      long expected = manifest.path("tables").path(shape.name()).asLong();
      long[] found = {0};
      for (Path part : list(folder.resolve(shape.name()).resolve("run=" + run), ".parquet")) {
        ParquetTableReader.read(
            part,
            shape,
            row -> {
              found[0]++;
              sink.accept(row);
            });
      }
      if (found[0] != expected) {
        throw new StoreException(
            "%s: table %s: expected the %d rows of the manifest of run %s, found %d; write it again"
                .formatted(folder, shape.name(), expected, run, found[0]));
      }
    }
  }

  private static List<Path> list(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw unread(folder, e);
    }
  }

  private static StoreException unread(Path file, IOException e) {
    return new StoreException(
        "%s: expected a file that can be read, found \"%s\"".formatted(file, e.getMessage()), e);
  }
}
