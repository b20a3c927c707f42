package dev.unglue.validate.rule;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page as its rules look at it: what several of them ask is looked for but once.
 *
 * @param parsed the page as read
 * @param rows every row of every table
 * @param hasKnownLabel true if the catalogue knows the label of a row
 * @param byAttribute the observations by id of their attribute, in the page's order
 * @param numbers the first good numbers by subject
 */
public record CheckedPage(
    ParsedPage parsed,
    List<GridRow> rows,
    boolean hasKnownLabel,
    Map<String, List<Observation>> byAttribute,
    GoodNumbers numbers) {
  /** Keeps views of the collections: they are made here, and nobody else has them. */
  public CheckedPage {
    rows = Collections.unmodifiableList(rows);
    byAttribute = Collections.unmodifiableMap(byAttribute);
  }

  /** Looks through a page. */
  public static CheckedPage of(ParsedPage page) {
    List<GridRow> rows = new ArrayList<>();
    boolean known = false;
    for (Grid grid : page.tables()) {
      for (GridRow row : grid.rows()) {
        rows.add(row);
        known |= !row.attributes().isEmpty();
      }
    }
    Map<String, List<Observation>> byAttribute = new HashMap<>();
    GoodNumbers numbers = new GoodNumbers();
    for (Observation each : page.observations()) {
      byAttribute.computeIfAbsent(each.attribute(), id -> new ArrayList<>()).add(each);
      numbers.add(each);
    }
    return new CheckedPage(page, rows, known, byAttribute, numbers);
  }

  /** All that the page says of an attribute. */
  public List<Observation> of(String attribute) {
    return byAttribute.getOrDefault(attribute, List.of());
  }

  /**
   * All that it says of an attribute by subject and section, both in the page's order: what stands
   * together.
   */
  public List<List<Observation>> groups(String attribute) {
    Map<String, List<Observation>> groups = new LinkedHashMap<>();
    for (Observation each : of(attribute)) {
      String key = each.slug() + ' ' + each.section().id();
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
    }
    return List.copyOf(groups.values());
  }

  /**
   * The rows to judge by their shape: none on a page of which the catalogue knows no label, whose
   * grid is kept as it is and gives no value.
   */
  public List<GridRow> judged() {
    return hasKnownLabel ? rows : List.of();
  }

  /** True if something of the page was put aside for that reason. */
  public boolean isQuarantined(String reason) {
    return parsed.quarantine().stream().anyMatch(each -> each.reason().equals(reason));
  }
}
