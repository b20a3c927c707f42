package dev.unglue.config;

import dev.unglue.model.Catalogue;
import dev.unglue.model.Decisions;
import dev.unglue.model.FlagDecision;
import dev.unglue.model.Observation;
import dev.unglue.model.RowDecision;
import dev.unglue.model.Signature;
import dev.unglue.text.InvisibleCharacters;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads and writes {@code decisions.csv}: what people have decided, a line each, with a header.
 *
 * <p>The kind {@code row} says how a row is read, {@code flag} that a flag is accepted.
 */
public final class DecisionsFile {
  /** Its name in the configuration. */
  public static final String NAME = "decisions.csv";

  /** The columns, in the order in which they are written. */
  public static final List<String> COLUMNS =
      List.of(
          "kind",
          "page",
          "raw_sha256",
          "rule",
          "subject",
          "attribute",
          "member",
          "found",
          "expected",
          "choice",
          "holds_for",
          "who",
          "decided_at",
          "why");

  /** What a list of open questions has beside them; who answers may leave it in. */
  public static final String CANDIDATES = "candidates";

  /** The choice that accepts a flag. */
  public static final String ACCEPTED = "accepted";

  private static final List<String> SIGNED = List.of("who", "decided_at", "why");
  private static final String BETWEEN = " | ";
  private static final Pattern SHA = Pattern.compile("[0-9a-f]{64}");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private final String file;
  private final Catalogue catalogue;
  private final Problems problems;
  private final Optional<Signature> by;
  private final Map<String, RowDecision> rows = new LinkedHashMap<>();
  private final Map<String, FlagDecision> flags = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private DecisionsFile(
      String file, Catalogue catalogue, Problems problems, Optional<Signature> by) {
    this.file = file;
    this.catalogue = catalogue;
    this.problems = problems;
    this.by = by;
  }

  static Decisions read(ConfigFiles files, Catalogue catalogue, Problems problems) {
    if (!files.has(NAME)) {
      return Decisions.NONE;
    }
    DecisionsFile read =
        new DecisionsFile(files.shown(NAME), catalogue, problems, Optional.empty());
    return files.text(NAME).map(read::decisions).orElse(Decisions.NONE);
  }

  /**
   * Reads answers from elsewhere: lines without a choice are left out.
   *
   * @param file as problems name it
   * @param by whose word it is where a line does not say so; a line then needs not say it
   * @throws ConfigException that lists all that is wrong
   */
  public static Decisions readAnswers(String file, String text, Catalogue catalogue, Signature by) {
    Problems problems = new Problems();
    Decisions read = new DecisionsFile(file, catalogue, problems, Optional.of(by)).decisions(text);
    problems.throwIfAny();
    return read;
  }

  // --- reading --------------------------------------------------------------------------------

  /** One line with what its columns hold. */
  private record Entry(int line, Map<String, String> cells) {
    String get(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private Decisions decisions(String text) {
    String content = InvisibleCharacters.withoutByteOrderMark(text);
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(content), FORMAT)) {
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
    return new Decisions(List.copyOf(rows.values()), List.copyOf(flags.values()));
  }

  private List<String> header(CSVRecord first) {
    List<String> header = Arrays.asList(first.values());
    for (String column : header) {
      if (!COLUMNS.contains(column) && !(by.isPresent() && column.equals(CANDIDATES))) {
        problems.add(
            file,
            1,
            "",
            "unknown column: expected %s, found %s%s"
                .formatted(
                    String.join(", ", COLUMNS),
                    YamlNode.quoted(column),
                    Spelling.hint(column, COLUMNS)));
      }
    }
    for (String column : COLUMNS) {
      boolean needed = by.isEmpty() || !SIGNED.contains(column);
      if (needed && !header.contains(column)) {
        problems.add(file, 1, "", "the column " + column + " is missing");
      }
    }
    return header;
  }

