package dev.unglue.pipeline.run;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.page.PageParser;
import java.nio.file.Path;

/** The project's own configuration, as users have it; read once, for nothing changes it. */
public final class TestCatalogue {
  private static final Settings SETTINGS = ConfigFolder.load(Path.of("config"));
  private static final PageParser PARSER =
      new PageParser(SETTINGS.catalogue(), SETTINGS.statements());

  private TestCatalogue() {}

  public static Settings settings() {
    return SETTINGS;
  }

  public static PageParser parser() {
    return PARSER;
  }
}
