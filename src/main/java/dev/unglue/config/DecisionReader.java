package dev.unglue.config;

import dev.unglue.config.yaml.Problems;
import dev.unglue.config.yaml.Spelling;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.model.value.Signature;
import dev.unglue.model.value.Span;
import dev.unglue.text.InvisibleCharacters;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the lines of a {@code decisions.csv} and notes all that is wrong with them. */
final class DecisionReader {
  private static final List<String> SIGNED = List.of("who", "decided_at", "why");
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");
  private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");

  private final String file;
  private final Catalogue catalogue;
  private final Problems problems;
  private final Optional<Signature> by;
  private final Map<String, RowDecision> rows = new LinkedHashMap<>();
  private final Map<String, ValueDecision> values = new LinkedHashMap<>();
  private final Map<String, FlagDecision> flags = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * @param file as problems name it
   * @param by whose word it is where a line does not say so; empty where each line has to, and to
   *     have a choice
   */
  DecisionReader(String file, Catalogue catalogue, Problems problems, Optional<Signature> by) {
    this.file = file;
    this.catalogue = catalogue;
    this.problems = problems;
    this.by = by;
  }

  /** One line with what its columns hold. */
  private final class Entry {
    private final int line;
    private final Map<String, String> cells = new HashMap<>();

    Entry(int line, List<String> header, CSVRecord read) {
      this.line = line;
      for (int i = 0; i < header.size(); i++) {
        cells.put(header.get(i), read.get(i));
      }
    }

    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    String quoted(String column) {
      return Spelling.quoted(get(column));
    }

    /** What stands there, which must not be blank. */
    String needed(String column) {
      if (get(column).isBlank()) {
        wrong(column, "expected a text, found none");
      }
      return get(column);
    }

    void wrong(String column, String message) {
      problems.add(file, line, column, message);
    }

    void expected(String column, String what) {
      wrong(column, "expected " + what + ", found " + quoted(column));
    }
  }

