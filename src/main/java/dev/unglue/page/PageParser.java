package dev.unglue.page;

import dev.unglue.extract.FoundPage;
import dev.unglue.extract.PageContent;
import dev.unglue.extract.PageReader;
import dev.unglue.extract.html.Wordless;
import dev.unglue.extract.statement.PageStatements;
import dev.unglue.extract.statement.StatementReader;
import dev.unglue.extract.statement.TitleReader;
import dev.unglue.extract.table.FoundTable;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.normalize.MentionNormalizer;
import dev.unglue.normalize.RowKinds;
import dev.unglue.normalize.RowNormalizer;
import dev.unglue.normalize.RowNormalizer.Place;
import dev.unglue.split.Split;
import dev.unglue.split.Splitter;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.NameShape;
import dev.unglue.split.evidence.ProseEvidence;
import dev.unglue.split.open.OpenTableFinder;
import dev.unglue.split.open.OpenWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * One parse job: a capture to all that is on it. Pure and total; safe for use by many threads.
 *
 * <p>The order of the stages: {@code extract} finds tables and names, {@code split} cuts what has
 * run together, {@code extract} reads the sentences (it needs the names), {@code normalize} types
 * every cell and mention.
 */
public final class PageParser {
  private final PageReader pages;
  private final TitleReader titles;
  private final StatementReader statements;
  private final RowKinds kinds;
  private final HeaderReader headers;
  private final Splitter splitter;
  private final UnaryOperator<Function<Question, Split>> wrapped;
  private final Catalogue catalogue;
  private final RowParser rowParser;
  private final RowNormalizer rows;
  private final MentionNormalizer mentions;
  private final ProseEvidence prose;
  private final OpenWeights openWeights;
  private final Decisions decisions;

  /** A parser for the pages that {@code catalogue} and {@code forms} describe. */
  public PageParser(Catalogue catalogue, StatementForms forms) {
    this(catalogue, forms, Decisions.NONE);
  }

  /** The same, which heeds what people have decided. */
  public PageParser(Catalogue catalogue, StatementForms forms, Decisions decisions) {
    this(catalogue, forms, decisions, standard -> standard);
  }

  /**
   * The same, where something else is put before the splitter.
   *
   * @param wrapped what is asked instead of the splitter that cuts rows which have run together
   */
  public PageParser(
      Catalogue catalogue,
      StatementForms forms,
      Decisions decisions,
      UnaryOperator<Function<Question, Split>> wrapped) {
    NameShape shape = NameShape.of(catalogue);
    this.pages = new PageReader(catalogue);
    this.titles = new TitleReader(forms);
    this.statements = new StatementReader(forms);
    this.kinds = new RowKinds(catalogue);
    this.headers = HeaderReader.of(catalogue, shape);
    this.catalogue = catalogue;
    this.splitter = Splitter.standard(shape);
    this.wrapped = wrapped;
    this.rowParser = new RowParser(catalogue, splitter::split);
    this.rows = new RowNormalizer(catalogue);
    this.mentions = new MentionNormalizer(catalogue);
    this.prose = new ProseEvidence(catalogue);
    this.openWeights = OpenWeights.in(catalogue.weights());
    this.decisions = decisions;
  }

  /** What cuts rows that have run together; it may be shared, for to make one is dear. */
  public Splitter splitter() {
    return splitter;
  }

  /** Reads one capture; whatever the text, it gives an answer and never throws. */
  public ParsedPage parse(Capture capture) {
    return parse(capture, Steps.ofOnePage());
  }

