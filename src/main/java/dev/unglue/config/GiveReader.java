package dev.unglue.config;

import dev.unglue.config.yaml.Spelling;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.field.StatementForms.Rank;
import dev.unglue.model.field.Words;
import java.util.List;
import java.util.Set;

/** Reads what a form of {@code statements.yaml} gives, and checks that the form holds it. */
final class GiveReader {
  private static final String WHOLE_LINE = "line";
  private static final String PLACE = "place";

  private final Catalogue catalogue;
  private final boolean signs;

  GiveReader(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.signs = !words.plus().isEmpty() || !words.minus().isEmpty();
  }

  /**
   * A list of values; empty where the key is absent.
   *
   * @param subjects placeholders that name a subject, those of the heading included
   * @param slots placeholders of the form itself
   */
  List<Give> gives(YamlNode parent, String key, Set<String> subjects, Set<String> slots) {
    return parent.each(key, node -> give(node, subjects, slots));
  }

  private Give give(YamlNode node, Set<String> subjects, Set<String> slots) {
    String value = node.text("value");
    String slot = value.replaceAll("\\.(min|max)$", "");
    if (!slot.equals(WHOLE_LINE)) {
      check(node, "value", slot, slots);
    }
    return node.whole(
        new Give(
            attribute(node),
            optionalSlot(node, "subject", subjects),
            value,
            optionalSlot(node, "member", slots),
            optionalSlot(node, "sign", slots),
            node.optional("ordinal").map(place -> place.asOneOf(List.of(PLACE))).isPresent()));
  }

  Rank rank(YamlNode node, Set<String> slots) {
    Rank rank =
        new Rank(
            attribute(node),
            requiredSlot(node, "greater", slots),
            requiredSlot(node, "lesser", slots),
            requiredSlot(node, "sign", slots));
    node.expect(signs, "expected words under words.plus or words.minus, found none");
    return node.whole(rank);
  }

  /** The id of a known attribute. */
  String attribute(YamlNode parent) {
    YamlNode node = parent.required("attribute", "the id of an attribute");
    String id = node.asText();
    if (catalogue.attribute(id).isEmpty()) {
      String hint = Spelling.hint(id, catalogue.attributes().keySet());
      node.problem("unknown attribute " + Spelling.quoted(id) + hint);
    }
    return id;
  }

  private static String requiredSlot(YamlNode parent, String key, Set<String> slots) {
    String slot = parent.text(key);
    check(parent, key, slot, slots);
    return slot;
  }

  private static String optionalSlot(YamlNode parent, String key, Set<String> slots) {
    String slot = parent.optionalText(key).orElse("");
    check(parent, key, slot, slots);
    return slot;
  }

  private static void check(YamlNode parent, String key, String slot, Set<String> slots) {
    if (!slot.isEmpty() && !slots.contains(slot)) {
      String known = slots.isEmpty() ? "none" : String.join(", ", slots);
      String expected = "expected a placeholder of the form (%s), found ".formatted(known);
      parent.optional(key).ifPresent(node -> node.problem(expected + Spelling.quoted(slot)));
    }
  }
}
