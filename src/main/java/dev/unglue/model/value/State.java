package dev.unglue.model.value;

import dev.unglue.text.LowerCaseId;
import java.util.Locale;

/** What became of a cell. */
public enum State implements LowerCaseId {
  /** Read; the value stands in {@code value_num} or {@code value_text}. */
  VALUE,
  /** The page prints its missing mark. */
  MISSING,
  /** It can be read in two ways or more; the candidates are kept, no value is given. */
  AMBIGUOUS,
  /** Well-formed in a cell of its own but outside the hard range: kept, flagged, never a fact. */
  OUT_OF_RANGE,
  /** No reading fits; the row lies in quarantine. */
  UNPARSED;

  /** Made once: it is asked for with each value. */
  private final String id = name().toLowerCase(Locale.ROOT);

  @Override
  public String id() {
    return id;
  }
}
