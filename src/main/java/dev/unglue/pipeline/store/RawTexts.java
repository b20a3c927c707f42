package dev.unglue.pipeline.store;

import dev.unglue.model.page.Capture;
import dev.unglue.raw.read.RawItem;
import dev.unglue.raw.read.RawPlaces;
import dev.unglue.raw.warc.RawLimits;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Captures where they lie, each file opened once. */
final class RawTexts {
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

  /** All that were asked for and are still there, by the hash of their payload. */
  Map<String, Capture> all() {
    Map<String, Capture> captures = new HashMap<>();
    forEach(captures::put);
    return captures;
  }

  /** The same one after the other, file by file. */
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
}
