package dev.unglue.raw.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads small JSON documents whose size the caller has bounded.
 *
 * <p>From the stream of tokens: an ObjectMapper takes longer to set up than a page to parse.
 */
final class JsonText {
  private static final JsonFactory FACTORY = factory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonText() {}

  private static JsonFactory factory() {
    // The length of a line is bounded by RawLimits; a second bound would only differ from it.
    StreamReadConstraints constraints =
        StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build();
    return JsonFactory.builder().streamReadConstraints(constraints).build();
  }

  /** The document; an empty text is the missing node. */
  static JsonNode parse(String text) throws JsonProcessingException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonNode document = parser.nextToken() == null ? MissingNode.getInstance() : node(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "expected one document, found more after it");
      }
      return document;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      // The text lies in memory: nothing but the JSON itself can fail.
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The value whose first token is the parser's; its depth is bounded by the parser. */
  private static JsonNode node(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      default -> NODES.numberNode(parser.getDecimalValue());
    };
  }

  private static JsonNode object(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      object.set(field, node(parser));
    }
    return object;
  }

  private static JsonNode array(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(parser));
    }
    return array;
  }

  /** The string of a field; empty if it is absent, null or not a string. */
  static Optional<String> string(JsonNode object, String field) {
    return Optional.ofNullable(object.get(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue);
  }
}
