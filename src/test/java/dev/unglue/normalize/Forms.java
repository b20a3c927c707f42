package dev.unglue.normalize;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.field.CellType;
import dev.unglue.model.field.MeasuredConfidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Forms of attributes made by hand, and their parts as one readable line. */
final class Forms {
  /** The project's own catalogue, as users have it. */
  static final Catalogue CATALOGUE = ConfigFolder.load(Path.of("config")).catalogue();

  /** A catalogue that knows nothing. */
  static final Catalogue EMPTY =
      new Catalogue(
          "thing", List.of("-"), Map.of(), Map.of(), Map.of(), MeasuredConfidence.NONE, List.of());

  private Forms() {}

  static Attribute attribute(CellType type, String unit, int decimals, @Nullable String lexicon) {
    return new Attribute(
        "a",
        "A",
        List.of(),
        type,
        Part.WHOLE,
        unit,
        null,
        null,
        decimals,
        List.of(),
        lexicon,
        List.of(),
        0.98,
        null);
  }

  static CellForm of(CellType type, String unit, int decimals) {
    return CellForms.of(attribute(type, unit, decimals, null), CATALOGUE);
  }

  static CellForm of(CellType type) {
    return of(type, "", 0);
  }

  /**
   * The parts that a form reads in a cell, such as {@code low=27000 "$27,000"; high=43000
   * "$43,000"}: part, member, value and the characters that it stands in.
   */
  static String read(CellForm form, String cell) {
    return form.read(cell).stream()
        .map(part -> shown(part, cell))
        .collect(Collectors.joining("; "));
  }

  private static String shown(CellPart part, String cell) {
    String member = part.member().isEmpty() ? "" : "[" + part.member() + "]";
    String value =
        part.number() == null ? String.valueOf(part.text()) : part.number().toPlainString();
    return "%s%s=%s \"%s\""
        .formatted(
            part.part().name().toLowerCase(Locale.ROOT),
            member,
            value,
            cell.substring(part.start(), part.end()));
  }
}
