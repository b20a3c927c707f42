package dev.unglue.split.list.piece;

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
 */
public record Piece(
    PieceForm form, int pattern, int size, int first, int last, int whole, int length, int value) {}
