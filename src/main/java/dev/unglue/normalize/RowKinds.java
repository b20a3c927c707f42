package dev.unglue.normalize;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.RowKind;
import dev.unglue.model.page.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the catalogue says of a row by its label; made once for each label, not for each row. */
public final class RowKinds {
  private final Catalogue catalogue;
  private final Map<String, List<Attribute>> byLabel;
  private final Map<String, Set<String>> lexicons = new ConcurrentHashMap<>();
  private final Map<String, RowKind> known = new ConcurrentHashMap<>();
  private final RowKind unknown;

  /** The rows of a catalogue's tables. */
  public RowKinds(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.byLabel = catalogue.byLabel();
    this.unknown = new RowKind(List.of(), forms(Attributes.generic()), Set.of());
  }

  /** The rows with the label of this one. */
  public RowKind of(Row row) {
    String key = Catalogue.labelKey(row.label().text());
    List<Attribute> attributes = byLabel.get(key);
    return attributes == null ? unknown : known.computeIfAbsent(key, label -> kind(attributes));
  }

  /** True if the catalogue knows a label that is spelt so. */
  public boolean isLabel(String text) {
    return byLabel.containsKey(Catalogue.labelKey(text));
  }

  /** The rows whose label names these attributes. */
  public RowKind of(List<Attribute> attributes) {
    return attributes.isEmpty() ? unknown : kind(attributes);
  }

  private RowKind kind(List<Attribute> attributes) {
    Set<String> names =
        attributes.stream()
            .flatMap(attribute -> Stream.ofNullable(attribute.lexicon()))
            .flatMap(list -> lexicons.computeIfAbsent(list, catalogue::names).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new RowKind(attributes, forms(attributes.subList(0, 1)), names);
  }

  private List<CellForm> forms(List<Attribute> types) {
    return types.stream().flatMap(type -> CellForms.all(type, catalogue).stream()).toList();
  }
}
