package dev.unglue.store;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.CaptureCells;
import dev.unglue.model.subject.KeptRow;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.model.subject.UnresolvedRowStore;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.table.ResolutionTable;
import dev.unglue.store.table.UnresolvedRowTable;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the store keeps of rows in doubt. Part of its {@link Load}: the same rules hold, and nobody
 * sees any of it until that ends.
 */
public final class UnresolvedRows implements UnresolvedRowStore {
  private final Transaction load;
  private final Runnable changes;
  private final UnresolvedRowTable kept;
  private final ResolutionTable resolutions;

  /**
   * What is kept of rows in doubt.
   *
   * @param changes is told of each cell that is believed to be something else than before
   */
  UnresolvedRows(Transaction load, Runnable changes, PreparedStatements statements, long runId)
      throws SQLException {
    this.load = load;
    this.changes = changes;
    this.kept = new UnresolvedRowTable(statements);
    this.resolutions = new ResolutionTable(statements, runId);
  }

  @Override
  public void begin(String version) {
    load.step("look for changed captures", () -> kept.begin(version));
  }

  @Override
  public Set<String> openAttributes() {
    return load.ask("look for open cells", resolutions::openAttributes);
  }

  @Override
  public Set<String> fields() {
    return load.ask("read the fields in doubt", kept::fields);
  }

  // --- captures -------------------------------------------------------------------------------

  @Override
  public Set<String> drop(String field) {
    return load.ask("drop what no longer counts", () -> kept.drop(field));
  }

  @Override
  public void forEachNew(String field, Collection<String> attributes, Consumer<CaptureCells> sink) {
    load.step(
        "read the cells",
        () -> resolutions.forEachCapture(kept.newCaptures(field), attributes, sink));
  }

  @Override
  public void forEachOf(
      String field,
      Collection<Long> rows,
      Collection<String> attributes,
      Consumer<CaptureCells> sink) {
    load.step(
        "read the cells again",
        () -> resolutions.forEachCapture(kept.capturesOf(field, rows), attributes, sink));
  }

  // --- what is kept ---------------------------------------------------------------------------

  @Override
  public void keep(String field, Collection<KnownCell> cells, Set<KnownCell> apart) {
    load.step("keep certain cells", () -> kept.addCells(field, cells, apart));
  }

  @Override
  public void keep(String field, long id, UnresolvedCells row) {
    load.step("keep a row in doubt", () -> kept.add(field, id, row));
  }

  @Override
  public void settle(String field, long id, PropagationResult settled) {
    load.step("keep how a row was settled", () -> kept.settle(field, id, settled));
  }

  @Override
  public List<KeptRow> rows(String field, Collection<String> subjects) {
    return load.ask("read rows in doubt", () -> kept.rows(field, subjects));
  }

  @Override
  public List<KnownCell> cells(String field, Collection<String> subjects) {
    return load.ask("read certain cells", () -> kept.cells(field, subjects));
  }

  @Override
  public Set<String> apart(String field) {
    return load.ask("read names seen apart", () -> kept.apart(field));
  }

  @Override
  public Map<Long, String> texts(String field) {
    return load.ask("read the texts of rows in doubt", () -> kept.texts(field));
  }

  @Override
  public void endField(String field, String version) {
    load.step("keep a field", () -> kept.addField(field, version));
  }

  // --- answers --------------------------------------------------------------------------------

  @Override
  public void ask(Collection<Long> observations) {
    load.step("note the cells of a row", () -> resolutions.ask(observations));
  }

  @Override
  public void resolve(long observationId, Observation cell) {
    load.step(
        "store a decided cell",
        () -> {
          if (resolutions.resolve(observationId, cell)) {
            changes.run();
          }
        });
  }

  @Override
  public void end() {
    load.step(
        "store the decided cells",
        () -> {
          if (resolutions.takeBackOthers()) {
            changes.run();
          }
          kept.end();
        });
  }
}
