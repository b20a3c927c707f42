package dev.unglue.pipeline.field;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.value.Range;
import dev.unglue.model.value.Section;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of a proposed configuration, with what a person needs to go on from them. */
final class FieldFiles {
  private FieldFiles() {}

  /**
   * {@code attributes.yaml}.
   *
   * @param leftOut labels that no attribute has, to be told in a comment
   */
  static String attributes(
      String kind, List<String> missing, List<Attribute> attributes, List<String> leftOut) {
    StringBuilder yaml =
        new StringBuilder(
            """
        # Proposed from pages by unglue init; edit it, then: unglue config check --config THIS-FOLDER
        # Ids are for other programs: choose names that may stay. soft is what was seen, and ranks readings:
        # widen it to what is usual. Add hard: [least, greatest] where you know what is possible at all.
        # Every key: src/docs/CONFIGURATION.md of unglue.
        """);
    if (!leftOut.isEmpty()) {
      yaml.append("# Left out, for no cell was read for sure, or less was read with them:\n");
      leftOut.forEach(label -> yaml.append("#   ").append(label).append('\n'));
    }
    yaml.append("\nkind: ").append(quoted(kind)).append("\nmissing: ").append(list(missing));
    yaml.append("\n\nattributes:").append(attributes.isEmpty() ? " []\n" : "\n");
    attributes.forEach(attribute -> append(yaml, attribute));
    return yaml.toString();
  }

  private static void append(StringBuilder yaml, Attribute attribute) {
    yaml.append("  - id: ").append(attribute.id()).append('\n');
    key(yaml, "title", quoted(attribute.title()));
    key(yaml, "labels", list(attribute.labels()));
    key(yaml, "type", attribute.type().id());
    if (attribute.part() != Part.WHOLE) {
      key(yaml, "part", attribute.part().id());
    }
    if (attribute.isNumber()) {
      key(yaml, "unit", quoted(attribute.unit()));
    }
    Range seen = attribute.soft();
    if (seen != null) {
      key(
          yaml,
          "soft",
          "[%s, %s]".formatted(seen.min().toPlainString(), seen.max().toPlainString()));
    }
    if (attribute.decimals() > 0) {
      key(yaml, "decimals", Integer.toString(attribute.decimals()));
    }
    String sections =
        attribute.sections().stream().map(Section::id).collect(Collectors.joining(", "));
    key(yaml, "sections", "[" + sections + "]");
  }

  private static void key(StringBuilder yaml, String key, String value) {
    yaml.append("    ").append(key).append(": ").append(value).append('\n');
  }

  private static String list(List<String> texts) {
    return texts.stream().map(FieldFiles::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** {@code rules.yaml}, in which nothing is set yet. */
  static String rules() {
    return """
    # What is to be otherwise than the rules come: severity, limits, exceptions, expectations of your own.
    rules: {}
    """;
  }

  /** The source that reads the same pages again. */
  static String source(List<String> inputs) {
    return """
    # The pages that this configuration was proposed from; paths begin where unglue is called.
    name: pages
    enabled: true
    files: %s
    """
        .formatted(list(inputs));
  }
}
