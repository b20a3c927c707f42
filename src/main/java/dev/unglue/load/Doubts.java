package dev.unglue.load;

import dev.unglue.model.KeptRow;
import dev.unglue.model.KnownCell;
import dev.unglue.model.Observation;
import dev.unglue.model.OpenRow;
import dev.unglue.model.Settled;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows in doubt and the certain cells of each field as the store keeps them from run to run,
 * and what other captures decide of them. Part of its {@link Load}: the same rules hold, and nobody
 * sees any of it until that ends.
 *
 * <p>From {@link #begin} to {@link #end} the <em>changed</em> captures are those that have become
 * current, or are no longer, since rows were last asked.
 */
public final class Doubts {
  private final Transaction load;
  private final Runnable changes;
  private final DoubtTable kept;
  private final ResolutionTable resolutions;

  /**
   * What is kept of rows in doubt.
   *
   * @param changes is told of each cell that is believed to be something else than before
   */
  Doubts(Transaction load, Runnable changes, Statements statements, long runId)
      throws SQLException {
    this.load = load;
    this.changes = changes;
    this.kept = new DoubtTable(statements);
    this.resolutions = new ResolutionTable(statements, runId);
  }

  /**
   * Looks for the changed captures: all of them, where rows were never asked or by other rules.
   *
   * @param version names all that decides how a row is asked
   */
  public void begin(String version) {
    load.step("look for changed captures", () -> kept.begin(version));
  }

  /** The attributes of which a cell of some changed capture is in doubt. */
  public Set<String> openAttributes() {
    return load.ask("look for open cells", resolutions::openAttributes);
  }

  /** The fields of which rows and cells are kept. */
  public Set<String> fields() {
    return load.ask("read the fields in doubt", kept::fields);
  }

  // --- captures -------------------------------------------------------------------------------

  /** Drops what is kept of changed captures; gives the subjects that it was about. */
  public Set<String> drop(String field) {
    return load.ask("drop what no longer counts", () -> kept.drop(field));
  }

  /**
   * Streams what the captures that are yet to be kept say of these attributes, a capture at a time:
   * the changed ones, or all where the field is not kept yet. It is what their own pages say,
   * without what other captures have decided. The sink must not use the load.
   */
  public void forEachNew(String field, Collection<String> attributes, Consumer<CaptureCells> sink) {
    load.step(
        "read the cells",
        () -> resolutions.forEachCapture(kept.newCaptures(field), attributes, sink));
  }

  /** The same for the captures on which these kept rows stand. */
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

  /**
   * Keeps certain cells.
   *
   * @param apart those among them that are names in cells of their own
   */
  public void keep(String field, Collection<KnownCell> cells, Set<KnownCell> apart) {
    load.step("keep certain cells", () -> kept.addCells(field, cells, apart));
  }

  /** Keeps a row as its own page leaves it, in the place of what was kept of it before. */
  public void keep(String field, long id, OpenRow row) {
    load.step("keep a row in doubt", () -> kept.add(field, id, row));
  }

  /** Keeps how a row has come to rest. */
  public void settle(String field, long id, Settled settled) {
    load.step("keep how a row was settled", () -> kept.settle(field, id, settled));
  }

  /** All rows that have one of these subjects, by id. */
  public List<KeptRow> rows(String field, Collection<String> subjects) {
    return load.ask("read rows in doubt", () -> kept.rows(field, subjects));
  }

  /** All certain cells of these subjects, in no order. */
  public List<KnownCell> cells(String field, Collection<String> subjects) {
    return load.ask("read certain cells", () -> kept.cells(field, subjects));
  }

  /** Keys of the names that some page prints in a cell of its own. */
  public Set<String> apart(String field) {
    return load.ask("read names seen apart", () -> kept.apart(field));
  }

  /** The joined text of each row of the field. */
  public Map<Long, String> texts(String field) {
    return load.ask("read the texts of rows in doubt", () -> kept.texts(field));
  }

  /** Says that all captures of the field are kept. */
  public void endField(String field, String version) {
    load.step("keep a field", () -> kept.addField(field, version));
  }

  // --- answers --------------------------------------------------------------------------------

  /** Says that this run decides these observations anew, or else takes back what others decided. */
  public void ask(Collection<Long> observations) {
    load.step("note the cells of a row", () -> resolutions.ask(observations));
  }

  /** Stores what other captures make of a cell; nothing where that is known already. */
  public void resolve(long observationId, Observation cell) {
    load.step(
        "store a decided cell",
        () -> {
          if (resolutions.resolve(observationId, cell)) {
            changes.run();
          }
        });
  }

  /**
   * Ends the cells of this run: those that were asked about, or stand on a changed capture, and
   * were not decided again are once more as their own page has them.
   */
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
