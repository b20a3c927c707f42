package dev.unglue.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A typed part of a cell: a cell such as {@code Bachelor's Degree, 48%} has two.
 *
 * @param part which part
 * @param member key within a breakdown ({@code Male}); empty elsewhere
 * @param number its number in the unit that is printed; absent for text
 * @param text its text, cleaned; absent for numbers
 * @param start its first character in the cell
 * @param end one past its last character in the cell
 */
public record CellPart(
    Attribute.Part part,
    String member,
    @Nullable BigDecimal number,
    @Nullable String text,
    int start,
    int end) {}
