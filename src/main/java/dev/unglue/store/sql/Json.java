package dev.unglue.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unglue.model.run.MissedPage;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells.Option;
import dev.unglue.model.value.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and records as JSON, in the few columns that hold one. */
public final class Json {
  /** What a record says of itself is no part of it. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  private Json() {}

  /** The JSON text of a list, a set or a record. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lists of texts and records always have a JSON form", e);
    }
  }

  /** The same, absent for an empty list. */
  public static @Nullable String writeUnlessEmpty(List<?> list) {
    return list.isEmpty() ? null : write(list);
  }

  /** The candidates that {@link #writeUnlessEmpty} wrote. */
  public static List<Candidate> candidates(@Nullable String json) {
    if (json == null) {
      return List.of();
    }
    return read(
        "observation.candidates", "a JSON list of candidates", json, new TypeReference<>() {});
  }

  /** The missed pages that {@link #write} wrote. */
  public static List<MissedPage> missed(String json) {
    return read("night.missed", "a JSON list of pages", json, new TypeReference<>() {});
  }

  /** The texts that {@link #write} wrote. */
  public static List<String> texts(String json) {
    return read(
        "kept_doubt_row.subjects, night.reasons",
        "a JSON list of texts",
        json,
        new TypeReference<>() {});
  }

  /** The readings that {@link #write} wrote. */
  public static List<Option> options(String json) {
    return read(
        "kept_doubt_row.options", "a JSON list of readings", json, new TypeReference<>() {});
  }

  /** What {@link #write} wrote of how a row was settled. */
  public static PropagationResult settled(String json) {
    return read("kept_doubt_row.settled", "a JSON object", json, new TypeReference<>() {});
  }

  private static <T> T read(String column, String expected, String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          "%s: expected %s, found \"%.80s\"; the store was changed by another program"
              .formatted(column, expected, json),
          e);
    }
  }
}
