package dev.unglue.raw.archive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.raw.read.MediaTypes;
import dev.unglue.raw.warc.RecordHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a loose page of a capture, with the {@code .meta.json} that keeps what was said of it. */
public final class Fixture {
  private static final Map<String, String> EXTENSIONS =
      Map.of(MediaTypes.HTML, ".html", MediaTypes.MARKDOWN, ".md", MediaTypes.PLAIN, ".txt");
  private static final int MAX_NAME = 100;

  private Fixture() {}

  /**
   * Writes page and sidecar.
   *
   * @param folder made where it does not exist
   * @return the file of the page
   * @throws RawStoreException if the capture is no page, or the folder cannot be written
   */
  public static Path write(StoredPage page, Path folder) {
    HeldCapture held = page.held();
    String mediaType = MediaTypes.ofHeader(page.contentType()).orElse("");
    String extension = EXTENSIONS.getOrDefault(mediaType, "");
    if (extension.isEmpty()) {
      String message = "%s: expected a page of HTML, Markdown or plain text, found \"%s\"";
      throw new RawStoreException(message.formatted(held.url(), page.contentType()));
    }
    Path file = folder.resolve(name(held) + extension);
    try {
      Files.createDirectories(folder);
      Files.write(file, page.bytes());
      Files.writeString(file.resolveSibling(file.getFileName() + ".meta.json"), meta(page) + "\n");
      return file;
    } catch (IOException e) {
      String message = "cannot write the fixture: %s at %s";
      throw new RawStoreException(message, e, folder);
    }
  }

  /** The address and the day, in signs that every disk takes. */
  private static String name(HeldCapture held) {
    String plain =
        held.url()
            .replaceFirst("^[a-z]+:/+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String cut = plain.length() > MAX_NAME ? plain.substring(plain.length() - MAX_NAME) : plain;
    return cut + "-" + held.capturedAt().toString().substring(0, 10);
  }

  private static ObjectNode meta(StoredPage page) {
    ObjectNode meta = JsonNodeFactory.instance.objectNode();
    HeldCapture held = page.held();
    if (!held.url().startsWith(RecordHeader.FILE)) {
      meta.put("url", held.url());
    }
    if (!held.metadata().containsKey(RawImport.TIME)) {
      meta.put("captured_at", held.capturedAt().toString());
    }
    meta.put("media_type", page.contentType());
    Optional.ofNullable(held.truncated()).ifPresent(why -> meta.put("truncated", why));
    return meta;
  }
}
