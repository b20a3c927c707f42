package dev.unglue.bench;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import java.util.Set;

/** The kinds of attributes that have a target of their own. */
enum AttributeKind {
  /** Numbers of any kind. */
  NUMERIC,
  /** Companies, cities, states, colleges, majors, industries. */
  NAME,
  /** Anything else. */
  OTHER;

  private static final Set<CellType> NAMES = Set.of(CellType.NAME, CellType.CITY, CellType.CHOICE);

  static AttributeKind of(String attribute, Catalogue catalogue) {
    Attribute known = catalogue.attributes().get(attribute);
    if (known == null) {
      return OTHER;
    }
    return known.isNumber() ? NUMERIC : NAMES.contains(known.type()) ? NAME : OTHER;
  }
}
