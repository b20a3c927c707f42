package dev.unglue.cli.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.cli.option.Environment;
import dev.unglue.model.run.SourceNight;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.pipeline.request.RunSummary.RunDetails.RuleOutcome;
import dev.unglue.text.TerminalText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The events of a run in the form of OpenLineage (spec 2-0-2,
 * https://openlineage.io/spec/2-0-2/OpenLineage.json).
 */
public final class Lineage {
  private static final String EVENT =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final String INPUT_FACET =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/InputDatasetFacet";
  private static final String FACETS = "https://openlineage.io/spec/facets/";

  /** The columns of v_fact, which readers of the published file begin with. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "TEXT",
          "page layout section subject kind attribute member state value_text unit raw_text method"
              + " valid_from resolution last_seen_at gone_at",
          "INTEGER",
          "ordinal raw_start raw_end support dissent",
          "REAL",
          "value_num confidence");

  /** An endpoint that takes longer must not keep a night waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Consumer<String> sink;
  private final String producer;

  /**
   * @param target the file whose end the events go to, each as JSON on one line; or an endpoint,
   *     where it is an address
   * @param warned hears what becomes of an event that is not taken
   */
  public Lineage(String target, Environment environment, Consumer<String> warned) {
    String lower = target.toLowerCase(Locale.ROOT);
    Path file = environment.workingFolder().resolve(target);
    this.sink =
        lower.startsWith("http://") || lower.startsWith("https://")
            ? event -> post(target, event, warned)
            : event -> append(file, event);
    this.producer = "urn:unglue:" + environment.version();
  }

  public void start(String runUuid, Instant at) {
    sink.accept(event("START", runUuid, at).toString());
  }

  /**
   * The end of a run. One that published nothing has failed; one of which a source did not bring
   * all that was planned is complete, and says so.
   */
  public void end(RunSummary summary, Instant at) {
    String type = summary.isPublished() ? "COMPLETE" : "FAIL";
    ObjectNode event = event(type, summary.runUuid(), at);
    describe(event, summary);
    if (!summary.isWhole()) {
      error(event, NightWords.why(summary.nights()));
    }
    sink.accept(event.toString());
  }

  public void fail(String runUuid, String message, Instant at) {
    ObjectNode event = event("FAIL", runUuid, at);
    error(event, message);
    sink.accept(event.toString());
  }

  private ObjectNode event(String type, String runUuid, Instant at) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("eventType", type);
    event.put("eventTime", at.toString());
    event.putObject("run").put("runId", runUuid).putObject("facets");
    event.putObject("job").put("namespace", "unglue").put("name", "run");
    event.putArray("inputs");
    event.putArray("outputs");
    event.put("producer", producer);
    event.put("schemaURL", EVENT);
    return event;
  }

  private void describe(ObjectNode event, RunSummary summary) {
    facet(runFacets(event), "nominalTime", "1-0-1/NominalTimeRunFacet")
        .put("nominalStartTime", summary.details().nominalTime().toString());
    ArrayNode inputs = event.withArray("inputs");
    for (SourceNight night : summary.nights()) {
      ObjectNode input = inputs.addObject().put("namespace", "unglue").put("name", night.source());
      ObjectNode facets = input.putObject("inputFacets");
      facet(facets, "dataQualityMetrics", "1-0-2/DataQualityMetricsInputDatasetFacet")
          .put("rowCount", night.pages().confirmed())
          .putObject("columnMetrics");
      NightWords.json(
          facets
              .putObject("unglue_night")
              .put("_producer", producer)
              .put("_schemaURL", INPUT_FACET),
          night);
      assertions(facets, summary);
    }
    if (summary.isPublished()) {
      output(event.withArray("outputs").addObject(), summary);
    }
  }

  private void assertions(ObjectNode facets, RunSummary summary) {
    ArrayNode assertions =
        facet(facets, "dataQualityAssertions", "1-0-1/DataQualityAssertionsDatasetFacet")
            .putArray("assertions");
    for (Map.Entry<String, RuleOutcome> rule : summary.details().rules().entrySet()) {
      boolean success = rule.getValue().failed() == 0;
      assertions.addObject().put("assertion", rule.getKey()).put("success", success);
    }
  }

  private void output(ObjectNode output, RunSummary summary) {
    output.put("namespace", "file").put("name", summary.database());
    ArrayNode fields =
        facet(output.putObject("facets"), "schema", "1-1-1/SchemaDatasetFacet").putArray("fields");
    for (String type : List.of("TEXT", "INTEGER", "REAL")) {
      for (String name : COLUMNS.getOrDefault(type, "").split(" ")) {
        fields.addObject().put("name", name).put("type", type);
      }
    }
    facet(
            output.putObject("outputFacets"),
            "outputStatistics",
            "1-0-2/OutputStatisticsOutputDatasetFacet")
        .put("rowCount", summary.counts().openFacts());
  }

  private void error(ObjectNode event, String message) {
    facet(runFacets(event), "errorMessage", "1-0-1/ErrorMessageRunFacet")
        .put("message", message)
        .put("programmingLanguage", "java");
  }

  private static ObjectNode runFacets(ObjectNode event) {
    return event.withObject("/run").withObject("/facets");
  }

  /** {@code schema} is version and name: {@code 1-0-1/ErrorMessageRunFacet}. */
  private ObjectNode facet(ObjectNode facets, String key, String schema) {
    String name = schema.substring(schema.indexOf('/') + 1);
    return facets
        .putObject(key)
        .put("_producer", producer)
        .put("_schemaURL", FACETS + schema + ".json#/$defs/" + name);
  }

  // --- where they go --------------------------------------------------------------------------

  private static void append(Path file, String event) {
    try {
      Files.writeString(file, event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void post(String target, String event, Consumer<String> warned) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(target))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(event))
              .build();
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        warn(target, "status " + status, warned);
      }
    } catch (IOException | IllegalArgumentException e) {
      // The JDK has no words for it where nobody listens at the address.
      String nobody = e instanceof ConnectException ? "no connection" : "no answer";
      warn(target, Objects.requireNonNullElse(e.getMessage(), nobody), warned);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      warn(target, "interrupted", warned);
    }
  }

  private static void warn(String target, String found, Consumer<String> warned) {
    warned.accept(
        "unglue: warning: an event of the run was not taken: expected status 2xx, found \"%s\", at %s; the run goes on"
            .formatted(found, TerminalText.withoutCredentials(target)));
  }
}
