package dev.unglue.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.bench.BatchBench.Published;
import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.GeneratedPage;
import dev.unglue.config.AlertSettings;
import dev.unglue.config.Settings;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Decisions;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.Progress;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.pipeline.run.MainJob;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Takes pages through the whole main job, in a folder of its own, to the facts that it publishes.
 */
final class BatchRun {
  private static final String PAGES = "pages.jsonl";
  private static final Instant WHEN = Instant.parse("2026-01-01T00:00:00Z");

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private BatchRun() {}

  /** The facts that a run over these pages publishes, read with what {@code known} knows. */
  static List<Published> facts(List<Comparison> pages, Settings given, Catalogue known) {
    try {
      Path folder = Files.createTempDirectory("unglue-bench");
      try {
        write(folder.resolve(PAGES), pages);
        MainJob.run(request(folder, given, known), Progress.SILENT);
        return read(folder.resolve("out").resolve("csv").resolve("facts.csv"));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run the batch: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, List<Comparison> pages) throws IOException {
    ObjectMapper json = new ObjectMapper();
    StringBuilder lines = new StringBuilder();
    for (Comparison page : pages) {
      GeneratedPage printed = page.print(Dialect.GLUED);
      ObjectNode line = json.createObjectNode();
      line.put("url", printed.url()).put("text", printed.text());
      lines.append(json.writeValueAsString(line)).append('\n');
    }
    Files.writeString(file, lines);
  }

  private static JobRequest request(Path folder, Settings given, Catalogue known) {
    Settings settings =
        new Settings(
            given.origin(),
            known,
            given.statements(),
            given.rules(),
            given.expectations(),
            Map.of(),
            given.gate(),
            given.fetch(),
            AlertSettings.NONE,
            Decisions.NONE,
            Map.of(),
            given.configSha256());
    return new JobRequest(
        settings,
        List.of(),
        List.of(PAGES),
        folder,
        folder.resolve("out"),
        folder.resolve("raw"),
        Clock.fixed(WHEN, ZoneOffset.UTC),
        THREADS,
        "bench",
        Instant.MIN,
        RunTrigger.manual());
  }

  private static List<Published> read(Path csv) throws IOException {
    List<Published> facts = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(csv);
        CSVParser rows = CSVParser.parse(reader, format)) {
      for (CSVRecord row : rows) {
        if (row.get("valid_to").isEmpty()) {
          facts.add(new Published(row.get("slug"), row.get("attribute"), row.get("value_text")));
        }
      }
    }
    return facts;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
