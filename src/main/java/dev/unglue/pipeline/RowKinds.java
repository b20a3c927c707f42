package dev.unglue.pipeline;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.model.CellForm;
import dev.unglue.model.CellType;
import dev.unglue.model.Row;
import dev.unglue.normalize.Attributes;
import dev.unglue.normalize.CellForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the catalogue says of a row by its label; made once for each label, not for each row. */
final class RowKinds {
  private final Catalogue catalogue;
  private final Map<String, List<Attribute>> byLabel;
  private final Map<String, Set<String>> lexicons = new HashMap<>();
  private final Map<String, RowKind> known = new ConcurrentHashMap<>();
  private final RowKind unknown;

  RowKinds(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.byLabel = catalogue.byLabel();
    catalogue.lexicon().forEach((name, list) -> lexicons.put(name, NameKnowledge.lowerCase(list)));
    this.unknown = new RowKind(List.of(), forms(Attributes.generic()), Set.of());
  }

  /**
   * The rows of one label.
   *
   * @param attributes the attributes that the label names; none for an unknown label
   * @param forms the forms a cell may have, strictest first
   * @param names closed list of names for the cells, lower case; may be empty
   */
  record RowKind(List<Attribute> attributes, List<CellForm> forms, Set<String> names) {
    boolean isKnown() {
      return !attributes.isEmpty();
    }

    /** The form where the page prints thousands marks. */
    CellForm marked() {
      return forms.get(0);
    }

    /** The form of a cell that stands alone. */
    CellForm form() {
      return forms.get(forms.size() - 1);
    }
  }

  RowKind of(Row row) {
    String key = Catalogue.labelKey(row.label().text());
    List<Attribute> attributes = byLabel.get(key);
    return attributes == null ? unknown : known.computeIfAbsent(key, label -> kind(attributes));
  }

  /** True if the catalogue knows a label that is spelt so. */
  boolean isLabel(String text) {
    return byLabel.containsKey(Catalogue.labelKey(text));
  }

  /** The rows whose label names these attributes. */
  RowKind of(List<Attribute> attributes) {
    return attributes.isEmpty() ? unknown : kind(attributes);
  }

  private RowKind kind(List<Attribute> attributes) {
    Set<String> names =
        attributes.stream()
            .flatMap(attribute -> Stream.ofNullable(attribute.lexicon()))
            .flatMap(lexicon -> lexicons.getOrDefault(lexicon, Set.of()).stream())
            .collect(Collectors.toUnmodifiableSet());
    return new RowKind(List.copyOf(attributes), forms(attributes.subList(0, 1)), names);
  }

  private List<CellForm> forms(List<Attribute> types) {
    return types.stream().flatMap(this::forms).toList();
  }

  private Stream<CellForm> forms(Attribute attribute) {
    CellForm form = CellForms.of(attribute, catalogue);
    return attribute.type() == CellType.COUNT
        ? Stream.of(CellForms.marked(attribute, catalogue), form)
        : Stream.of(form);
  }
}
