package dev.unglue.store;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.run.FetchedUrl;
import dev.unglue.model.run.SourceNight;
import dev.unglue.model.subject.NamedSubject;
import dev.unglue.model.subject.PageAge;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Subject;
import dev.unglue.store.row.PageCounts;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.row.StoreCounts;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.table.AffectedSubjects;
import dev.unglue.store.table.CaptureGroups;
import dev.unglue.store.table.CatalogueTable;
import dev.unglue.store.table.DeferredIndexes;
import dev.unglue.store.table.FactTable;
import dev.unglue.store.table.FlagTable;
import dev.unglue.store.table.NightTable;
import dev.unglue.store.table.PageWriter;
import dev.unglue.store.table.PublishedMark;
import dev.unglue.store.table.RunCaptureTable;
import dev.unglue.store.table.RunTable;
import dev.unglue.store.table.SightingTable;
import dev.unglue.store.table.SubjectTable;
import dev.unglue.store.view.Views;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One load: all that a run brings, in one transaction. Until {@link #finish} nobody else sees any
 * of it, and after a crash or {@link #rollback} it never was.
 *
 * <p>For one thread. Every method throws {@link dev.unglue.store.sql.StoreException} where the
 * store fails; after that the load can only be taken back, unless it was {@link #add} that failed
 * and could undo the page. Once it has failed or ended, every method but {@link #rollback} throws
 * {@link IllegalStateException}.
 */
public final class Load {
  private final PreparedStatements statements;
  private final Transaction transaction;
  private final Optional<RunRow> previous;
  private final RunRow run;
  private final SubjectTable subjects;
  private final PageWriter pages;
  private final SightingTable sightings;
  private final RunFigures figures;
  private final FactTable facts;
  private final FlagTable flags;
  private final UnresolvedRows doubts;
  private final CaptureGroups groups;
  private final LoadBalance balance;
  private final DeferredIndexes pageIndexes;
  private final DeferredIndexes factIndexes;
  private boolean changed;
  private boolean seenAnew;
  private boolean toSettle;

  private Load(Connection connection, RunStart start, Catalogue catalogue) throws SQLException {
    this.statements = new PreparedStatements(connection);
    this.transaction = new Transaction(statements);
    RunTable runs = new RunTable(statements);
    this.previous = runs.lastLoad();
    this.run = runs.begin(start);
    this.subjects = new SubjectTable(statements, catalogue.kind());
    RunCaptureTable met = new RunCaptureTable(statements, run.runId());
    this.sightings =
        new SightingTable(statements, run.runId(), start.seenAt(), () -> seenAnew = true);
    this.pages = new PageWriter(statements, subjects, met, sightings);
    this.figures = new RunFigures(transaction, this::settle, statements, met, run.runId());
    pages.begin();
    this.pageIndexes = DeferredIndexes.of(statements, "observation", "flag");
    this.factIndexes = DeferredIndexes.of(statements, "fact", "fact_change");
    this.facts = new FactTable(statements, run.runId());
    facts.begin();
    this.flags = new FlagTable(statements, run.runId());
    this.doubts = new UnresolvedRows(transaction, this::change, statements, run.runId());
    this.groups = new CaptureGroups(statements, start.nominalTime());
    this.balance = new LoadBalance(statements, flags, pages);
    boolean attributesChanged = new CatalogueTable(statements).store(catalogue);
    boolean viewsChanged = Views.install(statements);
    this.changed = attributesChanged || viewsChanged;
  }

  static Load begin(Connection connection, RunStart start, Catalogue catalogue)
      throws SQLException {
    connection.setAutoCommit(false);
    try {
      return new Load(connection, start, catalogue);
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      connection.setAutoCommit(true);
      throw e;
    }
  }

  /** When the run began. */
  public Instant startedAt() {
    return run.startedAt();
  }

  /** Number of the run in the store, from 1. */
  public long runId() {
    return run.runId();
  }

  /** Name of the run, unique everywhere; drawn from its start, its configuration and its number. */
  public String runUuid() {
    return run.runUuid();
  }

  /** The run before this one, as it ended; absent for the first. */
  public Optional<RunRow> previousRun() {
    return previous;
  }

  /**
   * Notes that the run has met this capture; true if this parser has read it before, and {@link
   * #add} would do nothing.
   */
  public boolean meets(CaptureRef ref, String parserVersion) {
    return transaction.ask("look up " + ref.page(), () -> pages.meets(ref, parserVersion));
  }

  /**
   * Stores a page with the flags that it raises alone, whole or not at all. What an older parser
   * made of the same bytes is kept as superseded. A page that this parser has read before is left
   * as it is, but for its flags where it is back after the page has shown something else.
   */
  public void add(ParsedPage page, String parserVersion, List<Flag> pageFlags) {
    balance.open();
    changed |=
        transaction.whole(
            "store " + page.ref().page(),
            this::forget,
            () -> write(page, parserVersion, pageFlags));
  }

  private void forget() {
    subjects.forget();
    flags.forget();
  }

  private boolean write(ParsedPage page, String parserVersion, List<Flag> pageFlags)
      throws SQLException {
    if (pages.meets(page.ref(), parserVersion)) {
      return false;
    }
    long captureId = pages.write(page, parserVersion);
    for (Flag flag : pageFlags) {
      flags.addOfPage(captureId, flag);
    }
    return true;
  }

  /** Stores an input of which no page could be made; the same one again changes nothing. */
  public void add(Quarantined input) {
    balance.open();
    transaction.step("store " + input.page(), () -> changed |= pages.refuse(input));
  }

  /** Says that all pages of the run are in. */
  public void endPages() {
    transaction.step(
        "store when the pages were seen",
        () -> {
          balance.open();
          pageIndexes.build();
          changed |= sightings.settle();
          subjects.settle();
          balance.countCells();
        });
  }

  /** Stores what became of the addresses that this run planned, each once. */
  public void addFetched(List<FetchedUrl> rows) {
    transaction.step(
        "store what was fetched",
        () -> {
          RunTable runs = new RunTable(statements);
          runs.addFetched(run.runId(), rows);
          changed |= runs.isGoneOrBack(run.runId());
        });
  }

  /** Stores how each source fared, each once. */
  public void addNights(List<SourceNight> nights) {
    transaction.step(
        "store how the sources fared", () -> new NightTable(statements).add(run.runId(), nights));
  }

  /** True if this run has brought anything: a page, a refused input, an attribute, a fact. */
  public boolean changed() {
    return changed;
  }

  /** The rows in doubt, and what other captures decide of them. */
  public UnresolvedRows doubts() {
    return doubts;
  }

  /**
   * Streams what current captures say of the subjects that this run touches, a subject at a time,
   * by slug; of all others facts and flags stay as they are.
   *
   * @param check gives all flags that the pages of the subject raise together; it may write facts
   */
  public void forEachSubject(Function<SubjectSightings, List<Flag>> check) {
    transaction.step(
        "read the observations",
        () -> {
          touch();
          groups.forEachSubject(
              seen -> addOf("subject:" + seen.subject().slug(), check.apply(seen)));
          endFacts();
        });
  }

  private void endFacts() throws SQLException {
    facts.settle();
    factIndexes.build();
  }

  private void change() {
    changed = true;
    balance.open();
  }

  private void touch() throws SQLException {
    balance.open();
    AffectedSubjects.collect(statements, run.runId());
    flags.askTouched();
    toSettle = true;
  }

  /** Stores all flags of one group of pages. */
  private void addOf(String about, List<Flag> raised) {
    transaction.step(
        "store the flags of " + about,
        () -> {
          balance.open();
          for (Flag flag : raised) {
            flags.addAcrossPages(flag, about);
          }
        });
  }

  /** Number of captures that none has superseded; may be asked while flags still come in. */
  public long standingCaptures() {
    return transaction.ask(
        "count the captures",
        () -> statements.number("SELECT count(*) FROM capture WHERE parse_status <> 'superseded'"));
  }

  /** Every name that pages print for a subject, by slug. */
  public List<NamedSubject> names() {
    return transaction.ask("read the names", groups::names);
  }

  /**
   * Streams the current captures that compare one set of subjects, where this run touches any of
   * them.
   *
   * @param check gives all flags that the captures raise together
   */
  public void forEachPageGroup(Function<PageGroup, List<Flag>> check) {
    transaction.step(
        "read the comparisons",
        () -> {
          touch();
          groups.forEachPageGroup((set, group) -> addOf("pages:" + set, check.apply(group)));
        });
  }

  /** Streams the current captures that are of one payload but of two pages or more. */
  public void forEachDuplicate(Consumer<List<CaptureRef>> sink) {
    transaction.step("read the captures", () -> groups.forEachDuplicate(sink));
  }

  /** Streams the latest capture of each page, by the page's name, with when it was last seen. */
  public void forEachPage(Consumer<PageAge> sink) {
    transaction.step("read when pages were seen", () -> groups.forEachPage(sink));
  }

  /**
   * Makes the history of the subject equal to {@code history}; rows that are equal already are not
   * touched.
   *
   * @param history all intervals of all its facts; of one attribute, member and ordinal at most one
   *     open
   */
  public void replaceFacts(Subject subject, List<Fact> history) {
    balance.open();
    transaction.step(
        "store the facts of " + subject.slug(),
        () -> changed |= facts.replace(subjects.idOf(subject), subject.slug(), history));
  }

  /**
   * Adds a flag that is about all pages. All of them are to be given, in a run that changed; those
   * of subjects and page groups are given by their checks.
   */
  public void addCrossPageFlag(Flag flag) {
    transaction.step(
        "store a flag of " + flag.rule(),
        () -> {
          balance.open();
          toSettle = true;
          flags.addAcrossPages(flag, FlagTable.EVER);
        });
  }

  /**
   * Stores how a rule fared, passes too.
   *
   * @param status {@code passed}, {@code failed} or {@code not_evaluated}
   */
  public void addRuleResult(
      String ruleId, String title, Severity severity, long evaluated, long failed, String status) {
    transaction.step(
        "store the result of " + ruleId,
        () -> flags.addResult(ruleId, title, severity, evaluated, failed, status));
  }

  /** The figures that this run is judged by. */
  public RunFigures figures() {
    return figures;
  }

  /** What the store would hold if the load ended now. */
  public StoreCounts counts() {
    return transaction.ask("count what is stored", () -> balance.counts(changed || toSettle));
  }

  /**
   * Ends the load and makes it durable.
   *
   * @param status {@code loaded}, {@code published}, {@code unchanged}, {@code rejected} or {@code
   *     failed}
   */
  public void finish(String status, Instant finishedAt) {
    transaction.step(
        "finish the load",
        () -> {
          pageIndexes.build();
          endFacts();
          settle();
          if (changed || seenAnew) {
            new PublishedMark(statements).drop();
          }
          new RunTable(statements).finish(run.runId(), status, finishedAt);
          transaction.commit();
        });
  }

  /**
   * Stores how the run fares, in numbers; before {@link #finish}.
   *
   * @param exitCode what the program says to the one that called it, 0..255
   */
  public void account(PageCounts pages, int exitCode) {
    transaction.step(
        "store how the run fared",
        () -> new RunTable(statements).account(run.runId(), pages, exitCode));
  }

  private void settle() throws SQLException {
    balance.settle(changed || toSettle);
  }

  /** Ends the load and takes back all of it; does nothing once it has ended. */
  public void rollback() {
    transaction.rollback();
  }
}