  /** The same; {@code steps} counts what it costs. */
  public ParsedPage parse(Capture capture, Steps steps) {
    int length = capture.text().length();
    OpenWeights weights = openWeights.counting(steps, PageBudget.openSteps(length));
    OpenGrids openGrids = new OpenGrids(new OpenTableFinder(weights));
    FoundPage found = pages.read(capture);
    for (FoundTable table : found.found()) {
      table.cells().forEach(row -> steps.add(Cost.Kind.PLACED, row.size()));
    }
    Optional<String> url = Optional.ofNullable(capture.ref().url()).or(found::address);
    List<String> names = found.inFull(titles.names(found.text(), url, steps));
    List<String> named = names.size() >= 2 ? names : List.of();
    PageContent shown = found.content(SubjectNames.of(named));
    List<OpenGrids.Found> open = new ArrayList<>(openGrids.findMixed(shown, named));
    PageContent rest = shown.taken(spans(open));
    open.addAll(openGrids.find(rest.open(), named));
    open.removeIf(each -> each.isHeadless() && rest.turns(named, each.span().start()));
    PageContent content = rest.taken(spans(open));
    List<LabelledTable> labelled = new ArrayList<>();
    for (PageTable table : content.tables()) {
      labelled.add(LabelledTable.of(table, kinds));
    }
    List<Header> columns =
        headers.counting(steps).read(labelled, named, content.turns(named), content::prose);
    PageKind kind = kind(labelled, columns, names, open);
    List<Header> all = new ArrayList<>(columns);
    open.forEach(table -> all.add(table.header()));
    List<Subject> subjects = subjects(labelled, all, names, kind);
    PageStatements spoken = statements.read(content.text(), subjects, steps);
    Map<String, ColumnKeys> evidence = prose.byColumn(spoken.mentions(), subjects);
    Decisions ofPage = decisions.on(capture.ref());
    PageDecisions decided = new PageDecisions(ofPage.rows(), capture, subjects);
    List<Mention> stated = stated(ofPage, capture, found, subjects);
    PageBudget budget =
        new PageBudget(wrapped.apply(splitter.counting(steps)::split), capture.text().length());
    TableParser tables =
        new TableParser(catalogue.relations(), kinds, rowParser.with(budget), evidence, decided);
    List<Grid> known = tables.parse(labelled, columns);
    UnfitRows unfit = new UnfitRows(catalogue, kinds, openGrids);
    List<Grid> grids = new ArrayList<>(unfit.read(known, columns, content, named));
    grids.replaceAll(Grid::withBareLabels);
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < grids.size(); i++) {
      List<Subject> owners = columns.get(i).owners(subjects);
      addTo(observations, grids.get(i), owners, capture.text());
    }
    for (OpenGrids.Found table : open) {
      List<Subject> owners = table.header().owners(subjects);
      Grid grid = tables.parse(table).withBareLabels();
      addTo(observations, grid, owners, capture.text());
      grids.add(grid);
    }
    grids.sort(Comparator.comparingInt(PageParser::placeOf));
    spoken.mentions().forEach(said -> observations.add(mentions.normalize(said, capture.text())));
    spoken.open().forEach(said -> observations.add(PageBuilder.observation(said, capture.text())));
    stated.forEach(each -> observations.add(mentions.normalize(each, capture.text())));
    observations.sort(ORDER);
    List<Span> said = said(spoken);
    stated.forEach(each -> said.add(each.raw().span()));
    List<Unread> unread = unread(content, found, open, said, grids, named, budget);
    if (weights.isSpent()) {
      unread.add(PageBudget.unweighed(new Span(0, length)));
    }
    boolean unknown = kind == PageKind.COMPARISON && isUnknown(grids, observations);
    PageKind shownKind = unknown ? PageKind.OTHER : kind;
    return new PageBuilder(PageBuilder.dated(capture, observations), shownKind, subjects, named)
        .build(
            distinct(observations), // two columns may have one subject
            spoken.claims(),
            grids,
            unread,
            notes(capture, spoken),
            found.address().orElse(""));
  }

  /** True for tables that were read, none of whose labels was one of the catalogue after all. */
  private static boolean isUnknown(List<Grid> grids, List<Observation> observations) {
    return !grids.isEmpty()
        && observations.stream().allMatch(each -> each.attribute().equals(Observation.UNMAPPED))
        && grids.stream()
            .flatMap(grid -> grid.rows().stream())
            .allMatch(row -> row.attributes().isEmpty());
  }

  /** Those that differ, in their order: what is equal stands at one place, so side by side. */
  private static List<Observation> distinct(List<Observation> sorted) {
    List<Observation> distinct = new ArrayList<>(sorted.size());
    for (Observation each : sorted) {
      boolean known = false;
      int at = distinct.size() - 1;
      while (at >= 0 && !known && distinct.get(at).span().equals(each.span())) {
        known = distinct.get(at).equals(each);
        at--;
      }
      if (!known) {
        distinct.add(each);
      }
    }
    return distinct;
  }

  /** True for a table without rows, and for one whose cells a style sheet alone fills. */
  private static boolean saysNothing(Grid grid) {
    return grid.rows().stream()
        .allMatch(row -> row.cells().stream().allMatch(cell -> cell.text().isEmpty()));
  }

  /** What looks like a table or a row of one and is neither read nor open. */
  private static List<Unread> unread(
      PageContent content,
      FoundPage found,
      List<OpenGrids.Found> open,
      List<Span> said,
      List<Grid> grids,
      List<String> named,
      PageBudget budget) {
    List<Unread> unread = new ArrayList<>(budget.refused());
    found.rests().leftOut().forEach(rows -> unread.add(PageBudget.leftOut(rows)));
    for (Wordless signs : found.rests().wordless()) {
      if (signs.table() || content.places().stream().anyMatch(signs.place()::meets)) {
        unread.add(Unread.of(signs));
      }
    }
    content.tables().forEach(table -> unread.addAll(Unread.ragged(table)));
    content.tables().forEach(table -> unread.addAll(Unread.reaching(table)));
    for (OpenGrids.Found each : open) {
      if (!each.beyond().isEmpty()) {
        unread.add(PageBudget.beyond(each.beyond()));
      }
    }
    unread.addAll(new LinesBelow(content, named).unread());
    unread.addAll(LinesBehind.unread(content.loose(), open));
    for (int i = 0; i < content.tables().size(); i++) {
      unread.addAll(Unread.unclear(content.tables().get(i), content.places().get(i)));
    }
    unread.addAll(
        RowsBeside.of(found.lines().lines(), open).unread(PageAccount.of(grids, unread, said)));
    unread.addAll(
        PageAccount.of(grids, unread, said)
            .unread(
                content.text(),
                found.lines(),
                found.labels(),
                named.size() >= 2 || !grids.isEmpty()));
    unread.addAll(PageAccount.of(grids, unread, List.of()).unreadTables(found.found()));
    if (!found.rests().laidOut().isEmpty()) {
      unread.addAll(PageAccount.of(grids, unread, said).unreadRows(found.rests().laidOut()));
    }
    if (grids.stream().allMatch(PageParser::saysNothing)) {
      unread.addAll(PageAccount.withoutTable(content.text(), named));
    }
    return unread;
  }

  /** Values that people have seen and no reader has. */
  private List<Mention> stated(
      Decisions decided, Capture capture, FoundPage found, List<Subject> subjects) {
    return decided.values().isEmpty()
        ? List.of()
        : new StatedValues(catalogue).read(decided.values(), capture, found.text(), subjects);
  }

  private static List<Span> said(PageStatements spoken) {
    List<Span> said = new ArrayList<>();
    spoken.mentions().forEach(mention -> said.add(mention.raw().span()));
    spoken.open().forEach(each -> said.add(each.raw().span()));
    return said;
  }

  private static List<Span> spans(List<OpenGrids.Found> open) {
    return open.stream().map(OpenGrids.Found::span).toList();
  }

  private static final Comparator<Observation> ORDER =
      Comparator.comparingInt((Observation o) -> o.span().start())
          .thenComparingInt(o -> o.span().end());

  private static int placeOf(Grid grid) {
    int place = grid.rows().isEmpty() ? 0 : Integer.MAX_VALUE;
    for (GridRow row : grid.rows()) {
      place = Math.min(place, row.label().span().start());
    }
    return place;
  }

  private PageKind kind(
      List<LabelledTable> found,
      List<Header> columns,
      List<String> names,
      List<OpenGrids.Found> open) {
    boolean compares =
        open.stream().anyMatch(each -> TableParser.isKnown(each, kinds))
            || IntStream.range(0, columns.size())
                .anyMatch(i -> found.get(i).isKnown() && columns.get(i).columns() >= 2);
    boolean none = found.isEmpty() && open.isEmpty();
    if (compares || (names.size() >= 2 && (none || areCards(found, columns)))) {
      return PageKind.COMPARISON;
    }
    if (names.size() == 1) {
      return PageKind.PROFILE;
    }
    return none ? PageKind.NONE : PageKind.OTHER;
  }

  /** True if tables with known labels tell of one subject each. */
  private boolean areCards(List<LabelledTable> found, List<Header> columns) {
    return IntStream.range(0, found.size())
            .filter(i -> found.get(i).isKnown() && columns.get(i).columns() == 1)
            .mapToObj(i -> columns.get(i).names())
            .distinct()
            .count()
        >= 2;
  }

  /** Whom the page is about: by the first header that tells, else by title or address. */
  private List<Subject> subjects(
      List<LabelledTable> found, List<Header> columns, List<String> names, PageKind kind) {
    return switch (kind) {
      case COMPARISON -> {
        for (int i = 0; i < columns.size(); i++) {
          List<String> header = columns.get(i).subjects();
          boolean known = i >= found.size() || found.get(i).isKnown();
          if (known && header.size() >= 2) {
            yield subjects(header);
          }
        }
        yield names.size() >= 2 ? subjects(names) : List.of();
      }
      case PROFILE -> subjects(names);
      case OTHER -> confirmed(columns, names);
      case NONE -> List.of();
    };
  }

  /**
   * A header of a page of another kind names its subjects where title or address agrees, be it in
   * another order.
   */
  private static List<Subject> confirmed(List<Header> columns, List<String> names) {
    List<String> slugs = names.stream().map(Subject::slugOf).toList();
    return columns.stream()
        .map(header -> subjects(header.subjects()))
        .filter(subjects -> subjects.size() >= 2 && subjects.size() == slugs.size())
        .filter(subjects -> slugs.containsAll(subjects.stream().map(Subject::slug).toList()))
        .filter(subjects -> subjects.stream().distinct().count() == subjects.size())
        .findFirst()
        .orElseGet(() -> ofCards(columns, slugs));
  }

  /** The subjects of cards, tables of one each, where all of them are named. */
  private static List<Subject> ofCards(List<Header> columns, List<String> slugs) {
    List<Subject> subjects =
        columns.stream()
            .filter(header -> header.columns() == 1)
            .flatMap(header -> subjects(header.subjects()).stream())
            .distinct()
            .toList();
    boolean all = subjects.stream().map(Subject::slug).toList().equals(slugs);
    return all && slugs.size() >= 2 ? subjects : List.of();
  }

  private static List<Subject> subjects(List<String> names) {
    return names.stream().map(Subject::named).toList();
  }

  private void addTo(
      List<Observation> observations, Grid grid, List<Subject> owners, String capture) {
    Place place = new Place(owners, grid.section(), grid.layout(), capture);
    grid.rows().forEach(row -> observations.addAll(rows.normalize(row, place)));
  }

  private static List<String> notes(Capture capture, PageStatements spoken) {
    Set<String> notes = new LinkedHashSet<>(capture.notes());
    for (SourceText name : spoken.unresolved()) {
      notes.add("a sentence names \"" + name + "\", which is no subject of the page");
    }
    return List.copyOf(notes);
  }
}
