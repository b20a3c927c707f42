package dev.unglue.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.unglue.store.Load;
import dev.unglue.store.Samples;
import dev.unglue.store.WorkStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract is one of the standard, and what it promises of the published files is true. */
class DataContractTest {
  /** The standard's own schema, as its project publishes it (Apache-2.0, its licence beside it). */
  private static final Path STANDARD =
      Path.of("src/test/resources/dev/unglue/publish/odcs-json-schema-v3.1.0.json");

  @TempDir Path out;
  private Path database;
  private String text;
  private JsonNode contract;

  @BeforeEach
  void publish() throws IOException {
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(Samples.start(Samples.MONDAY), Samples.catalogue());
      load.add(
          Samples.tellers(Samples.ref("a", Samples.MONDAY, "a"), "3.67"),
          Samples.PARSER,
          List.of(Samples.flag("age_range", "a", "Teller", "3")));
      load.forEachSubject(
          seen -> {
            load.replaceFacts(seen.subject(), Samples.latest(seen));
            return List.of();
          });
      load.finish("published", Samples.MONDAY.plusSeconds(60));
      Publication.publish(store, out);
    }
    database = out.resolve("unglue.db");
    text = Files.readString(out.resolve("csv/contract.odcs.yaml"));
    contract = new ObjectMapper(new YAMLFactory()).readTree(text);
  }

  private static Schema standard() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
        .getSchema(Files.readString(STANDARD), InputFormat.JSON);
  }

  @Test
  void isAsTheStandardSays() throws IOException {
    assertThat(standard().validate(text, InputFormat.YAML)).isEmpty();
    assertThat(standard().validate(text.replace("duplicateValues", "dupes"), InputFormat.YAML))
        .isNotEmpty();
    assertThat(standard().validate(text.replace("timestamp", "datetime"), InputFormat.YAML))
        .isNotEmpty();
  }

  @Test
  void takesTypesUnitsAndRangesFromTheAttributes() {
    assertThat(contract.at("/schema/0/name").asText()).isEqualTo("occupations");
    assertThat(contract.at("/schema/0/properties/3").toString())
        .isEqualTo(
            "{\"name\":\"yearly_salary_usd\",\"businessName\":\"Title of yearly_salary_usd\","
                + "\"logicalType\":\"number\",\"description\":\"Empty: not known\","
                + "\"required\":false,\"logicalTypeOptions\":{\"minimum\":10000,"
                + "\"maximum\":1000000},\"customProperties\":[{\"property\":\"unit\","
                + "\"value\":\"USD/year\"}]}");
    assertThat(checks("facts"))
        .containsExactly(
            "facts_key", "yearly_salary_usd_range", "job_satisfaction_range", "gender_pct_range");
  }

  @Test
  void namesTheRulesThatWereAsked() {
    assertThat(checks("flags")).containsExactly("flags_key", "no_fatal_flag", "age_range");
    JsonNode rule = table("flags").get("quality").get(2);
    assertThat(rule.get("severity").asText()).isEqualTo("error");
    assertThat(rule.get("implementation").asText()).isEqualTo("age_range");
  }

  @Test
  void whatItPromisesHolds() {
    List<String> asked = new ArrayList<>();
    for (JsonNode table : contract.get("schema")) {
      assertThat(out.resolve("csv").resolve(table.get("physicalName").asText())).exists();
      for (JsonNode check : table.get("quality")) {
        if (check.get("type").asText().equals("sql")) {
          asked.add(check.get("name").asText());
          assertThat(Samples.rows(database, check.get("query").asText()))
              .as(check.get("name").asText())
              .containsExactly(check.get("mustBe").asText());
        }
      }
    }
    assertThat(asked).hasSize(4);
  }

  @Test
  void aBrokenPromiseIsFound() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE fact SET value_num = 6 WHERE attribute_id = 'job_satisfaction'");
    }
    JsonNode check = table("facts").get("quality").get(2);

    assertThat(check.get("description").asText())
        .isEqualTo("Title of job_satisfaction: from 1 to 5 points of 5");
    assertThat(Samples.rows(database, check.get("query").asText())).containsExactly("1");
  }

  private JsonNode table(String name) {
    for (JsonNode table : contract.get("schema")) {
      if (table.get("name").asText().equals(name)) {
        return table;
      }
    }
    throw new IllegalStateException("no such table: " + name);
  }

  private List<String> checks(String table) {
    List<String> names = new ArrayList<>();
    table(table).get("quality").forEach(check -> names.add(check.get("name").asText()));
    return names;
  }
}
