package dev.unglue.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.bench.page.NamePool;
import dev.unglue.pipeline.request.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the files that a user may give to the benchmark. */
final class BenchFiles {
  private static final String CITIES = "cities";
  private static final String SUBJECTS = "occupations";

  private BenchFiles() {}

  /** Lists of names: {@code {"companies": [...], "cities": [...]}}, by the name of their list. */
  static Map<String, List<String>> names(Path file) {
    JsonNode root = parse(file, read(file), 1);
    Map<String, List<String>> names = new TreeMap<>();
    root.properties()
        .forEach(
            list -> {
              List<String> texts = texts(list.getValue());
              if (!texts.isEmpty()) {
                names.put(list.getKey(), texts);
              }
            });
    if (names.isEmpty()) {
      throw wrong(
          file, 1, "expected lists of names such as {\"companies\": [\"IBM\"]}, found none");
    }
    return names;
  }

  /** The pool with the cities and subjects of a file in the place of its own. */
  static NamePool with(NamePool pool, Map<String, List<String>> names) {
    NamePool cities =
        names.containsKey(CITIES)
            ? pool.with(Map.of(NamePool.CITY, names.getOrDefault(CITIES, List.of())))
            : pool;
    return names.containsKey(SUBJECTS)
        ? cities.withSubjects(names.getOrDefault(SUBJECTS, List.of()))
        : cities;
  }

  /**
   * Tables of other sites, one a line: {@code {"url", "header_raw", "rows": [{"raw", "cells"}]}}.
   */
  static List<SiteTable> sites(Path file) {
    List<SiteTable> tables = new ArrayList<>();
    List<String> lines = read(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        tables.add(site(file, i + 1, parse(file, lines.get(i), i + 1)));
      }
    }
    return tables;
  }

  private static SiteTable site(Path file, int line, JsonNode page) {
    StringBuilder text = new StringBuilder(page.path("header_raw").asText());
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : page.path("rows")) {
      text.append('\n').append(row.path("raw").asText());
      rows.add(texts(row.path("cells")));
    }
    if (rows.isEmpty() || rows.stream().anyMatch(List::isEmpty)) {
      throw wrong(file, line, "expected rows with raw and cells, found a row without");
    }
    return new SiteTable(page.path("url").asText(), text.append('\n').toString(), rows);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new JobException(
          JobException.Reason.USAGE,
          "cannot read %s: expected a text file in UTF-8, found %s; give another file"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  private static JsonNode parse(Path file, String json, int line) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw wrong(file, line, "expected JSON: " + e.getOriginalMessage());
    }
  }

  private static JobException wrong(Path file, int line, String message) {
    return new JobException(JobException.Reason.USAGE, "%s:%d: %s".formatted(file, line, message));
  }
}
