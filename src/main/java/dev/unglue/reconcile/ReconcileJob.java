package dev.unglue.reconcile;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.MissingMarks;
import dev.unglue.model.field.RowKind;
import dev.unglue.model.subject.Belief;
import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.model.subject.UnresolvedRowStore;
import dev.unglue.normalize.RowKinds;
import dev.unglue.normalize.RowNormalizer;
import dev.unglue.reconcile.IncrementalPropagation.Updated;
import dev.unglue.split.Splitter;
import dev.unglue.split.WeighedReading;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks the rows in doubt again, with what all other captures say: field by field, so that only what
 * is asked of one field is held at a time.
 *
 * <p>Rows in doubt are those that their own page leaves open, and those that it decides by a guess.
 * It always begins from what the pages themselves say, never from what an earlier run made of them;
 * so the outcome depends on the captures in the store alone, and not on the runs that brought them.
 * What pages themselves say is kept, so only those rows are asked that the news of a run reaches
 * (decision 011).
 */
public final class ReconcileJob {
  /** Readings a million times less likely than the best are no evidence for anything. */
  private static final double LIKELY = 14;

  private final Catalogue catalogue;
  private final String version;
  private final UnresolvedRowStore store;
  private final List<RowAttributes> fields;
  private final RowKinds kinds;
  private final MissingMarks missing;
  private final Splitter splitter;
  private final PageTrust trust;
  private final RowAnswers answers;

  /**
   * The job of one run.
   *
   * @param splitter cuts rows as it did for their own pages
   * @param version names all that decides how a row is asked
   */
  public ReconcileJob(
      Catalogue catalogue, Splitter splitter, String version, UnresolvedRowStore store) {
    this.catalogue = catalogue;
    this.version = version;
    this.store = store;
    this.fields = RowAttributes.of(catalogue);
    this.kinds = new RowKinds(catalogue);
    this.splitter = splitter;
    this.missing = catalogue.missing();
    this.trust = PageTrust.of(catalogue.weights());
    this.answers = new RowAnswers(new RowNormalizer(catalogue), store);
  }

  public void run() {
    store.begin(version);
    Set<String> open = new HashSet<>(store.openAttributes());
    Set<String> kept = store.fields();
    for (RowAttributes field : fields) {
      if (kept.contains(field.key()) || field.ids().stream().anyMatch(open::contains)) {
        reread(field);
      }
    }
    store.end();
  }

  /**
   * The fields of which rows can be in doubt where cells of these attributes are, in their order,
   * each with the attributes that it has to see. A field needs nothing of another, so each can be
   * asked by itself, and elsewhere.
   */
  public static Map<String, Set<String>> fields(Catalogue catalogue, Set<String> open) {
    Map<String, Set<String>> seen = new LinkedHashMap<>();
    List<RowAttributes> all = RowAttributes.of(catalogue);
    for (RowAttributes field : all) {
      if (field.ids().stream().anyMatch(open::contains)) {
        seen.put(field.key(), Set.copyOf(new AttributeCells(field, catalogue).attributes(all)));
      }
    }
    return seen;
  }

  /** Asks the rows of one field, by its name among {@link #fields}. */
  public void run(String key) {
    store.begin(version);
    fields.stream().filter(field -> field.key().equals(key)).forEach(this::reread);
    store.end();
  }

  private void reread(RowAttributes field) {
    String key = field.key();
    Set<String> apartBefore = store.apart(key);
    Set<String> news = new TreeSet<>(store.drop(key));
    AttributeCells cells = takeIn(field);
    cells.known().stream().map(KnownCell::subject).forEach(news::add);
    Set<String> apart = store.apart(key);
    Map<Long, UnresolvedRow> rows = byId(cells.rows());
    rows.putAll(again(field, touched(key, apartBefore, apart)));
    Map<Long, UnresolvedCells> open = open(field, rows, apart);
    open.forEach((id, row) -> store.keep(key, id, row));
    open.values().forEach(row -> news.addAll(row.subjects()));
    Map<Long, KeptRow> due = new TreeMap<>();
    for (Updated each : IncrementalPropagation.propagate(store, key, trust, news)) {
      if (each.news() || open.containsKey(each.row().id())) {
        due.put(each.row().id(), each.row());
      }
    }
    answer(field, rows, due, apart);
  }

  /** What the captures say that are not kept yet; their certain cells are kept from now on. */
  private AttributeCells takeIn(RowAttributes field) {
    AttributeCells cells = new AttributeCells(field, catalogue);
    store.forEachNew(field.key(), cells.attributes(fields), cells::add);
    store.keep(field.key(), cells.known(), cells.apart());
    store.endField(field.key(), version);
    return cells;
  }

