package dev.unglue.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.value.Range;
import dev.unglue.model.value.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the project's own catalogue, without the checks that {@code config} makes. */
final class Catalogues {
  private static final Path FILE = Path.of("config", "attributes.yaml");

  private Catalogues() {}

  static Catalogue occupations() {
    JsonNode root = read(FILE);
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (JsonNode each : root.get("attributes")) {
      attributes.put(each.get("id").asText(), attribute(each));
    }
    return new Catalogue(
        root.get("kind").asText(),
        texts(root.get("missing")),
        attributes,
        Map.of(),
        Map.of(),
        MeasuredConfidence.NONE,
        List.of());
  }

  static JsonNode read(Path file) {
    try {
      return new YAMLMapper().readTree(file.toFile());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static Attribute attribute(JsonNode node) {
    return new Attribute(
        node.get("id").asText(),
        node.get("title").asText(),
        texts(node.path("labels")),
        CellType.valueOf(node.get("type").asText().toUpperCase(Locale.ROOT)),
        Attribute.Part.valueOf(node.path("part").asText("whole").toUpperCase(Locale.ROOT)),
        node.path("unit").asText(""),
        range(node.path("hard")),
        range(node.path("soft")),
        node.path("decimals").asInt(0),
        List.of(),
        null,
        texts(node.path("sections")).stream()
            .map(each -> Section.valueOf(each.toUpperCase(Locale.ROOT)))
            .toList(),
        0.98,
        node.hasNonNull("repair") ? node.get("repair").asText() : null);
  }

  private static @Nullable Range range(JsonNode node) {
    return node.isArray()
        ? new Range(new BigDecimal(node.get(0).asText()), new BigDecimal(node.get(1).asText()))
        : null;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
