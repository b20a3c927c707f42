package dev.unglue.config;

import dev.unglue.config.yaml.Spelling;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.field.Relation;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Range;
import dev.unglue.model.value.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code attributes.yaml}, whose comments say what each key means. */
final class AttributesFile {
  private static final String NAME = "attributes.yaml";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
  private static final double USUAL_THRESHOLD = 0.98;
  private static final int MOST_DECIMALS = 6;

  private AttributesFile() {}

  /** The catalogue; it waits for the lists of names and the weights only when it comes to them. */
  static Catalogue read(
      ConfigFiles files,
      CompletableFuture<Map<String, List<String>>> lists,
      CompletableFuture<Map<String, Double>> weights) {
    YamlNode root = files.yaml(NAME);
    String kind = root.text("kind");
    YamlNode marks = root.required("missing", "a list of marks such as \"-\"");
    List<String> missing = marks.asList().stream().map(YamlNode::asText).toList();
    marks.expect(!missing.isEmpty(), "expected at least one mark such as \"-\", found none");
    Map<String, List<String>> lexicon = lists.join();
    AttributeChecks checks = new AttributeChecks(lexicon);
    for (YamlNode node : root.list("attributes")) {
      checks.add(attribute(node), node);
    }
    Map<String, Attribute> attributes = checks.finish();
    Set<String> ids = attributes.keySet();
    List<Relation> relations = root.whole(root.each("relations", node -> relation(node, ids)));
    MeasuredConfidence confidence = LearnedFiles.confidence(files, ids);
    return new Catalogue(kind, missing, attributes, lexicon, weights.join(), confidence, relations);
  }

  private static Attribute attribute(YamlNode node) {
    return node.whole(
        new Attribute(
            id(node.required("id", "a name such as average_age_years")),
            node.text("title"),
            node.texts("labels"),
            node.choice("type", CellType.class),
            node.value("part", part -> part.asChoice(Part.class), Part.WHOLE),
            node.optionalText("unit").orElse(""),
            range(node, "hard"),
            range(node, "soft"),
            node.value("decimals", n -> n.asIntegerTo(MOST_DECIMALS), 0),
            node.each("typical", YamlNode::asDecimal),
            node.optionalText("lexicon").orElse(null),
            sections(node),
            node.value("threshold", YamlNode::asProbability, USUAL_THRESHOLD),
            node.optionalText("repair").orElse(null)));
  }

  private static String id(YamlNode node) {
    String id = node.asText();
    String expected = "expected lower case letters, digits and _, found ";
    node.expect(ID.matcher(id).matches(), expected + Spelling.quoted(id));
    boolean kept = id.equals(Observation.UNMAPPED);
    node.expect(!kept, "expected another name: " + id + " is kept for unknown labels");
    return id;
  }

  private static @Nullable Range range(YamlNode parent, String key) {
    Optional<YamlNode> node = parent.optional(key);
    if (node.isEmpty()) {
      return null;
    }
    List<BigDecimal> ends = node.get().asList().stream().map(YamlNode::asDecimal).toList();
    if (ends.size() != 2 || ends.get(0).compareTo(ends.get(1)) > 0) {
      String found = String.join(", ", ends.stream().map(BigDecimal::toPlainString).toList());
      node.get().problem("expected [least, greatest], found [" + found + "]");
      return null;
    }
    return new Range(ends.get(0), ends.get(1));
  }

  private static List<Section> sections(YamlNode node) {
    List<YamlNode> sections = node.list("sections");
    String expected = "expected at least one, found none";
    node.optional("sections").ifPresent(list -> list.expect(!sections.isEmpty(), expected));
    return sections.stream().map(section -> section.asChoice(Section.class)).toList();
  }

  // --- relations ------------------------------------------------------------------------------

  /** {@code {product, of, factor, within}} or {@code {lower, higher}}. */
  private static Relation relation(YamlNode node, Set<String> ids) {
    boolean product = node.optional("product").isPresent();
    return node.whole(product ? product(node, ids) : order(node, ids));
  }

  private static Relation product(YamlNode node, Set<String> ids) {
    YamlNode factor = node.required("factor", "a number greater than 0");
    YamlNode within = node.required("within", "a share such as 0.01");
    return new Relation.Product(
        attributeId(node, "product", ids),
        attributeId(node, "of", ids),
        positive(factor),
        share(within));
  }

  private static Relation order(YamlNode node, Set<String> ids) {
    return new Relation.Order(attributeId(node, "lower", ids), attributeId(node, "higher", ids));
  }

  private static String attributeId(YamlNode node, String key, Set<String> ids) {
    YamlNode value = node.required(key, "the id of an attribute");
    String id = value.asText();
    value.expectKnown("expected the id of an attribute", id, ids);
    return id;
  }

  private static BigDecimal positive(YamlNode node) {
    BigDecimal number = node.asDecimal();
    boolean positive = number.signum() > 0;
    node.expect(positive, "expected a number greater than 0, found " + number.toPlainString());
    return positive ? number : BigDecimal.ONE;
  }

  private static BigDecimal share(YamlNode node) {
    BigDecimal number = node.asDecimal();
    boolean share = number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0;
    node.expect(share, "expected a share from 0 to below 1, found " + number.toPlainString());
    return share ? number : BigDecimal.ZERO;
  }
}
