package dev.unglue.config;

import dev.unglue.config.yaml.Problems;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.model.value.Signature;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * Reads and writes {@code decisions.csv}: what people have decided, a line each, with a header.
 *
 * <p>The kind {@code row} says how a row is read, {@code value} where a value was missed, {@code
 * flag} that a flag is accepted.
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

  /** A decision that holds for one content. */
  static final String CAPTURE = "capture";

  /** One that holds for its subjects wherever they are left open. */
  static final String SUBJECT = "subject";

  static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private static final String BETWEEN = " | ";

  private DecisionsFile() {}

  static Decisions read(ConfigFiles files, Catalogue catalogue, Problems problems) {
    if (!files.has(NAME)) {
      return Decisions.NONE;
    }
    DecisionReader reader =
        new DecisionReader(files.shown(NAME), catalogue, problems, Optional.empty());
    return files.text(NAME).map(reader::read).orElse(Decisions.NONE);
  }

  /**
   * Reads answers from elsewhere: lines without a choice are left out.
   *
   * @param file as problems name it
   * @param by whose word it is where a line does not say so; a line then needs not say it
   * @throws dev.unglue.config.yaml.ConfigException that lists all that is wrong
   */
  public static Decisions readAnswers(String file, String text, Catalogue catalogue, Signature by) {
    Problems problems = new Problems();
    Decisions read = new DecisionReader(file, catalogue, problems, Optional.of(by)).read(text);
    problems.throwIfAny();
    return read;
  }

  /**
   * Reads the file as it is kept.
   *
   * @param file as problems name it
   * @throws dev.unglue.config.yaml.ConfigException that lists all that is wrong
   */
  public static Decisions readKept(String file, String text, Catalogue catalogue) {
    Problems problems = new Problems();
    Decisions read = new DecisionReader(file, catalogue, problems, Optional.empty()).read(text);
    problems.throwIfAny();
    return read;
  }

  /** The cells of {@code "22,478 | 7,596"}; an empty one is a cell without a value. */
  public static List<String> cells(String joined) {
    return Arrays.stream(joined.split("\\|", -1)).map(String::strip).toList();
  }

  // --- writing --------------------------------------------------------------------------------

  /** The file with these decisions, in an order that does not depend on when they were made. */
  public static String write(Decisions decisions) {
    Stream<List<String>> rows =
        decisions.rows().stream()
            .sorted(Comparator.comparing(RowDecision::key))
            .map(DecisionsFile::line);
    Stream<List<String>> flags =
        decisions.flags().stream()
            .sorted(Comparator.comparing(FlagDecision::key))
            .map(DecisionsFile::line);
    Stream<List<String>> values =
        decisions.values().stream()
            .sorted(Comparator.comparing(ValueDecision::key))
            .map(DecisionsFile::line);
    return Stream.of(Stream.of(COLUMNS), rows, values, flags)
        .flatMap(lines -> lines)
        .map(line -> FORMAT.format(line.toArray()) + '\n')
        .collect(Collectors.joining());
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
        each.forSubjects() ? SUBJECT : CAPTURE,
        each.by().who(),
        each.by().at().toString(),
        each.by().why());
  }

  private static List<String> line(ValueDecision each) {
    return List.of(
        "value",
        each.page(),
        each.rawSha256(),
        "",
        each.subject(),
        each.attribute(),
        each.member(),
        each.text(),
        "",
        each.at(),
        CAPTURE,
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
