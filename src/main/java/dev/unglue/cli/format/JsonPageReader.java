package dev.unglue.cli.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.shadow.ShadowReading;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines that {@link JsonPageFormat} prints, of this version or another. */
public final class JsonPageReader {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);

  private JsonPageReader() {}

  /**
   * What one line says.
   *
   * @param from who has printed it, for the message
   * @throws JobException if it is no such line
   */
  public static ShadowReading read(String line, String from) {
    try {
      JsonNode page = JSON.readValue(line);
      if (page.path("page").isTextual() && page.path("observations").isArray()) {
        List<ShadowReading.Cell> cells = new ArrayList<>();
        page.get("observations").forEach(seen -> cells.add(cell(seen)));
        return new ShadowReading(page.get("page").asText(), cells);
      }
    } catch (JsonProcessingException e) {
      // it is no JSON, which the message says
    }
    throw JobException.usage(
        "%s: expected a line of parse --format json, found \"%.80s\"".formatted(from, line));
  }

  private static ShadowReading.Cell cell(JsonNode seen) {
    JsonNode value = seen.path("value");
    return new ShadowReading.Cell(
        text(seen, "subject"),
        text(seen, "attribute"),
        text(seen, "member"),
        seen.path("ordinal").asInt(0),
        text(seen, "state"),
        value.isNumber() ? ShadowReading.plain(value.decimalValue()) : text(seen, "value"));
  }

  private static String text(JsonNode seen, String key) {
    return seen.path(key).isNull() ? "" : seen.path(key).asText();
  }
}
