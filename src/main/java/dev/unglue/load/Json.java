package dev.unglue.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.model.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as JSON, in the few columns that hold one. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {};

  private Json() {}

  /** The JSON text of a list or set. */
  static String write(Iterable<?> list) {
    try {
      return MAPPER.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lists of texts and records always have a JSON form", e);
    }
  }

  /** The same, absent for an empty list. */
  static @Nullable String writeUnlessEmpty(List<?> list) {
    return list.isEmpty() ? null : write(list);
  }

  /** The candidates that {@link #writeUnlessEmpty} wrote. */
  static List<Candidate> candidates(@Nullable String json) {
    if (json == null) {
      return List.of();
    }
    try {
      return MAPPER.readValue(json, CANDIDATES);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          "observation.candidates: expected a JSON list of candidates, found \"%.80s\"; the store was changed by another program"
              .formatted(json),
          e);
    }
  }
}