  /** The rows as their own pages leave them, without those that have too few cells. */
  private Map<Long, UnresolvedCells> open(
      RowAttributes field, Map<Long, UnresolvedRow> rows, Set<String> apart) {
    RowKind kind = kinds.of(field.attributes());
    Map<Long, UnresolvedCells> open = new TreeMap<>();
    rows.forEach(
        (id, row) ->
            openRow(row, question(kind, row, apart, List.of()))
                .ifPresent(readable -> open.put(id, readable)));
    return open;
  }

  private static Map<Long, UnresolvedRow> byId(List<UnresolvedRow> rows) {
    Map<Long, UnresolvedRow> byId = new TreeMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    return byId;
  }

  /** Reads kept rows again from their captures. */
  private Map<Long, UnresolvedRow> again(RowAttributes field, Set<Long> ids) {
    AttributeCells cells = new AttributeCells(field, catalogue);
    if (!ids.isEmpty()) {
      store.forEachOf(field.key(), ids, cells.attributes(fields), cells::add);
    }
    Map<Long, UnresolvedRow> rows = byId(cells.rows());
    rows.keySet().retainAll(ids);
    return rows;
  }

  /** The kept rows that can hold a name which pages print apart now and did not before, or did. */
  private Set<Long> touched(String key, Set<String> before, Set<String> now) {
    if (before.equals(now)) {
      return Set.of();
    }
    Map<Long, String> texts = store.texts(key);
    if (before.isEmpty() || now.isEmpty()) {
      return texts.keySet(); // where no name is apart at all, that weighs against none
    }
    Set<String> changed = new HashSet<>(before);
    changed.addAll(now);
    changed.removeIf(name -> before.contains(name) && now.contains(name));
    List<String> names = changed.stream().map(ReconcileJob::folded).toList();
    texts.values().removeIf(text -> names.stream().noneMatch(folded(text)::contains));
    return texts.keySet();
  }

  /** Lower case in which a part of a text is spelt as in the whole: sigma differs at the end. */
  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ς', 'σ');
  }

  // --- asking ---------------------------------------------------------------------------------

  /** Asks the rows that receive something else than before, and those that were never asked. */
  private void answer(
      RowAttributes field,
      Map<Long, UnresolvedRow> read,
      Map<Long, KeptRow> due,
      Set<String> apart) {
    RowKind kind = kinds.of(field.attributes());
    Set<Long> unread = new TreeSet<>(due.keySet());
    unread.removeAll(read.keySet());
    Map<Long, UnresolvedRow> rows = new TreeMap<>(read);
    rows.putAll(again(field, unread));
    rows.keySet().retainAll(due.keySet());
    rows.forEach(
        (id, row) -> {
          KeptRow kept = Objects.requireNonNull(due.get(id));
          List<Belief> beliefs = kept.settled().beliefs();
          store.ask(row.ids());
          if (receives(kept.row(), beliefs, apart)) {
            answers.answer(field, row, splitter.split(question(kind, row, apart, beliefs)));
          }
        });
  }

  private Question question(
      RowKind kind, UnresolvedRow row, Set<String> apart, List<Belief> beliefs) {
    Hints hints = new Hints(row.known(), kind.names()).with(apart, beliefs);
    return Question.of(row.row(), row.subjects().size(), kind, missing, hints);
  }

  /** The row as belief propagation sees it; absent where it has too few cells. */
  private Optional<UnresolvedCells> openRow(UnresolvedRow row, Question question) {
    List<WeighedReading> readings = splitter.readings(question);
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    double least = readings.get(0).weight() - LIKELY;
    return Optional.of(
        new UnresolvedCells(
            Long.toString(row.capture()),
            question.text().text(),
            row.subjects().stream().map(s -> AttributeCells.subject(s, row.label())).toList(),
            readings.stream()
                .filter(reading -> reading.weight() >= least)
                .map(ReconcileJob::option)
                .toList()));
  }

  private static UnresolvedCells.Option option(WeighedReading reading) {
    return new UnresolvedCells.Option(
        reading.cells().stream().map(Cell::key).toList(), reading.weight());
  }

  /** True if another page says anything that may make a difference. */
  private static boolean receives(UnresolvedCells row, List<Belief> beliefs, Set<String> apart) {
    return beliefs.stream().anyMatch(belief -> !belief.isNeutral())
        || row.options().stream()
            .anyMatch(option -> option.cells().stream().anyMatch(apart::contains));
  }
}
