package dev.unglue.store.table;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Range;
import dev.unglue.store.sql.PreparedStatements;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The attributes of the catalogue, and one for what no label of the catalogue names.
 *
 * @param statements of the store
 */
public record CatalogueTable(PreparedStatements statements) {
  private static final String UPDATE =
      """
      ON CONFLICT (attribute_id) DO UPDATE SET
        title = excluded.title, value_type = excluded.value_type, unit = excluded.unit,
        hard_min = excluded.hard_min, hard_max = excluded.hard_max, numeric = excluded.numeric,
        position = excluded.position
      WHERE (title, value_type, unit, hard_min, hard_max, numeric, position) IS NOT
        (excluded.title, excluded.value_type, excluded.unit, excluded.hard_min, excluded.hard_max,
         excluded.numeric, excluded.position)
      """;

  private static final String UPSERT =
      """
      INSERT INTO attribute
        (attribute_id, title, value_type, unit, hard_min, hard_max, numeric, position)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """
          + UPDATE;

  private static final String UNMAPPED =
      """
      INSERT INTO attribute (attribute_id, title, value_type, unit, numeric)
      VALUES (?, 'Label that the catalogue lacks', 'text', '', 0)
      """
          + UPDATE;

  private static final String RETIRE =
      """
      UPDATE attribute SET position = NULL
      WHERE position IS NOT NULL AND attribute_id NOT IN (SELECT value FROM json_each(?))
      """;

  /** Makes the table equal to the catalogue; true if a row has changed. */
  public boolean store(Catalogue catalogue) throws SQLException {
    int changed = statements.update(RETIRE, catalogue.attributes().keySet());
    int position = 0;
    for (Attribute attribute : catalogue.attributes().values()) {
      changed += store(attribute, ++position);
    }
    return changed + statements.update(UNMAPPED, Observation.UNMAPPED) > 0;
  }

  private int store(Attribute attribute, int position) throws SQLException {
    Optional<Range> hard = attribute.hardRange();
    return statements.update(
        UPSERT,
        attribute.id(),
        attribute.title(),
        attribute.type().id(),
        attribute.unit(),
        hard.map(Range::min).orElse(null),
        hard.map(Range::max).orElse(null),
        attribute.isNumber() ? 1 : 0,
        position);
  }
}
