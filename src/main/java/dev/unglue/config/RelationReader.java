package dev.unglue.config;

import dev.unglue.config.yaml.YamlNode;
import dev.unglue.model.field.Relation;
import java.math.BigDecimal;
import java.util.Set;

/** Reads one entry of {@code relations} in {@code attributes.yaml}. */
final class RelationReader {
  private RelationReader() {}

  /**
   * {@code {product, of, factor, within}} or {@code {lower, higher}}.
   *
   * @param ids the ids of all attributes
   */
  static Relation read(YamlNode node, Set<String> ids) {
    boolean product = node.optional("product").isPresent();
    return node.whole(product ? product(node, ids) : order(node, ids));
  }

  private static Relation product(YamlNode node, Set<String> ids) {
    YamlNode factor = node.required("factor", "a number greater than 0");
    YamlNode within = node.required("within", "a share such as 0.01");
    return new Relation.Product(
        id(node, "product", ids), id(node, "of", ids), positive(factor), share(within));
  }

  private static Relation order(YamlNode node, Set<String> ids) {
    return new Relation.Order(id(node, "lower", ids), id(node, "higher", ids));
  }

  private static String id(YamlNode node, String key, Set<String> ids) {
    YamlNode value = node.required(key, "the id of an attribute");
    String id = value.asText();
    if (!ids.contains(id)) {
      value.unknown("expected the id of an attribute", id, ids);
    }
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
