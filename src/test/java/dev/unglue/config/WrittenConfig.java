package dev.unglue.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unglue.config.yaml.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of a configuration, written by the test, and what is said of it. */
class WrittenConfig {
  static final String GOOD =
      """
      kind: phone
      missing: ["-"]
      attributes:
        - id: price_usd
          title: Price
          labels: [Price]
          type: money
          unit: USD
          hard: [1, 5000]
          decimals: 2
          sections: [overview]
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeStatements() {
    write("statements.yaml", "words: {}\n");
  }

  void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] bytes) {
    Path path = folder.resolve(name);
    try {
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of the folder, with {@code config} for its path. */
  String said() {
    ConfigException e =
        catchThrowableOfType(ConfigException.class, () -> ConfigFolder.load(folder));
    return String.valueOf(e.getMessage()).replace(folder.toString().replace('\\', '/'), "config");
  }

  String saidOfAttributes(String attributes) {
    write("attributes.yaml", "kind: phone\nmissing: [\"-\"]\nattributes:\n" + attributes);
    return said();
  }

  String saidOfSource(String text) {
    write("attributes.yaml", GOOD);
    write("sources/web.yaml", text);
    return said();
  }
}
