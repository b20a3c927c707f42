package dev.unglue.split.open.piece;

/**
 * What is seen of a part of a row that may be a cell.
 *
 * @param form what kind of cell it would be
 * @param pattern a digest of its words and signs in order, each run of one kind as one
 * @param size its number of words, or of digits before and after the point
 * @param first a digest of its first word
 * @param last a digest of its last word
 * @param whole a digest of all of it
 * @param length its number of characters
 * @param value the number, where it is an integer; else -1
 * @param shape a digest of its words and signs in order, small words as they are, each number as
 *     one
 * @param digits number of its digits
 * @param commas number of its commas, those within numbers left out
 * @param capitals number of its capitalised words that neither begin it nor follow a sign; -1 where
 *     it has no words in small letters beside them
 */
public record CellPiece(
    PieceForm form,
    int pattern,
    int size,
    int first,
    int last,
    int whole,
    int length,
    int value,
    int shape,
    int digits,
    int commas,
    int capitals) {
  /** True if it says more than that a name stands there. */
  public boolean isTelling() {
    return form.isNumeric() || form == PieceForm.CHOICE || capitals >= 0;
  }
}
