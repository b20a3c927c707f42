package dev.unglue.pipeline;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import java.nio.file.Path;

/** The project's own configuration, as users have it. */
final class TestCatalogue {
  private TestCatalogue() {}

  static Settings settings() {
    return ConfigFolder.load(Path.of("config"));
  }

  static PageParser parser() {
    Settings settings = settings();
    return new PageParser(settings.catalogue(), settings.statements());
  }
}
