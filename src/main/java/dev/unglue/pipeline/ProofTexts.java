package dev.unglue.pipeline;

import dev.unglue.load.FlagRow;
import dev.unglue.model.Capture;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Whitespace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The captures that places stand in, read once from where they lie. */
final class ProofTexts {
  private static final int AROUND = 40;

  private final Map<String, Capture> byHash;

  private ProofTexts(Map<String, Capture> byHash) {
    this.byHash = byHash;
  }

  /** The captures of these places, as far as they still lie where they lay. */
  static ProofTexts of(Stream<FlagRow.Place> places, Path workingFolder) {
    RawTexts texts = new RawTexts(workingFolder);
    places.forEach(place -> texts.want(place.rawPath(), place.rawOffset(), place.rawSha256()));
    return new ProofTexts(texts.all());
  }

  static ProofTexts ofFlags(List<FlagRow> rows, Path workingFolder) {
    return of(rows.stream().flatMap(ProofTexts::places), workingFolder);
  }

  static Stream<FlagRow.Place> places(FlagRow row) {
    return Stream.concat(Stream.ofNullable(row.here()), Stream.ofNullable(row.there()));
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
    CodePoints text = CodePoints.of(capture.text());
    int start = Math.min(place.start(), text.length());
    String before = text.slice(start - AROUND, start);
    String proof = text.slice(start, place.end());
    String after = text.slice(place.end(), place.end() + AROUND);
    return Whitespace.collapse(before + ">>" + proof + "<<" + after);
  }
}
