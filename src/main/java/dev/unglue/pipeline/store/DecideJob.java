package dev.unglue.pipeline.store;

import dev.unglue.config.Settings;
import dev.unglue.config.yaml.Problems;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.Slice;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.page.PageParser;
import dev.unglue.pipeline.parse.RuleConfig;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.store.FlagList;
import dev.unglue.store.UndecidedList;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.row.UndecidedRow;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What waits for a person's word, and what becomes of the word. */
public final class DecideJob {
  /** Flags that are answered when the row is. */
  private static final Set<String> DOUBTS = Set.of("split_ambiguous", "short_row_side_ambiguous");

  /** Flags whose cause lies in a rule or in a decision, which are to be mended there. */
  private static final Set<String> OF_NO_PAGE = Set.of("rule_not_evaluated", "decision_stale");

  private final Request request;
  private final WorkStore store;

  private DecideJob(Request request, WorkStore store) {
    this.request = request;
    this.store = store;
  }

  /**
   * What is asked for.
   *
   * @param settings the configuration
   * @param out the folder of the results
   * @param config the folder of the configuration; answers are kept there
   * @param workingFolder where the paths of captures begin
   * @param rule id of a rule; empty for all
   * @param subject slug or name of a subject; empty for all
   */
  public record Request(
      Settings settings, Path out, Path config, Path workingFolder, String rule, String subject) {}

  /** One thing to decide. */
  public sealed interface Question {}

  /**
   * How is the row to be read?
   *
   * @param row the row
   * @param readings the likeliest, best first, with the evidence where the capture is still there
   * @param around the text around it
   */
  public record RowQuestion(UndecidedRow row, List<Reading> readings, String around)
      implements Question {
    /** Copies the readings. */
    public RowQuestion {
      readings = List.copyOf(readings);
    }
  }

  /**
   * Is the flag accepted as it is?
   *
   * @param flag the flag
   * @param quarantined true if its row lies in quarantine
   * @param here the text around the actual value; empty where there is none
   * @param there the text around the other value; empty where there is none
   */
  public record FlagQuestion(FlagRow flag, boolean quarantined, String here, String there)
      implements Question {}

  /**
   * What waits and a person can decide, rows before flags, the worst flags first.
   *
   * @throws JobException if nothing is stored
   */
  public static List<Question> undecided(Request request) {
    return StoreReading.ask(request.out(), store -> new DecideJob(request, store).questions());
  }

  private List<Question> questions() {
    UndecidedList list = new UndecidedList(store);
    List<UndecidedRow> rows = list.rows().stream().filter(this::isWanted).toList();
    Set<FlagRow.Place> open = rows.stream().map(UndecidedRow::at).collect(Collectors.toSet());
    List<FlagRow> flags =
        new FlagList(store)
            .find("", request.rule(), request.subject()).stream()
                .filter(flag -> !flag.state().equals("silenced"))
                .filter(this::isForAPerson)
                .filter(flag -> !(DOUBTS.contains(flag.rule()) && isAt(flag, open)))
                .toList();
    Map<String, Capture> texts =
        RawTexts.of(
            Stream.concat(open.stream(), flags.stream().flatMap(RawTexts::places)),
            request.workingFolder());
    List<Question> questions = new ArrayList<>(ofRows(rows, texts));
    Set<FlagRow.Place> quarantined = list.quarantined();
    for (FlagRow flag : flags) {
      questions.add(
          new FlagQuestion(
              flag,
              isAt(flag, quarantined),
              RawTexts.around(flag.here(), texts),
              RawTexts.around(flag.there(), texts)));
    }
    return questions;
  }

  /** What is only counted, or tells of a run and not of a page, is asked for by its rule alone. */
  private boolean isForAPerson(FlagRow flag) {
    boolean ofPage = !flag.page().isEmpty() && !OF_NO_PAGE.contains(flag.rule());
    return !request.rule().isEmpty() || (ofPage && !flag.severity().equals("info"));
  }

  private static boolean isAt(FlagRow flag, Set<FlagRow.Place> places) {
    FlagRow.Place here = flag.here();
    return here != null && places.contains(here);
  }

  private boolean isWanted(UndecidedRow row) {
    String slug = Subject.slugOf(request.subject());
    boolean rule = request.rule().isEmpty() || DOUBTS.contains(request.rule());
    boolean subject =
        request.subject().isEmpty()
            || row.subjects().stream().anyMatch(name -> Subject.slugOf(name).equals(slug));
    return rule && subject && row.subjects().size() >= 2;
  }

  // --- readings and their evidence ------------------------------------------------------------

  private List<RowQuestion> ofRows(List<UndecidedRow> rows, Map<String, Capture> texts) {
    PageParser parser =
        new PageParser(
            request.settings().catalogue(),
            request.settings().statements(),
            request.settings().decisions());
    Map<String, ParsedPage> pages = new HashMap<>();
    List<RowQuestion> questions = new ArrayList<>();
    for (UndecidedRow row : rows) {
      String hash = row.at().rawSha256();
      Optional.ofNullable(texts.get(hash))
          .ifPresent(capture -> pages.computeIfAbsent(hash, h -> parser.parse(capture)));
      List<Reading> readings = readings(Optional.ofNullable(pages.get(hash)), row);
      questions.add(new RowQuestion(row, readings, RawTexts.around(row.at(), texts)));
    }
    return questions;
  }

  /** How a row can be read: with the evidence, where its page is still there. */
  public static List<Reading> readings(Optional<ParsedPage> read, UndecidedRow row) {
    return read.flatMap(page -> rowAt(page, row.at()))
        .map(GridRow::readings)
        .filter(found -> !found.isEmpty())
        .orElseGet(() -> stored(row));
  }

