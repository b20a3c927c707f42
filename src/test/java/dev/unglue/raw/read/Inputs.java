package dev.unglue.raw.read;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Quarantined;
import dev.unglue.raw.warc.RawLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Real files in a folder of their own, and what is read of them. */
public final class Inputs {
  private final Path base;
  private RawLimits limits = RawLimits.defaults();

  public Inputs(Path base) {
    this.base = base;
  }

  public Inputs limit(long bytes) {
    limits = new RawLimits(bytes);
    return this;
  }

  public Inputs write(String name, byte[] bytes) {
    try {
      Path path = base.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Inputs write(String name, String text) {
    return write(name, utf8(text));
  }

  /** Writes {@code a.warc} of these records. */
  Inputs warc(byte[]... records) {
    return write("a.warc", join(records));
  }

  public RawInputs inputs(String... inputs) {
    return RawInputs.of("here", List.of(inputs), base, limits);
  }

  public List<RawItem> read(String... inputs) {
    List<RawItem> items = new ArrayList<>();
    inputs(inputs).forEach(items::add);
    return items;
  }

  public Capture page(String... inputs) {
    return page(only(read(inputs)));
  }

  public Quarantined refusal(String... inputs) {
    return refusal(only(read(inputs)));
  }

  public List<String> names(String... inputs) {
    return inputs(inputs).files().stream()
        .map(path -> base.relativize(path).toString().replace('\\', '/'))
        .toList();
  }

  private static RawItem only(List<RawItem> items) {
    if (items.size() != 1) {
      throw new AssertionError("expected one item, found " + items);
    }
    return items.get(0);
  }

  public static Capture page(RawItem item) {
    if (item instanceof RawItem.Page page) {
      return page.capture();
    }
    throw new AssertionError("expected a page, found " + item);
  }

  public static Quarantined refusal(RawItem item) {
    if (item instanceof RawItem.Unreadable unreadable) {
      return unreadable.quarantined();
    }
    throw new AssertionError("expected a refusal, found " + item);
  }

  /** The text of a page, or the reason of a refusal. */
  public static String textOrReason(RawItem item) {
    return item instanceof RawItem.Page page ? page.capture().text() : refusal(item).reason();
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
