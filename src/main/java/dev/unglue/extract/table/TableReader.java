package dev.unglue.extract.table;

import java.util.Optional;

/** Reads tables of one layout. Pure and total: any lines get an answer. */
interface TableReader {
  /** The table whose body begins at line {@code from}; empty if none of this layout does. */
  Optional<FoundTable> read(PageLines lines, int from);
}