  private static Optional<GridRow> rowAt(ParsedPage page, FlagRow.Place at) {
    Span place = new Span(at.start(), at.end());
    return page.tables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.body().span().equals(place))
        .findFirst();
  }

  private static List<Reading> stored(UndecidedRow row) {
    return row.candidates().stream()
        .map(
            each ->
                new Reading(
                    each.reading().stream().map(text -> new Slice(text, new Span(0, 0))).toList(),
                    each.probability(),
                    Map.of()))
        .toList();
  }

  // --- answers --------------------------------------------------------------------------------

  /**
   * Keeps the answers beside what was decided before; of two on one thing the new one counts.
   *
   * @return the file
   * @throws dev.unglue.config.yaml.ConfigException that lists each answer to what was never asked
   * @throws JobException if nothing is stored or the file cannot be written
   */
  public static Path decide(Request request, Decisions answers) {
    StoreReading.ask(request.out(), store -> new DecideJob(request, store).problems(answers))
        .throwIfAny();
    return kept(request, before -> merged(before, answers));
  }

  /**
   * Takes a decision on a row or a value back; does nothing where it is not kept.
   *
   * @param key that of the decision
   * @return the file
   * @throws JobException if the file cannot be written
   */
  public static Path takeBack(Request request, String key) {
    return kept(
        request,
        before ->
            new Decisions(
                before.rows().stream().filter(each -> !each.key().equals(key)).toList(),
                before.values().stream().filter(each -> !each.key().equals(key)).toList(),
                before.flags()));
  }

  private static Path kept(Request request, UnaryOperator<Decisions> change) {
    return new DecisionLog(request.config(), request.settings().catalogue()).change(change);
  }

  private Problems problems(Decisions answers) {
    Problems problems = new Problems();
    FlagList flags = new FlagList(store);
    for (FlagDecision each : answers.flags()) {
      if (!flags.isKnown(each)) {
        problems.add(
            each.by().place(),
            "expected a flag that is stored, found none of %s on \"%s\" that found \"%.80s\""
                .formatted(each.rule(), each.page(), each.actual()));
      }
    }
    UndecidedList list = new UndecidedList(store);
    List<RowDecision> rows = new ArrayList<>();
    for (RowDecision each : answers.rows()) {
      if (list.isKnown(each)) {
        rows.add(each);
      } else {
        problems.add(
            each.by().place(),
            "expected a row that is stored, found none of %s on \"%s\" (%.8s…) that reads \"%.80s\""
                .formatted(each.attribute(), each.page(), each.rawSha256(), each.text()));
      }
    }
    PageParser parser =
        new PageParser(request.settings().catalogue(), request.settings().statements(), answers);
    RuleBook rules = RuleConfig.book(request.settings());
    checkReadings(rows, parser, rules, problems);
    checkValues(answers.values(), parser, problems);
    return problems;
  }

  /** A reading must be among those that are possible; the page is read with it to see. */
  private void checkReadings(
      List<RowDecision> rows, PageParser parser, RuleBook rules, Problems problems) {
    for (RowDecision each : rows) {
      Decisions one = new Decisions(List.of(each), List.of());
      boolean fits =
          capture(each.page(), each.rawSha256())
              .map(parser::parse)
              .map(page -> rules.checkDecisions(page, one, new Tally()).isEmpty())
              .orElse(true);
      if (!fits) {
        problems.add(
            each.by().place(),
            "expected one of the possible readings of \"%.80s\", found \"%.80s\"; see unglue decide"
                .formatted(each.text(), String.join(" | ", each.cells())));
      }
    }
  }

  /** A value must stand where it is said to stand, in a form of its attribute. */
  private void checkValues(List<ValueDecision> values, PageParser parser, Problems problems) {
    for (ValueDecision each : values) {
      Optional<ParsedPage> page = capture(each.page(), each.rawSha256()).map(parser::parse);
      if (page.isEmpty()) {
        problems.add(
            each.by().place(),
            "expected a content that is stored and can be read, found none of \"%s\" (%.8s…)"
                .formatted(each.page(), each.rawSha256()));
      } else if (page.get().observations().stream().noneMatch(each::isMetBy)) {
        problems.add(
            each.by().place(),
            "expected a value of %s for %s as its attribute is printed, found \"%.80s\" at %s of \"%s\"%s"
                .formatted(
                    each.attribute(),
                    each.subject(),
                    each.text(),
                    each.at(),
                    each.page(),
                    about(page.get())));
      }
    }
  }

  private static String about(ParsedPage page) {
    return page.subjects().isEmpty()
        ? ""
        : ", which is about "
            + page.subjects().stream().map(Subject::name).collect(Collectors.joining(", "));
  }

  private Optional<Capture> capture(String page, String rawSha256) {
    return new UndecidedList(store)
        .capture(page, rawSha256)
        .flatMap(
            place ->
                RawTexts.of(Stream.of(place), request.workingFolder()).values().stream()
                    .findFirst());
  }

  private static Decisions merged(Decisions before, Decisions answers) {
    return new Decisions(
        merged(before.rows(), answers.rows(), RowDecision::key),
        merged(before.values(), answers.values(), ValueDecision::key),
        merged(before.flags(), answers.flags(), FlagDecision::key));
  }

  private static <T> List<T> merged(List<T> before, List<T> answers, Function<T, String> key) {
    Map<String, T> merged = new LinkedHashMap<>();
    before.forEach(each -> merged.put(key.apply(each), each));
    answers.forEach(each -> merged.put(key.apply(each), each));
    return List.copyOf(merged.values());
  }
}
