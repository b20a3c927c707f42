package dev.unglue.store.view;

import dev.unglue.model.value.Range;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a published table.
 *
 * @param name as in the file's first line
 * @param type as Data Package v2 names it: string, number, integer, datetime
 * @param title for people
 * @param description what it means; what absent means
 * @param unit of its number; empty where there is none
 * @param required true if it is never absent
 * @param choices the only values it takes; empty where it is free
 * @param range what its number can be; absent where anything
 */
public record PublishedColumn(
    String name,
    String type,
    String title,
    String description,
    String unit,
    boolean required,
    List<String> choices,
    @Nullable Range range) {
  public PublishedColumn {
    choices = List.copyOf(choices);
  }

  public static PublishedColumn of(String name, String type, String description) {
    return new PublishedColumn(name, type, titleOf(name), description, "", false, List.of(), null);
  }

  public PublishedColumn as(String newType) {
    return new PublishedColumn(name, newType, title, description, unit, required, choices, range);
  }

  public PublishedColumn always() {
    return new PublishedColumn(name, type, title, description, unit, true, choices, range);
  }

  public PublishedColumn oneOf(String... values) {
    return new PublishedColumn(
        name, type, title, description, unit, required, List.of(values), range);
  }

  public PublishedColumn in(String newUnit) {
    return new PublishedColumn(name, type, title, description, newUnit, required, choices, range);
  }

  public PublishedColumn titled(String newTitle) {
    return new PublishedColumn(name, type, newTitle, description, unit, required, choices, range);
  }

  /** A column whose numbers lie there; absent: anywhere. */
  public PublishedColumn within(Optional<Range> newRange) {
    Range limits = newRange.orElse(null);
    return new PublishedColumn(name, type, title, description, unit, required, choices, limits);
  }

  private static String titleOf(String name) {
    String words = name.replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
