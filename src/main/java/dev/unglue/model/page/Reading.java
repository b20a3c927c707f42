package dev.unglue.model.page;

import dev.unglue.model.value.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One way to cut a row's joined text into cells.
 *
 * @param cells the cells, in order; together with the joints they are the row's text
 * @param probability among all readings of the row, 0..1
 * @param evidence what each source of evidence says of it, by the source's name: the logarithm of
 *     how much likelier it makes this reading, 0 where it has no opinion
 */
public record Reading(List<Slice> cells, double probability, Map<String, Double> evidence) {
  /** Copies the collections, keeping their order. */
  public Reading {
    cells = List.copyOf(cells);
    evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
  }

  /** The same at another place. */
  public Reading moved(UnaryOperator<Span> place) {
    return new Reading(Slice.moved(cells, place), probability, evidence);
  }

  /** What speaks for it and against it, for people: {@code salary_sentence +1.20, city -0.30}. */
  public String reasons() {
    return evidence.entrySet().stream()
        .filter(entry -> entry.getValue() != 0)
        .map(entry -> String.format(Locale.ROOT, "%s %+.2f", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The cells as text. */
  public List<String> texts() {
    return cells.stream().map(Slice::text).toList();
  }
}
