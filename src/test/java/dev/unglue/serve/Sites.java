package dev.unglue.serve;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.serve.http.SiteAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sites of tests, on a port that the system chooses. */
public final class Sites {
  public static final String FORM_TOKEN = "0123456789abcdef";
  static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private Sites() {}

  /** A site of what a folder holds: {@code out} and, where it is there, {@code config}. */
  public static Site start(Path folder) {
    return start(folder, new SiteAccess("127.0.0.1", 0, "", FORM_TOKEN, false));
  }

  static Site start(Path folder, SiteAccess access) {
    Path config = folder.resolve("config");
    boolean own = Files.isDirectory(config);
    return Site.start(
        new SiteSettings(
            access,
            () -> settings(config, own),
            own ? Optional.of(config) : Optional.empty(),
            folder.resolve("out"),
            folder,
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private static Settings settings(Path config, boolean own) {
    return own ? ConfigFolder.loadUsable(config, "config") : ConfigFolder.loadDefault();
  }
}
