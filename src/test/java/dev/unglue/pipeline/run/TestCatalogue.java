package dev.unglue.pipeline.run;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.page.PageParser;
import java.nio.file.Path;

/** The project's own configuration, as users have it. */
public final class TestCatalogue {
  private TestCatalogue() {}

  public static Settings settings() {
    return ConfigFolder.load(Path.of("config"));
  }

  public static PageParser parser() {
    Settings settings = settings();
    return new PageParser(settings.catalogue(), settings.statements());
  }
}