  Decisions read(String text) {
    String content = InvisibleCharacters.withoutByteOrderMark(text);
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(content), DecisionsFile.FORMAT)) {
      List<String> header = List.of();
      for (CSVRecord each : parser) {
        if (header.isEmpty()) {
          header = header(each);
        } else if (each.size() > 1 || !each.get(0).isEmpty()) {
          entry(each, header, line).ifPresent(this::take);
        }
        line = 1 + (int) parser.getCurrentLineNumber();
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      problems.add(file, line, "", "expected CSV (RFC 4180), found a line that is none");
    }
    return new Decisions(
        List.copyOf(rows.values()), List.copyOf(values.values()), List.copyOf(flags.values()));
  }

  private List<String> header(CSVRecord first) {
    List<String> header = Arrays.asList(first.values());
    for (String column : header) {
      boolean question = by.isPresent() && column.equals(DecisionsFile.CANDIDATES);
      if (!DecisionsFile.COLUMNS.contains(column) && !question) {
        String expected = "unknown column: expected " + String.join(", ", DecisionsFile.COLUMNS);
        String found = Spelling.quoted(column) + Spelling.hint(column, DecisionsFile.COLUMNS);
        problems.add(file, 1, "", expected + ", found " + found);
      }
    }
    for (String column : DecisionsFile.COLUMNS) {
      boolean needed = by.isEmpty() || !SIGNED.contains(column);
      if (needed && !header.contains(column)) {
        problems.add(file, 1, "", "the column " + column + " is missing");
      }
    }
    return header;
  }

  private Optional<Entry> entry(CSVRecord read, List<String> header, int line) {
    if (read.size() != header.size()) {
      String message = "expected %d cells as in the first line, found %d";
      problems.add(file, line, "", message.formatted(header.size(), read.size()));
      return Optional.empty();
    }
    Entry entry = new Entry(line, header, read);
    return by.isPresent() && entry.get("choice").isBlank() ? Optional.empty() : Optional.of(entry);
  }

  private void take(Entry entry) {
    switch (entry.get("kind")) {
      case "row" -> takeRow(entry);
      case "value" -> takeValue(entry);
      case "flag" -> takeFlag(entry);
      default -> entry.expected("kind", "row, value or flag");
    }
  }

  private void takeRow(Entry entry) {
    List<String> subjects = DecisionsFile.cells(entry.get("subject"));
    List<String> choice = DecisionsFile.cells(entry.get("choice"));
    checkContent(entry);
    if (choice.size() != subjects.size() || choice.size() < 2) {
      String cells = "a cell for each of " + entry.quoted("subject") + ", as in \"a | b\"";
      entry.expected("choice", cells);
    }
    if (!List.of(DecisionsFile.CAPTURE, DecisionsFile.SUBJECT).contains(entry.get("holds_for"))) {
      entry.expected("holds_for", "capture or subject");
    }
    RowDecision made =
        new RowDecision(
            entry.needed("page"),
            entry.get("raw_sha256"),
            subjects,
            entry.get("attribute"),
            entry.get("member"),
            entry.needed("found"),
            choice,
            entry.get("holds_for").equals(DecisionsFile.SUBJECT),
            signature(entry));
    once(entry, made.key());
    rows.put(made.key(), made);
  }

  private void checkContent(Entry entry) {
    if (!SHA.matcher(entry.get("raw_sha256")).matches()) {
      entry.expected("raw_sha256", "64 hex digits");
    }
    checkAttribute(entry);
  }

  private void takeValue(Entry entry) {
    checkContent(entry);
    Matcher place = PLACE.matcher(entry.get("choice"));
    Span span = new Span(0, 0);
    if (place.matches() && number(place, 1) < number(place, 2)) {
      span = new Span(number(place, 1), number(place, 2));
    } else {
      entry.expected("choice", "a place such as 120-127");
    }
    if (!entry.get("holds_for").equals(DecisionsFile.CAPTURE)) {
      entry.expected("holds_for", DecisionsFile.CAPTURE);
    }
    ValueDecision made =
        new ValueDecision(
            entry.needed("page"),
            entry.get("raw_sha256"),
            entry.needed("subject"),
            entry.get("attribute"),
            entry.get("member"),
            entry.needed("found"),
            span,
            signature(entry));
    once(entry, made.key());
    values.put(made.key(), made);
  }

  private static int number(Matcher place, int group) {
    return Integer.parseInt(place.group(group));
  }

  private void takeFlag(Entry entry) {
    if (!entry.get("choice").equals(DecisionsFile.ACCEPTED)) {
      entry.expected("choice", "accepted");
    }
    if (!entry.get("attribute").isEmpty()) {
      checkAttribute(entry);
    }
    FlagDecision made =
        new FlagDecision(
            entry.needed("rule"),
            entry.get("page"),
            entry.get("subject"),
            entry.get("attribute"),
            entry.get("member"),
            entry.get("expected"),
            entry.get("found"),
            signature(entry));
    once(entry, made.key());
    flags.put(made.key(), made);
  }

  private void checkAttribute(Entry entry) {
    TreeSet<String> known = new TreeSet<>(catalogue.attributes().keySet());
    known.add(Observation.UNMAPPED);
    if (!known.contains(entry.get("attribute"))) {
      String message = "expected an attribute of attributes.yaml or unmapped, found ";
      String hint = Spelling.hint(entry.get("attribute"), known);
      entry.wrong("attribute", message + entry.quoted("attribute") + hint);
    }
  }

  private Signature signature(Entry entry) {
    String who = signed(entry, "who", by.map(Signature::who).orElse(""));
    String why = signed(entry, "why", by.map(Signature::why).orElse(""));
    return new Signature(who, at(entry), why, file + ":" + entry.line);
  }

  private String signed(Entry entry, String column, String usual) {
    return entry.get(column).isBlank() && !usual.isBlank() ? usual : entry.needed(column);
  }

  private Instant at(Entry entry) {
    String text = entry.get("decided_at");
    if (text.isEmpty() && by.isPresent()) {
      return by.get().at();
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      entry.expected("decided_at", "an instant such as 2026-01-31T02:30:00Z");
      return Instant.EPOCH;
    }
  }

  private void once(Entry entry, String key) {
    Integer before = lines.putIfAbsent(key, entry.line);
    if (before != null) {
      entry.wrong("found", "decided already, in line " + before + "; keep one of the two");
    }
  }
}
