package dev.unglue.bench.speed;

import dev.unglue.cli.format.JsonPageFormat;
import dev.unglue.config.Settings;
import dev.unglue.extract.FoundPage;
import dev.unglue.extract.PageContent;
import dev.unglue.extract.PageReader;
import dev.unglue.extract.statement.StatementReader;
import dev.unglue.extract.statement.TitleReader;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.SourceText;
import dev.unglue.normalize.RowNormalizer;
import dev.unglue.normalize.RowNormalizer.Place;
import dev.unglue.page.PageParser;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.pipeline.parse.RuleConfig;
import dev.unglue.split.Splitter;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.NameShape;
import dev.unglue.split.open.OpenTableFinder;
import dev.unglue.split.open.OpenWeights;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.RuleInput.ReadPage;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stages of a page, each ready to be run by itself on what the stages before it gave. What
 * joins them lies within {@code page} and is part of {@link Stage#PAGE} only.
 */
public final class StageWork {
  private final Settings settings;
  private final PageReader reader;
  private final TitleReader titles;
  private final StatementReader statements;
  private final OpenTableFinder finder;
  private final Splitter splitter;
  private final RowNormalizer rows;
  private final PageParser parser;
  private final RuleBook rules;
  private final JsonPageFormat json;
  private final List<Prepared> pages = new ArrayList<>();

  /** What the stages of one page take. */
  private record Prepared(
      Path file,
      Capture capture,
      FoundPage found,
      List<String> named,
      PageContent content,
      List<Question> questions,
      PageResult result) {
    ParsedPage page() {
      return result.page();
    }

    Optional<String> url() {
      return Optional.ofNullable(capture.ref().url());
    }
  }

  /**
   * The stages of some pages.
   *
   * @param files the same pages, one file each, for the floor
   */
  public StageWork(Settings settings, List<SpeedPage> pages, List<Path> files) {
    this.settings = settings;
    this.reader = new PageReader(settings.catalogue());
    this.titles = new TitleReader(settings.statements());
    this.statements = new StatementReader(settings.statements());
    this.finder = new OpenTableFinder(OpenWeights.in(settings.catalogue().weights()));
    this.splitter = Splitter.standard(NameShape.of(settings.catalogue()));
    this.rows = new RowNormalizer(settings.catalogue());
    this.parser = new PageParser(settings.catalogue(), settings.statements());
    this.rules = RuleConfig.book(settings);
    this.json = new JsonPageFormat(new PrintWriter(Writer.nullWriter()), settings.catalogue());
    for (int i = 0; i < pages.size(); i++) {
      this.pages.add(prepared(pages.get(i).capture(), files.get(i)));
    }
  }

  /** How many pages there are. */
  public int size() {
    return pages.size();
  }

  /** Bytes of a page's file. */
  long bytes(int page) {
    return pages.get(page).capture().text().getBytes(StandardCharsets.UTF_8).length;
  }

  private Prepared prepared(Capture capture, Path file) {
    List<Question> questions = new ArrayList<>();
    PageParser listening =
        new PageParser(
            settings.catalogue(),
            settings.statements(),
            Decisions.NONE,
            standard ->
                question -> {
                  questions.add(question);
                  return standard.apply(question);
                });
    Steps steps = Steps.ofOnePage();
    ParsedPage page = listening.parse(capture, steps);
    FoundPage found = reader.read(capture);
    List<String> names =
        titles.names(found.text(), Optional.ofNullable(capture.ref().url()), Steps.NONE);
    List<String> named = names.size() >= 2 ? names : List.of();
    return new Prepared(
        file,
        capture,
        found,
        named,
        found.content(SubjectNames.of(named)),
        List.copyOf(questions),
        new PageResult(page, flags(page, capture), steps.cost(capture.text().length())));
  }

  private List<Flag> flags(ParsedPage page, Capture capture) {
    Tally tally = new Tally();
    List<Flag> flags = new ArrayList<>(rules.checkPage(page, tally));
    flags.addAll(rules.check(RuleInput.PROOF, new ReadPage(page, capture.text()), tally));
    return flags;
  }

  /** Runs one stage of one page; what it answers keeps the work from being left out. */
  public long run(Stage stage, int page) {
    Prepared on = pages.get(page);
    return switch (stage) {
      case FLOOR -> PlainFloor.of(on.file());
      case READ -> reader.read(on.capture()).found().size();
      case TITLES -> titles.names(on.found().text(), on.url(), Steps.NONE).size();
      case KNOWN_TABLES -> on.found().content(SubjectNames.of(on.named())).tables().size();
      case OPEN_TABLES -> open(on);
      case SENTENCES ->
          statements.read(on.content().text(), on.page().subjects(), Steps.NONE).mentions().size();
      case SPLIT -> split(on);
      case NORMALIZE -> normalized(on);
      case PAGE -> parser.parse(on.capture()).observations().size();
      case RULES -> flags(on.page(), on.capture()).size();
      case JSON -> printed(on.result());
    };
  }

  /** All that {@code parse} does with a page. */
  public long runAll(int page) {
    return run(Stage.PAGE, page) + run(Stage.RULES, page) + run(Stage.JSON, page);
  }

  /** What a page costs, in steps. */
  long steps(int page) {
    return pages.get(page).result().cost().steps();
  }

  private long open(Prepared on) {
    long found = 0;
    for (List<SourceText> lines : on.content().open()) {
      found += finder.find(lines, on.named()).size();
    }
    return found;
  }

  private long split(Prepared on) {
    long cut = 0;
    for (Question question : on.questions()) {
      cut += splitter.split(question).match(d -> 1, a -> 2, few -> 3, none -> 4);
    }
    return cut;
  }

  private long normalized(Prepared on) {
    long observed = 0;
    for (Grid grid : on.page().tables()) {
      Place place =
          new Place(on.page().subjects(), grid.section(), grid.layout(), on.capture().text());
      for (GridRow row : grid.rows()) {
        observed += rows.normalize(row, place).size();
      }
    }
    return observed;
  }

  private long printed(PageResult result) {
    json.print(result);
    return result.flags().size();
  }
}
