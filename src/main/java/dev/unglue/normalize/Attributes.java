package dev.unglue.normalize;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.CellType;
import dev.unglue.model.value.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attributes that no catalogue declares: what a cell of an unknown label may be. */
public final class Attributes {
  private static final double THRESHOLD = 0.98;

  private Attributes() {}

  /** An attribute of free text without any limit. */
  public static Attribute text(String id) {
    return of(id, CellType.NAME, 0);
  }

  /** What a cell of an unknown label may be, the most telling type first. */
  public static List<Attribute> generic() {
    return List.of(
        of("money", CellType.MONEY, 2),
        of("percent", CellType.PERCENT, 2),
        of("share", CellType.SHARE, 2),
        of("count", CellType.COUNT, 0),
        of("decimal", CellType.RATING, 3),
        of("name", CellType.NAME, 0));
  }

  private static Attribute of(String id, CellType type, int decimals) {
    @Nullable Range unlimited = null;
    return new Attribute(
        id,
        id,
        List.of(),
        type,
        Part.WHOLE,
        "",
        unlimited,
        unlimited,
        decimals,
        List.of(),
        null,
        List.of(),
        THRESHOLD,
        null);
  }
}
