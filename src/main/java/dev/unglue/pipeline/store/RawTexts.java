package dev.unglue.pipeline.store;

import dev.unglue.model.page.Capture;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.read.RawPlaces;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.store.row.FlagRow;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Whitespace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Captures where they lie, each file opened once, and the text around places in them. */
final class RawTexts {
  /** Characters around a place where it is marked. */
  private static final int AROUND = 40;

  private final Path workingFolder;
  private final Map<String, Map<String, Long>> wanted = new TreeMap<>();

  /**
   * Nothing is wanted yet.
   *
   * @param workingFolder where the paths of captures begin
   */
  RawTexts(Path workingFolder) {
    this.workingFolder = workingFolder;
  }

  /** Asks for a capture: its file, its place there and the hash of its payload. */
  void want(String path, long offset, String sha256) {
    wanted.computeIfAbsent(path, file -> new TreeMap<>()).put(sha256, offset);
  }

  /** The captures of these places that still lie where they lay, by the hash of their payload. */
  static Map<String, Capture> of(Stream<FlagRow.Place> places, Path workingFolder) {
    RawTexts texts = new RawTexts(workingFolder);
    places.forEach(place -> texts.want(place.rawPath(), place.rawOffset(), place.rawSha256()));
    Map<String, Capture> captures = new HashMap<>();
    texts.forEach(captures::put);
    return captures;
  }

  /** The places of a flag that are known. */
  static Stream<FlagRow.Place> places(FlagRow row) {
    return Stream.concat(Stream.ofNullable(row.here()), Stream.ofNullable(row.there()));
  }

  /**
   * The text around a place, which is marked {@code >>so<<}; empty where there is no place or no
   * capture.
   */
  static String around(FlagRow.@Nullable Place place, Map<String, Capture> captures) {
    Capture capture = place == null ? null : captures.get(place.rawSha256());
    if (place == null || capture == null) {
      return "";
    }
    Excerpt found = Excerpt.of(capture.text(), place.start(), place.end(), AROUND);
    return Whitespace.collapse(found.before() + ">>" + found.text() + "<<" + found.after());
  }

  /** All that were asked for and are still there, with their hash, one by one, file by file. */
  void forEach(BiConsumer<String, Capture> sink) {
    wanted.forEach((file, places) -> read(file, places, sink));
  }

  private void read(String file, Map<String, Long> places, BiConsumer<String, Capture> sink) {
    Set<String> missing = new HashSet<>(places.keySet());
    RawPlaces.forEach(
        file,
        places.values(),
        workingFolder,
        RawLimits.defaults(),
        item -> keep(item, missing, sink));
    if (!missing.isEmpty()) {
      // Records of an archive that is one gzip have no place of their own.
      RawPlaces.all(file, workingFolder, RawLimits.defaults(), item -> keep(item, missing, sink));
    }
  }

  private static void keep(RawItem item, Set<String> missing, BiConsumer<String, Capture> sink) {
    if (item instanceof RawItem.Page page && missing.remove(page.capture().ref().rawSha256())) {
      sink.accept(page.capture().ref().rawSha256(), page.capture());
    }
  }

  /**
   * A place of a text with what stands around it.
   *
   * @param before some text before the place
   * @param text the text at the place
   * @param after some text after it
   */
  record Excerpt(String before, String text, String after) {
    /**
     * Cuts it out; a place beyond the end of the text is cut there.
     *
     * @param start first character of the place, in code points
     * @param end one past its last
     * @param around most characters before and after
     */
    static Excerpt of(String text, int start, int end, int around) {
      CodePoints points = CodePoints.of(text);
      int from = Math.min(start, points.length());
      return new Excerpt(
          points.slice(from - around, from),
          points.slice(from, end),
          points.slice(end, end + around));
    }
  }
}
