package dev.unglue.model.field;

import java.util.List;

/**
 * The printed form of one type of cell: tells well-formed cells from others and takes them apart.
 *
 * <p>Kept in {@code model} because two stages share it: {@code split} asks whether a cut leaves
 * well-formed cells, {@code normalize} types the cell that came out.
 */
public interface CellForm {
  /** Length of the longest well-formed cell, in characters. */
  int maxLength();

  /** The parts of a well-formed cell; empty if {@code cell} is not one. Pure and total. */
  List<CellPart> read(String cell);

  /** False only for a character with which no well-formed cell ends: asked before anything else. */
  default boolean mayEndWith(char last) {
    return true;
  }

  /** True if the form alone hardly limits where a cell may end: free text. */
  default boolean isFree() {
    return false;
  }
}
