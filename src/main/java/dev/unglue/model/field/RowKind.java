package dev.unglue.model.field;

import java.util.List;
import java.util.Set;

/**
 * What the rows of one label are.
 *
 * @param attributes the attributes that the label names; none for an unknown label
 * @param forms the forms a cell may have, strictest first
 * @param names closed list of names for the cells, lower case; may be empty
 */
public record RowKind(List<Attribute> attributes, List<CellForm> forms, Set<String> names) {
  /** Copies the collections. */
  public RowKind {
    attributes = List.copyOf(attributes);
    forms = List.copyOf(forms);
    names = Set.copyOf(names);
  }

  /** True if the catalogue knows the label. */
  public boolean isKnown() {
    return !attributes.isEmpty();
  }

  /** Ids of the attributes. */
  public List<String> ids() {
    return attributes.stream().map(Attribute::id).toList();
  }

  /** Id of the first attribute; empty for an unknown label. */
  public String firstId() {
    return attributes.isEmpty() ? "" : attributes.get(0).id();
  }

  /** The form where the page prints thousands marks. */
  public CellForm marked() {
    return forms.get(0);
  }

  /** The form of a cell that stands alone. */
  public CellForm form() {
    return forms.get(forms.size() - 1);
  }
}
