package dev.unglue.raw;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** Reads small JSON documents whose size the caller has bounded. */
final class JsonText {
  private static final ObjectReader READER = reader();

  private JsonText() {}

  private static ObjectReader reader() {
    // The length of a line is bounded by RawLimits; a second bound would only differ from it.
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .readerFor(JsonNode.class);
  }

  /** The document; an empty text is the missing node. */
  static JsonNode parse(String text) throws JsonProcessingException {
    return READER.readTree(text);
  }

  /** The string of a field; empty if it is absent, null or not a string. */
  static Optional<String> string(JsonNode object, String field) {
    return Optional.ofNullable(object.get(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }

  /** True if the field is there and is not null. */
  static boolean has(JsonNode object, String field) {
    return object.hasNonNull(field);
  }
}
