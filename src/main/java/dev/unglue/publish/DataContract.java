package dev.unglue.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.unglue.model.value.Range;
import dev.unglue.store.StorePlace;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import dev.unglue.store.sql.Schema;
import dev.unglue.store.view.PublishedColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What readers may rely on, as a contract of the Open Data Contract Standard (version 3.1.0,
 * bitol-io.github.io/open-data-contract-standard): types and ranges as the attributes have them,
 * checks that can be run, and the rules that were asked.
 */
final class DataContract {
  /** Name of the file. */
  static final String FILE = "contract.odcs.yaml";

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private static final Map<String, String> TYPES = Map.of("datetime", "timestamp");

  private static final String RANGES =
      """
      SELECT attribute_id, title, unit, hard_min, hard_max FROM attribute
      WHERE position IS NOT NULL AND numeric AND hard_min IS NOT NULL ORDER BY position
      """;

  private static final String RULES = "SELECT rule_id, title, severity FROM rule ORDER BY rule_id";

  private DataContract() {}

  private record Limited(String id, String title, String unit, Range hard) {}

  private record AskedRule(String id, String title, String severity) {}

  /** The contract's text. */
  static String describe(PreparedStatements statements, List<CsvTable> tables) throws SQLException {
    ObjectNode contract = MAPPER.createObjectNode();
    contract.put("apiVersion", "v3.1.0").put("kind", "DataContract").put("id", "unglue");
    contract.put("name", "unglue").put("version", Schema.VERSION + ".0.0").put("status", "active");
    contract
        .putObject("description")
        .put("purpose", "Comparison pages as one clean, checked, dated data set")
        .put("usage", "Read the CSVs or the SQLite file; a new one takes its place in one step")
        .put("limitations", "An empty cell is an absent value: not printed, or not read for sure");
    ArrayNode servers = contract.putArray("servers");
    server(servers, "csv", "local").put("path", "./{model}.csv").put("format", "csv");
    server(servers, "sqlite", "custom")
        .put("path", "../" + StorePlace.PUBLISHED)
        .put("format", "sqlite");
    ArrayNode schema = contract.putArray("schema");
    for (CsvTable table : tables) {
      ArrayNode checks = table(schema.addObject(), table);
      switch (table.name()) {
        case "facts" ->
            statements
                .list(RANGES, RecordReader.inOrder(Limited.class))
                .forEach(limited -> inRange(checks, limited));
        case "flags" ->
            rules(checks, statements.list(RULES, RecordReader.inOrder(AskedRule.class)));
        default -> {}
      }
    }
    return text(contract);
  }

  private static String text(ObjectNode contract) {
    try {
      return MAPPER.writeValueAsString(contract);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("trees of texts and numbers always have a YAML form", e);
    }
  }

  private static ObjectNode server(ArrayNode servers, String name, String type) {
    return servers.addObject().put("server", name).put("type", type);
  }

  /** Its checks, to which more may be added. */
  private static ArrayNode table(ObjectNode node, CsvTable table) {
    node.put("name", table.name()).put("physicalName", table.file()).put("physicalType", "file");
    node.put("logicalType", "object").put("description", table.title());
    ArrayNode properties = node.putArray("properties");
    for (PublishedColumn field : table.fields()) {
      property(properties.addObject(), field, table.primaryKey().indexOf(field.name()) + 1);
    }
    if (table.subjectKey()) {
      node.putArray("relationships")
          .addObject()
          .put("from", table.name() + ".slug")
          .put("to", "occupations.slug");
    }
    ArrayNode checks = node.putArray("quality");
    if (!table.primaryKey().isEmpty()) {
      ObjectNode check = check(checks, table.name() + "_key", "library", "uniqueness", "error");
      check.put("metric", "duplicateValues").put("mustBe", 0);
      ArrayNode names = check.putObject("arguments").putArray("properties");
      table.primaryKey().forEach(names::add);
    }
    return checks;
  }

  private static void property(ObjectNode node, PublishedColumn field, int keyPosition) {
    node.put("name", field.name()).put("businessName", field.title());
    node.put("logicalType", TYPES.getOrDefault(field.type(), field.type()));
    if (!field.description().isEmpty()) {
      node.put("description", field.description());
    }
    node.put("required", field.required());
    if (keyPosition > 0) {
      node.put("primaryKey", true).put("primaryKeyPosition", keyPosition);
    }
    Range range = field.range();
    if (range != null) {
      node.putObject("logicalTypeOptions").put("minimum", range.min()).put("maximum", range.max());
    }
    if (!field.unit().isEmpty()) {
      node.putArray("customProperties")
          .addObject()
          .put("property", "unit")
          .put("value", field.unit());
    }
    if (!field.choices().isEmpty()) {
      ObjectNode check =
          check(
              node.putArray("quality"), field.name() + "_known", "library", "conformity", "error");
      check.put("metric", "invalidValues").put("mustBe", 0);
      ArrayNode choices = check.putObject("arguments").putArray("validValues");
      field.choices().forEach(choices::add);
    }
  }

  private static ObjectNode check(
      ArrayNode checks, String name, String type, String dimension, String severity) {
    return checks
        .addObject()
        .put("name", name)
        .put("type", type)
        .put("dimension", dimension)
        .put("severity", severity);
  }

  private static void inRange(ArrayNode checks, Limited attribute) {
    String min = attribute.hard().min().toPlainString();
    String max = attribute.hard().max().toPlainString();
    check(checks, attribute.id() + "_range", "sql", "conformity", "error")
        .put(
            "description",
            "%s: from %s to %s %s".formatted(attribute.title(), min, max, attribute.unit()).trim())
        .put(
            "query",
            "SELECT count(*) FROM fact WHERE attribute_id = '%s' AND valid_to IS NULL AND value_num NOT BETWEEN %s AND %s"
                .formatted(attribute.id(), min, max))
        .put("mustBe", 0);
  }

  /** What no publish holds, and what was asked; a flag of such a rule is a row of the table. */
  private static void rules(ArrayNode checks, List<AskedRule> rules) {
    check(checks, "no_fatal_flag", "sql", "consistency", "fatal")
        .put("description", "Nothing is published while a fatal flag stands, unless by force")
        .put("query", "SELECT count(*) FROM v_flag WHERE severity = 'fatal'")
        .put("mustBe", 0);
    for (AskedRule rule : rules) {
      check(checks, rule.id(), "custom", "consistency", rule.severity())
          .put("description", rule.title())
          .put("engine", "unglue")
          .put("implementation", rule.id());
    }
  }
}
