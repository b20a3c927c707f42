package dev.unglue.spark;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.pipeline.parse.PageJob;
import dev.unglue.pipeline.parse.ParserVersion;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as it travels to the workers, and what is built of it there: once in each
 * process, for it takes as long as some hundred pages.
 */
final class SharedReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, byte[]> config;
  private final String toolVersion;
  private transient volatile @Nullable Built built;

  private SharedReader(Map<String, byte[]> config, String toolVersion) {
    this.config = new HashMap<>(config);
    this.toolVersion = toolVersion;
  }

  /** What is built. */
  private record Built(Settings settings, PageJob pages, String parserVersion) {}

  /** By the configuration in that folder; by the built-in one where it names none. */
  static SharedReader of(String folder, String toolVersion) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    if (!folder.isEmpty()) {
      Path root = Path.of(folder);
      ConfigFolder.load(root); // says all that is wrong with it, before anything is begun
      try (Stream<Path> found = Files.walk(root, 2)) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
    }
    return new SharedReader(files, toolVersion);
  }

  Settings settings() {
    return built().settings();
  }

  PageJob pages() {
    return built().pages();
  }

  /** The version by which captures are read that nobody has decided anything of. */
  String parserVersion() {
    return built().parserVersion();
  }

  private Built built() {
    Built known = built;
    return known == null ? build() : known;
  }

  private synchronized Built build() {
    Built known = built;
    if (known == null) {
      Settings settings = config.isEmpty() ? ConfigFolder.loadDefault() : unpacked();
      known = new Built(settings, new PageJob(settings), ParserVersion.of(toolVersion, settings));
      built = known;
    }
    return known;
  }

  private Settings unpacked() {
    try {
      Path folder = Files.createTempDirectory("unglue-config");
      try {
        for (Map.Entry<String, byte[]> file : config.entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.write(path, file.getValue());
        }
        return ConfigFolder.load(folder);
      } finally {
        try (Stream<Path> found = Files.walk(folder)) {
          found.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the configuration could not be unpacked on a worker", e);
    }
  }
}
