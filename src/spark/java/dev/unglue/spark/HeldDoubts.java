package dev.unglue.spark;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.CaptureCells;
import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.model.subject.UnresolvedRowStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The rows in doubt and the certain cells of one field, of captures that are all new. Cells stream
 * by; what is in doubt, and keys of what is certain, is held.
 */
final class HeldDoubts implements UnresolvedRowStore {
  private final Iterable<CaptureCells> captures;
  private final Map<Long, String> readings;
  private final Map<String, Set<KnownCell>> cells = new HashMap<>();
  private final Set<String> apart = new HashSet<>();
  private final TreeMap<Long, KeptRow> rows = new TreeMap<>();
  private final Map<String, Set<Long>> rowsOf = new HashMap<>();
  private final TreeMap<Long, Observation> resolved = new TreeMap<>();

  /**
   * The doubts of one field.
   *
   * @param captures what they say of it; asked for once
   * @param readings by capture, what it shares with all that read the same; filled meanwhile
   */
  HeldDoubts(Iterable<CaptureCells> captures, Map<Long, String> readings) {
    this.captures = captures;
    this.readings = readings;
  }

  /** What other captures make of cells, by the keys of these. */
  Map<Long, Observation> resolved() {
    return resolved;
  }

  @Override
  public void begin(String version) {}

  @Override
  public Set<String> openAttributes() {
    return Set.of();
  }

  @Override
  public Set<String> fields() {
    return Set.of();
  }

  @Override
  public Set<String> drop(String field) {
    return Set.of();
  }

  @Override
  public void forEachNew(String field, Collection<String> attributes, Consumer<CaptureCells> sink) {
    captures.forEach(sink);
  }

  @Override
  public void forEachOf(
      String field,
      Collection<Long> ids,
      Collection<String> attributes,
      Consumer<CaptureCells> sink) {
    throw new IllegalStateException("where all captures are new, all of their rows were read");
  }

  @Override
  public void keep(String field, Collection<KnownCell> known, Set<KnownCell> names) {
    for (KnownCell cell : known) {
      cells
          .computeIfAbsent(cell.subject(), subject -> new HashSet<>())
          .add(new KnownCell(reading(cell.capture()), cell.subject(), cell.cell()));
      if (names.contains(cell)) {
        apart.add(cell.cell());
      }
    }
  }

  private String reading(String capture) {
    return readings.getOrDefault(Long.valueOf(capture), capture);
  }

  @Override
  public void keep(String field, long id, UnresolvedCells row) {
    UnresolvedCells kept =
        new UnresolvedCells(reading(row.capture()), row.text(), row.subjects(), row.options());
    rows.put(id, new KeptRow(id, kept, PropagationResult.NEVER));
    row.subjects()
        .forEach(subject -> rowsOf.computeIfAbsent(subject, s -> new TreeSet<>()).add(id));
  }

  @Override
  public void settle(String field, long id, PropagationResult settled) {
    rows.computeIfPresent(id, (key, row) -> new KeptRow(id, row.row(), settled));
  }

  @Override
  public List<KeptRow> rows(String field, Collection<String> subjects) {
    Set<Long> ids = new TreeSet<>();
    subjects.forEach(subject -> ids.addAll(rowsOf.getOrDefault(subject, Set.of())));
    List<KeptRow> found = new ArrayList<>();
    ids.forEach(id -> found.add(rows.get(id)));
    return found;
  }

  @Override
  public List<KnownCell> cells(String field, Collection<String> subjects) {
    List<KnownCell> found = new ArrayList<>();
    new LinkedHashSet<>(subjects)
        .forEach(subject -> found.addAll(cells.getOrDefault(subject, Set.of())));
    return found;
  }

  @Override
  public Set<String> apart(String field) {
    return Set.copyOf(apart);
  }

  @Override
  public Map<Long, String> texts(String field) {
    Map<Long, String> texts = new TreeMap<>();
    rows.forEach((id, row) -> texts.put(id, row.row().text()));
    return texts;
  }

  @Override
  public void endField(String field, String version) {}

  @Override
  public void ask(Collection<Long> observations) {}

  @Override
  public void resolve(long observationId, Observation cell) {
    resolved.put(observationId, cell);
  }

  @Override
  public void end() {}
}
