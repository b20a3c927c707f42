package dev.unglue.reconcile;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.field.CellType;
import dev.unglue.model.page.Observation;
import dev.unglue.normalize.Attributes;
import dev.unglue.normalize.CellForms;
import dev.unglue.split.candidate.Cell;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a row is about: the attributes that one label names, which each take their part of the same
 * cell. Empty for the rows whose labels the catalogue lacks.
 *
 * @param attributes the attributes, in the order of the catalogue
 */
record RowAttributes(List<Attribute> attributes) {
  RowAttributes {
    attributes = List.copyOf(attributes);
  }

  /** Every field of a catalogue, and the one of unknown labels. */
  static List<RowAttributes> of(Catalogue catalogue) {
    Set<RowAttributes> fields = new LinkedHashSet<>();
    catalogue.byLabel().values().forEach(attributes -> fields.add(new RowAttributes(attributes)));
    fields.add(new RowAttributes(List.of()));
    return List.copyOf(fields);
  }

  /** Ids of the attributes, as observations name them. */
  List<String> ids() {
    return attributes.isEmpty()
        ? List.of(Observation.UNMAPPED)
        : attributes.stream().map(Attribute::id).toList();
  }

  /** Names it among all fields of the catalogue. */
  String key() {
    return String.join("+", ids());
  }

  /** True if its cells are free names, which every page that prints them apart tells more of. */
  boolean isName() {
    return attributes.size() == 1 && attributes.get(0).type() == CellType.NAME;
  }

  /** True if a cell gives one observation and no more, so that a cell can be told from it. */
  boolean isWhole() {
    return attributes.isEmpty() || (attributes.size() == 1 && parts().equals(Set.of(Part.WHOLE)));
  }

  /**
   * The key that the splitter gives to a cell of which these observations were made, one for each
   * attribute; absent where they do not tell all of it.
   */
  Optional<String> key(List<Observation> cell, Catalogue catalogue) {
    if (attributes.isEmpty()) {
      return genericKey(cell.get(0).value(), catalogue);
    }
    CellType type = attributes.get(0).type();
    boolean all = parts().equals(Set.copyOf(type.parts())) && !type.hasMembers();
    if (!all || cell.size() != attributes.size()) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.iterate(0, i -> i < cell.size(), i -> i + 1)
            .sorted(Comparator.comparing(i -> attributes.get(i).part()))
            .map(i -> key(cell.get(i)))
            .collect(Collectors.joining(";")));
  }

  private Set<Part> parts() {
    return attributes.stream().map(Attribute::part).collect(Collectors.toSet());
  }

  private static String key(Observation seen) {
    BigDecimal number = seen.valueNum();
    String text = number == null ? seen.value() : null;
    return Cell.keyOf(List.of(new CellPart(Part.WHOLE, "", number, text, 0, 0)));
  }

  private static Optional<String> genericKey(String cell, Catalogue catalogue) {
    for (Attribute type : Attributes.generic()) {
      CellForm form = CellForms.of(type, catalogue);
      List<CellPart> parts = form.read(cell);
      if (!parts.isEmpty()) {
        return Optional.of(Cell.keyOf(parts));
      }
    }
    return Optional.empty();
  }
}
