package dev.unglue.pipeline.store;

import dev.unglue.model.page.Capture;
import dev.unglue.store.row.FlagRow;
import dev.unglue.text.Whitespace;
import java.nio.file.Path;
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

  /** The places of a flag that are known. */
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
    ProofExcerpt found = ProofExcerpt.of(capture.text(), place.start(), place.end(), AROUND);
    return Whitespace.collapse(found.before() + ">>" + found.text() + "<<" + found.after());
  }
}
