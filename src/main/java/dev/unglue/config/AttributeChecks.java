package dev.unglue.config;

import dev.unglue.config.yaml.Spelling;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold of an attribute as a whole, and between attributes. */
final class AttributeChecks {
  private final Map<String, List<String>> lexicon;
  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final Map<String, YamlNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<Attribute>> byLabel = new LinkedHashMap<>();

  AttributeChecks(Map<String, List<String>> lexicon) {
    this.lexicon = lexicon;
  }

  /** Checks an attribute by itself and against those before it. */
  void add(Attribute attribute, YamlNode node) {
    // A wrong type was replaced by a stand-in: what follows from it would only mislead.
    if (node.optional("type").filter(type -> !type.isNoted()).isPresent()) {
      checkPart(attribute, node);
      checkRanges(attribute, node);
      checkLexicon(attribute, node);
    }
    for (YamlNode label : node.each("labels", label -> label)) {
      checkLabel(attribute, label);
    }
    YamlNode before = nodes.putIfAbsent(attribute.id(), node);
    if (before != null && !attribute.id().isEmpty()) {
      String message = "the id %s stands twice: first at line %d; ids are unique";
      String id = Spelling.quoted(attribute.id());
      at(node, "id").problem(message.formatted(id, before.place().line()));
    }
    attributes.putIfAbsent(attribute.id(), attribute);
  }

  /** Checks what needs all attributes, and hands them out by id. */
  Map<String, Attribute> finish() {
    for (Attribute attribute : attributes.values()) {
      YamlNode node = nodes.get(attribute.id());
      String repair = attribute.repair();
      if (repair != null && node != null) {
        checkRepair(repair, at(node, "repair"));
      }
    }
    return attributes;
  }

  private void checkRepair(String repair, YamlNode node) {
    Attribute months = attributes.get(repair);
    node.expectKnown("expected the id of an attribute", repair, attributes.keySet());
    if (months != null && !months.unit().equals("months")) {
      String found = repair + " in " + Spelling.quoted(months.unit());
      node.problem("expected an attribute in months, found " + found);
    }
  }

  private static void checkPart(Attribute attribute, YamlNode node) {
    List<Part> parts = attribute.type().parts();
    if (!parts.contains(attribute.part())) {
      String known = String.join(", ", parts.stream().map(Part::id).toList());
      String message = "expected one of %s for type %s, found \"%s\"";
      String type = attribute.type().id();
      at(node, "part").problem(message.formatted(known, type, attribute.part().id()));
    }
  }

  private static void checkRanges(Attribute attribute, YamlNode node) {
    for (String key : List.of("hard", "soft", "typical", "unit")) {
      if (!attribute.isNumber() && node.optional(key).isPresent()) {
        at(node, key).problem("expected none: the values of this attribute are no numbers");
      }
    }
    if (attribute.isNumber() && attribute.unit().isBlank()) {
      at(node, "unit").problem("missing: expected the unit of the number, such as USD/year");
    }
  }

  private void checkLexicon(Attribute attribute, YamlNode node) {
    String list = attribute.lexicon();
    if (list == null && attribute.type() == CellType.CHOICE) {
      node.problem("type choice needs a lexicon: expected the name of a closed list, found none");
    }
    if (list != null) {
      String known = lexicon.isEmpty() ? "none there" : String.join(", ", lexicon.keySet());
      String expected = "expected the name of a list in lexicon/ (" + known + ")";
      at(node, "lexicon").expectKnown(expected, list, lexicon.keySet());
    }
  }

  /** One label may name several attributes of one cell, each taking another part of it. */
  private void checkLabel(Attribute attribute, YamlNode label) {
    String key = Catalogue.labelKey(label.asText());
    List<Attribute> others = byLabel.computeIfAbsent(key, absent -> new ArrayList<>());
    for (Attribute other : others) {
      String named = "the label " + Spelling.quoted(label.asText()) + " names " + other.id();
      if (other.type() != attribute.type()) {
        String message = " too, of another type: expected %s, found %s";
        label.problem(named + message.formatted(other.type().id(), attribute.type().id()));
      } else if (other.part() == attribute.part()) {
        label.problem(named + " too: expected another part of the cell, found the same");
      }
    }
    others.add(attribute);
  }

  private static YamlNode at(YamlNode node, String key) {
    return node.optional(key).orElse(node);
  }
}