  private Optional<Entry> entry(CSVRecord read, List<String> header, int line) {
    if (read.size() != header.size()) {
      problems.add(
          file,
          line,
          "",
          "expected %d cells as in the first line, found %d".formatted(header.size(), read.size()));
      return Optional.empty();
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), read.get(i));
    }
    Entry entry = new Entry(line, cells);
    return by.isPresent() && entry.get("choice").isBlank() ? Optional.empty() : Optional.of(entry);
  }

  private void take(Entry entry) {
    switch (entry.get("kind")) {
      case "row" -> takeRow(entry);
      case "flag" -> takeFlag(entry);
      default -> wrong(entry, "kind", "expected row or flag, found " + quoted(entry, "kind"));
    }
  }

  private void takeRow(Entry entry) {
    List<String> subjects = cells(entry.get("subject"));
    List<String> choice = cells(entry.get("choice"));
    if (!SHA.matcher(entry.get("raw_sha256")).matches()) {
      wrong(entry, "raw_sha256", "expected 64 hex digits, found " + quoted(entry, "raw_sha256"));
    }
    checkAttribute(entry);
    if (choice.size() != subjects.size() || choice.size() < 2) {
      wrong(
          entry,
          "choice",
          "expected a cell for each of %s, as in \"a | b\", found %s"
              .formatted(quoted(entry, "subject"), quoted(entry, "choice")));
    }
    if (!List.of("capture", "subject").contains(entry.get("holds_for"))) {
      wrong(entry, "holds_for", "expected capture or subject, found " + quoted(entry, "holds_for"));
    }
    RowDecision made =
        new RowDecision(
            needed(entry, "page"),
            entry.get("raw_sha256"),
            subjects,
            entry.get("attribute"),
            entry.get("member"),
            needed(entry, "found"),
            choice,
            entry.get("holds_for").equals("subject"),
            signature(entry));
    once(entry, made.key());
    rows.put(made.key(), made);
  }

  private void takeFlag(Entry entry) {
    if (!entry.get("choice").equals(ACCEPTED)) {
      wrong(entry, "choice", "expected accepted, found " + quoted(entry, "choice"));
    }
    if (!entry.get("attribute").isEmpty()) {
      checkAttribute(entry);
    }
    FlagDecision made =
        new FlagDecision(
            needed(entry, "rule"),
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
      wrong(
          entry,
          "attribute",
          "expected an attribute of attributes.yaml or unmapped, found %s%s"
              .formatted(quoted(entry, "attribute"), Spelling.hint(entry.get("attribute"), known)));
    }
  }

  private Signature signature(Entry entry) {
    String who = signed(entry, "who", by.map(Signature::who).orElse(""));
    String why = signed(entry, "why", by.map(Signature::why).orElse(""));
    return new Signature(who, at(entry), why, file + ":" + entry.line());
  }

  private String signed(Entry entry, String column, String usual) {
    return entry.get(column).isBlank() && !usual.isBlank() ? usual : needed(entry, column);
  }

  private Instant at(Entry entry) {
    String text = entry.get("decided_at");
    if (text.isEmpty() && by.isPresent()) {
      return by.get().at();
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      wrong(
          entry,
          "decided_at",
          "expected an instant such as 2026-01-31T02:30:00Z, found " + quoted(entry, "decided_at"));
      return Instant.EPOCH;
    }
  }

  private void once(Entry entry, String key) {
    Integer before = lines.putIfAbsent(key, entry.line());
    if (before != null) {
      wrong(entry, "found", "decided already, in line " + before + "; keep one of the two");
    }
  }

  private String needed(Entry entry, String column) {
    if (entry.get(column).isBlank()) {
      wrong(entry, column, "expected a text, found none");
    }
    return entry.get(column);
  }

  private void wrong(Entry entry, String column, String message) {
    problems.add(file, entry.line(), column, message);
  }

  private static String quoted(Entry entry, String column) {
    return YamlNode.quoted(entry.get(column));
  }

  /** The cells of {@code "22,478 | 7,596"}; an empty one is a cell without a value. */
  public static List<String> cells(String joined) {
    return Arrays.stream(joined.split("\\|", -1)).map(String::strip).toList();
  }

  // --- writing --------------------------------------------------------------------------------

  /** The file with these decisions, in an order that does not depend on when they were made. */
  public static String write(Decisions decisions) {
    List<List<String>> lines = new ArrayList<>();
    decisions.rows().stream()
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .forEach(each -> lines.add(line(each)));
    decisions.flags().stream()
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .forEach(each -> lines.add(line(each)));
    StringBuilder text = new StringBuilder(FORMAT.format(COLUMNS.toArray())).append('\n');
    lines.forEach(line -> text.append(FORMAT.format(line.toArray())).append('\n'));
    return text.toString();
  }

  private static List<String> line(RowDecision each) {
    return List.of(
        "row",
        each.page(),
        each.rawSha256(),
        "",
        String.join(BETWEEN, each.subjects()),
        each.attribute(),
        each.label(),
        each.text(),
        "",
        String.join(BETWEEN, each.cells()),
        each.forSubjects() ? "subject" : "capture",
        each.by().who(),
        each.by().at().toString(),
        each.by().why());
  }

  private static List<String> line(FlagDecision each) {
    return List.of(
        "flag",
        each.page(),
        "",
        each.rule(),
        each.subject(),
        each.attribute(),
        each.member(),
        each.actual(),
        each.expected(),
        ACCEPTED,
        "",
        each.by().who(),
        each.by().at().toString(),
        each.by().why());
  }
}
