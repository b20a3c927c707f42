package dev.unglue.raw.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one source in the raw store: archives, whoever wrote them. Beside an archive of
 * ours whose run has not come to its end lies an empty file of its name with {@code .open} behind.
 */
public final class StoreFolder {
  /** What the mark of an archive adds to its name. */
  public static final String OPEN = ".open";

  private StoreFolder() {}

  /** The archives, sorted by name; none if there is no such folder. */
  public static List<Path> archives(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> FileFormat.ofName(String.valueOf(file.getFileName())) == FileFormat.WARC)
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  /** True if the run of that archive never came to its end, or still goes on. */
  public static boolean isUnfinished(Path archive) {
    return Files.exists(archive.resolveSibling(archive.getFileName() + OPEN));
  }
}
