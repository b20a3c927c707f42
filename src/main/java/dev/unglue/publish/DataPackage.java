package dev.unglue.publish;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.model.value.Range;
import dev.unglue.store.view.PublishedColumn;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** The descriptor of the CSVs: Data Package v2 (datapackage.org/standard), with units. */
final class DataPackage {
  /** Name of the file. */
  static final String FILE = "datapackage.json";

  private static final String PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json";
  private static final String RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json";
  private static final String SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DataPackage() {}

  /**
   * The descriptor's text; the contract says the same to other tools, with checks.
   *
   * @param files where each table was written
   */
  static String describe(List<CsvTable> tables, Function<CsvTable, Path> files) throws IOException {
    ObjectNode descriptor = MAPPER.createObjectNode();
    descriptor.put("$schema", PACKAGE);
    descriptor.put("name", "unglue");
    descriptor.put("title", "Comparison pages as one clean, checked, dated data set");
    descriptor.put(
        "description",
        "An empty cell is an absent value. A text that begins with = + - @ or a control character"
            + " has an apostrophe in front, so that no spreadsheet runs it; so has = + - @ behind a"
            + " semicolon, tab or line end within a text, where readers of other dialects begin a"
            + " cell.");
    ArrayNode resources = descriptor.putArray("resources");
    for (CsvTable table : tables) {
      resources.add(resource(table, files.apply(table)));
    }
    return text(descriptor);
  }

  /** A descriptor that was made before, with one table written anew. */
  static String described(String before, CsvTable table, Path file) throws IOException {
    ObjectNode descriptor = (ObjectNode) MAPPER.readTree(before);
    ArrayNode resources = descriptor.withArray("resources");
    for (int i = 0; i < resources.size(); i++) {
      if (resources.get(i).path("name").asText().equals(table.name())) {
        resources.set(i, resource(table, file));
      }
    }
    return text(descriptor);
  }

  /** True if all files of the descriptor lie beside it, each as long as it says. */
  static boolean isWhole(Path folder) throws IOException {
    JsonNode resources = MAPPER.readTree(Files.readString(folder.resolve(FILE))).path("resources");
    for (JsonNode resource : resources) {
      Path file = folder.resolve(resource.path("path").asText());
      if (!Files.isRegularFile(file) || Files.size(file) != resource.path("bytes").asLong()) {
        return false;
      }
    }
    return !resources.isEmpty();
  }

  private static String text(ObjectNode descriptor) throws IOException {
    // The system's own line end would make the bytes depend on the machine.
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return MAPPER.writer(printer).writeValueAsString(descriptor) + "\n";
  }

  private static ObjectNode resource(CsvTable table, Path file) throws IOException {
    ObjectNode resource = MAPPER.createObjectNode();
    resource.put("$schema", RESOURCE);
    resource.put("name", table.name());
    resource.put("title", table.title());
    resource.put("type", "table");
    resource.put("path", table.file());
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", Files.size(file));
    resource.put("hash", "sha256:" + sha256(file));
    resource.putObject("dialect").put("delimiter", ",").put("lineTerminator", "\n");
    resource.set("schema", schema(table));
    return resource;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.hex(in);
    }
  }

  private static ObjectNode schema(CsvTable table) {
    ObjectNode schema = MAPPER.createObjectNode();
    schema.put("$schema", SCHEMA);
    ArrayNode fields = schema.putArray("fields");
    table.fields().forEach(field -> fields.add(field(field, table.primaryKey())));
    schema.putArray("missingValues").add("");
    if (!table.primaryKey().isEmpty()) {
      ArrayNode key = schema.putArray("primaryKey");
      table.primaryKey().forEach(key::add);
    }
    if (table.subjectKey()) {
      ObjectNode key = schema.putArray("foreignKeys").addObject();
      key.putArray("fields").add("slug");
      key.putObject("reference").put("resource", "occupations").putArray("fields").add("slug");
    }
    return schema;
  }

  private static ObjectNode field(PublishedColumn field, List<String> primaryKey) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("name", field.name());
    node.put("type", field.type());
    node.put("title", field.title());
    node.put("description", field.description());
    if (!field.unit().isEmpty()) {
      node.put("unit", field.unit());
    }
    if (!field.required() && primaryKey.contains(field.name())) {
      // Here an empty text is a value of the key ("no member"), not an absent one.
      node.putArray("missingValues");
    }
    ObjectNode constraints = constraints(field);
    if (!constraints.isEmpty()) {
      node.set("constraints", constraints);
    }
    return node;
  }

  private static ObjectNode constraints(PublishedColumn field) {
    ObjectNode constraints = MAPPER.createObjectNode();
    if (field.required()) {
      constraints.put("required", true);
    }
    Range range = field.range();
    if (range != null) {
      constraints.put("minimum", range.min()).put("maximum", range.max());
    }
    if (field.name().equals("slug") && field.required()) {
      constraints.put("pattern", "[^\\s]+");
    }
    if (!field.choices().isEmpty()) {
      ArrayNode choices = constraints.putArray("enum");
      field.choices().forEach(choices::add);
    }
    return constraints;
  }
}
