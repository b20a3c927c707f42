package dev.unglue.model.subject;

import dev.unglue.model.page.Observation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows in doubt and the certain cells of each field as they are kept from run to run, and what
 * other captures decide of them.
 *
 * <p>From {@link #begin} to {@link #end} the <em>changed</em> captures are those that have become
 * current, or are no longer, since rows were last asked.
 */
public interface UnresolvedRowStore {
  /**
   * Looks for the changed captures: all of them, where rows were never asked or by other rules.
   *
   * @param version names all that decides how a row is asked
   */
  void begin(String version);

  /** The attributes of which a cell of some changed capture is in doubt. */
  Set<String> openAttributes();

  /** The fields of which rows and cells are kept. */
  Set<String> fields();

  /** Drops what is kept of changed captures; gives the subjects that it was about. */
  Set<String> drop(String field);

  /**
   * Streams what the captures that are yet to be kept say of these attributes, a capture at a time:
   * the changed ones, or all where the field is not kept yet. It is what their own pages say,
   * without what other captures have decided. The sink must not use the load.
   */
  void forEachNew(String field, Collection<String> attributes, Consumer<CaptureCells> sink);

  /** The same for the captures on which these kept rows stand. */
  void forEachOf(
      String field,
      Collection<Long> rows,
      Collection<String> attributes,
      Consumer<CaptureCells> sink);

  /**
   * Keeps certain cells.
   *
   * @param apart those among them that are names in cells of their own
   */
  void keep(String field, Collection<KnownCell> cells, Set<KnownCell> apart);

  /** Keeps a row as its own page leaves it, in the place of what was kept of it before. */
  void keep(String field, long id, UnresolvedCells row);

  /** Keeps how a row has come to rest. */
  void settle(String field, long id, PropagationResult settled);

  /** All rows that have one of these subjects, by id. */
  List<KeptRow> rows(String field, Collection<String> subjects);

  /** All certain cells of these subjects, in no order. */
  List<KnownCell> cells(String field, Collection<String> subjects);

  /** Keys of the names that some page prints in a cell of its own. */
  Set<String> apart(String field);

  /** The joined text of each row of the field. */
  Map<Long, String> texts(String field);

  /** Says that all captures of the field are kept. */
  void endField(String field, String version);

  /** Says that this run decides these observations anew, or else takes back what others decided. */
  void ask(Collection<Long> observations);

  /** Stores what other captures make of a cell; nothing where that is known already. */
  void resolve(long observationId, Observation cell);

  /**
   * Ends the cells of this run: those that were asked about, or stand on a changed capture, and
   * were not decided again are once more as their own page has them.
   */
  void end();
}
