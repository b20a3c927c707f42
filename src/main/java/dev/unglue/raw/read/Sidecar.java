package dev.unglue.raw.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.unglue.raw.warc.CaptureTime;
import dev.unglue.raw.warc.QuotedInput;
import dev.unglue.text.InvisibleCharacters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The {@code NAME.meta.json} beside a loose file: {@code {"url", "captured_at", "media_type",
 * "truncated"}}, each optional.
 *
 * <p>A page is never lost over its sidecar: what is wrong in it is left out and noted.
 */
final class Sidecar {
  private static final String SUFFIX = ".meta.json";
  private static final int MAX_BYTES = 64 * 1024;
  private static final String KEYS = "url, captured_at, media_type or truncated";

  /** The reasons of the WARC standard (ISO 28500, WARC-Truncated). */
  private static final List<String> REASONS =
      List.of("length", "time", "disconnect", "unspecified");

  private static final String REASONS_LISTED = "length, time, disconnect or unspecified";
  private static final String TYPES = "text/html, text/markdown or text/plain";

  private final String name;
  private final List<String> notes = new ArrayList<>();
  private @Nullable String url;
  private @Nullable Instant capturedAt;
  private @Nullable String mediaType;
  private @Nullable String truncated;

  private Sidecar(String name) {
    this.name = name;
  }

  /** What is said beside the file; nothing if there is no sidecar. */
  static PageDescription beside(Path file) {
    for (String candidate : candidates(String.valueOf(file.getFileName()))) {
      Path path = file.resolveSibling(candidate);
      if (Files.isRegularFile(path)) {
        return new Sidecar(candidate).read(path);
      }
    }
    return PageDescription.NONE;
  }

  /** The full name first, so that {@code a.txt} and {@code a.html} may each have their own. */
  private static Set<String> candidates(String fileName) {
    boolean packed = fileName.toLowerCase(Locale.ROOT).endsWith(".gz");
    String unpacked = packed ? fileName.substring(0, fileName.length() - 3) : fileName;
    int dot = unpacked.lastIndexOf('.');
    Set<String> names = new LinkedHashSet<>();
    names.add(fileName + SUFFIX);
    names.add(unpacked + SUFFIX);
    names.add((dot > 0 ? unpacked.substring(0, dot) : unpacked) + SUFFIX);
    return names;
  }

  private PageDescription read(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        note("expected at most " + MAX_BYTES + " bytes, found more; left out");
      } else {
        readObject(new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (JsonProcessingException e) {
      note("expected one JSON object, found something else; left out");
    } catch (IOException e) {
      note("not readable: " + OsReason.words(e) + "; left out");
    }
    return new PageDescription(url, capturedAt, mediaType, truncated, notes);
  }

  private void readObject(String text) throws JsonProcessingException {
    JsonNode object = JsonText.parse(InvisibleCharacters.withoutByteOrderMark(text));
    if (!object.isObject()) {
      note("expected one JSON object, found something else; left out");
      return;
    }
    object.fieldNames().forEachRemaining(key -> readKey(object, key));
  }

  private void readKey(JsonNode object, String key) {
    switch (key) {
      case "url" -> url = string(object, key, "an address");
      case "captured_at" -> capturedAt = time(object.path(key), key);
      case "media_type" -> mediaType = known(object, key, TYPES, MediaTypes::isPage);
      case "truncated" -> truncated = known(object, key, REASONS_LISTED, REASONS::contains);
      default ->
          note("unknown key " + QuotedInput.quoted(key) + ": expected " + KEYS + "; left out");
    }
  }

  private @Nullable Instant time(JsonNode value, String key) {
    return value.isNull()
        ? null
        : CaptureTime.parse(value.asText(), name + ": " + key, notes).orElse(null);
  }

  /** The string of a key, if it is one of those that are expected there. */
  private @Nullable String known(
      JsonNode object, String key, String expected, Predicate<String> isKnown) {
    String value = string(object, key, expected);
    if (value == null || isKnown.test(value)) {
      return value;
    }
    bad(key, expected, QuotedInput.quoted(value));
    return null;
  }

  private @Nullable String string(JsonNode object, String key, String expected) {
    Optional<String> value = JsonText.string(object, key).filter(text -> !text.isBlank());
    if (value.isEmpty() && object.hasNonNull(key)) {
      bad(key, expected, QuotedInput.quoted(object.path(key).toString()));
    }
    return value.orElse(null);
  }

  private void bad(String key, String expected, String found) {
    note(key + ": expected " + expected + ", found " + found + "; left out");
  }

  private void note(String finding) {
    notes.add(name + ": " + finding);
  }
}
