package dev.unglue.pipeline;

import dev.unglue.load.FlagRow;
import dev.unglue.model.Capture;
import dev.unglue.raw.RawInputs;
import dev.unglue.raw.RawItem;
import dev.unglue.raw.RawLimits;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The captures that places stand in, read once from where they lie. */
final class ProofTexts {
  private static final int AROUND = 40;

  private final Map<String, Capture> byHash = new HashMap<>();

  private ProofTexts() {}

  /** The captures of these places, as far as they still lie where they lay. */
  static ProofTexts of(Stream<FlagRow.Place> places, Path workingFolder) {
    Map<String, Set<String>> wanted = new TreeMap<>();
    places.forEach(
        place ->
            wanted
                .computeIfAbsent(place.rawPath(), path -> new TreeSet<>())
                .add(place.rawSha256()));
    ProofTexts texts = new ProofTexts();
    wanted.forEach(
        (path, hashes) ->
            RawInputs.of("proof", List.of(path), workingFolder, RawLimits.defaults())
                .forEach(item -> texts.keep(item, hashes)));
    return texts;
  }

  static ProofTexts ofFlags(List<FlagRow> rows, Path workingFolder) {
    return of(rows.stream().flatMap(ProofTexts::places), workingFolder);
  }

  static Stream<FlagRow.Place> places(FlagRow row) {
    return Stream.concat(Stream.ofNullable(row.here()), Stream.ofNullable(row.there()));
  }

  private void keep(RawItem item, Set<String> hashes) {
    if (item instanceof RawItem.Page page && hashes.contains(page.capture().ref().rawSha256())) {
      byHash.put(page.capture().ref().rawSha256(), page.capture());
    }
  }

  /** The capture of that content; absent where it is no longer there. */
  Optional<Capture> capture(String rawSha256) {
    return Optional.ofNullable(byHash.get(rawSha256));
  }

  /**
   * The text around a place, which is marked {@code >>so<<}; empty where there is no place or no
   * capture.
   */
  String around(FlagRow.@Nullable Place place) {
    Capture capture = place == null ? null : byHash.get(place.rawSha256());
    if (place == null || capture == null) {
      return "";
    }
    String text = capture.text();
    int length = text.codePointCount(0, text.length());
    int end = Math.min(place.end(), length);
    int start = Math.min(place.start(), end);
    String marked =
        part(text, Math.max(0, start - AROUND), start)
            + ">>"
            + part(text, start, end)
            + "<<"
            + part(text, end, Math.min(length, end + AROUND));
    return marked.replaceAll("\\s+", " ").strip();
  }

  private static String part(String text, int from, int to) {
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }
}
