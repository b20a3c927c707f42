package dev.unglue.serve.http;

import dev.unglue.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The styles, scripts and signs that pages ask for, each once: their addresses change with what
 * they hold.
 */
public final class Assets {
  private static final String FOLDER = "/assets/";
  private static final String OURS = "dev/unglue/serve/";
  private static final String LIBRARIES = "META-INF/resources/webjars/";

  private record Asset(String name, String type, String resource) {}

  private static final List<Asset> ALL =
      List.of(
          new Asset("site.css", "text/css", OURS + "site.css"),
          new Asset("site.js", "text/javascript", OURS + "site.js"),
          new Asset("icon.svg", "image/svg+xml", OURS + "icon.svg"),
          new Asset("htmx.js", "text/javascript", LIBRARIES + "htmx.org/2.0.10/dist/htmx.min.js"),
          new Asset(
              "uplot.js", "text/javascript", LIBRARIES + "uplot/1.6.30/dist/uPlot.iife.min.js"),
          new Asset("uplot.css", "text/css", LIBRARIES + "uplot/1.6.30/dist/uPlot.min.css"));

  private final Map<String, Response> byPath = new LinkedHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();

  /** Reads them all. */
  public Assets() {
    for (Asset asset : ALL) {
      String text = text(asset.resource());
      String digest = Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
      byPath.put(
          FOLDER + asset.name(),
          Response.of(200, asset.type(), text)
              .with("Cache-Control", "public, max-age=31536000, immutable"));
      addresses.put(asset.name().replace('.', '_'), FOLDER + asset.name() + "?v=" + digest);
    }
  }

  /** What stands at a path. */
  public Optional<Response> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The address of each, by its name with an underscore in the place of the point. */
  public Map<String, String> addresses() {
    return Map.copyOf(addresses);
  }

  private static String text(String resource) {
    try (InputStream stream = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + ": expected it in the jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
