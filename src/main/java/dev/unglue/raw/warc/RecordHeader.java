package dev.unglue.raw.warc;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The header of a WARC record (ISO 28500:2017, 5): its fields, whose names count in whatever case,
 * and what they mean. Two fields are our own.
 */
public final class RecordHeader {
  /** Stands in a record whose WARC-Date is not the time of the capture. */
  public static final String TIME_FIELD = "Unglue-Captured-At";

  /** Why what came is no page, so that it goes wherever the record goes. */
  public static final String NO_PAGE_FIELD = "Unglue-No-Page";

  /** Begins the target URI of a page that has no address: the name of its file follows. */
  public static final String FILE = "file:///";

  private final TreeMap<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private String last = "";

  /** Takes the next line. One that begins with a blank goes on with the field before it. */
  void add(String line) {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      fields.computeIfPresent(last, (key, value) -> (value + " " + line.strip()).strip());
      return;
    }
    int colon = line.indexOf(':');
    last = colon <= 0 ? "" : line.substring(0, colon).strip();
    if (colon > 0) {
      fields.putIfAbsent(last, line.substring(colon + 1).strip());
    }
  }

  /** All fields; of a field that is repeated, the first. */
  public Map<String, String> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** The value of a field; empty if it is absent or has none. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }

  /** The same, or an empty text. */
  public String text(String name) {
    return field(name).orElse("");
  }

  /** The WARC-Type in lower case; empty if there is none. */
  public String type() {
    return text("WARC-Type").toLowerCase(Locale.ROOT);
  }

  /** The Content-Type of the block; empty if there is none. */
  public String contentType() {
    return text("Content-Type");
  }

  /** True if the block is an HTTP message, or does not say what it is. */
  public boolean isHttp() {
    String lower = contentType().toLowerCase(Locale.ROOT);
    return lower.isEmpty() || lower.startsWith("application/http");
  }

  /** A URI; the grammar of WARC 1.0 put all of them in angle brackets, and wget still does. */
  public Optional<String> uri(String name) {
    return field(name).map(uri -> uri.replaceFirst("(?s)^<(.*)>$", "$1"));
  }

  /** The address of what was captured. */
  public Optional<String> targetUri() {
    return uri("WARC-Target-URI");
  }

  /** True if the record has a time only because each has to have one. */
  public boolean isTimeUnknown() {
    return field(TIME_FIELD).isPresent();
  }

  /** When it was captured; empty, with a note, if that is no time. */
  public Optional<Instant> date(List<String> notes) {
    return field("WARC-Date").flatMap(text -> CaptureTime.parse(text, "WARC-Date", notes));
  }
}
