package dev.unglue.raw.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.unglue.raw.warc.BrokenGzipException;
import dev.unglue.raw.warc.ByteLines;
import dev.unglue.raw.warc.CaptureTime;
import dev.unglue.raw.warc.QuotedInput;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file with one page a line: {@code {"url", "text"}} or {@code {"url", "html"}}, and the
 * time of the capture as {@code captured_at}, {@code timestamp} or {@code date}.
 *
 * <p>Where a line has both, the HTML is the page and the text is somebody's reading of it. Other
 * fields do not count. A line that is no page is refused, and the next one is read.
 *
 * @param source name of the source that the pages come by
 * @param limits how much is read at most
 */
record JsonlReader(String source, RawLimits limits) implements FormatReader {
  private static final List<String> TIMES = List.of("captured_at", "timestamp", "date");
  private static final String WIDE =
      "not UTF-8: expected a JSONL in UTF-8, found a UTF-16 or UTF-32 byte order mark;"
          + " convert the file";
  private static final String SHAPE = "{\"url\", \"text\"} or {\"url\", \"html\"}";

  @Override
  public void read(RawStream stream, InputFile file, PageSink sink) throws IOException {
    PageOrigin origin = PageOrigin.ofFile(source, file.name());
    byte[] head = stream.peek();
    Optional<String> binary = ContentSniffer.binaryKind(head);
    if (TextDecoder.of(head, "", false).isWide()) {
      sink.accept(origin.refuse("not_utf8", WIDE, head));
    } else if (binary.isPresent()) {
      sink.accept(PageMaker.binary(origin, binary.get(), head));
    } else {
      readLines(new ByteLines(stream.unpacked(), limits.maxBytes()), origin, sink);
    }
  }

  private void readLines(ByteLines lines, PageOrigin file, PageSink sink) throws IOException {
    long number = 0;
    boolean found = false;
    try {
      while (lines.next()) {
        Optional<RawItem> item = readLine(lines, origin(file, number));
        item.ifPresent(sink::accept);
        found |= item.isPresent();
        number++;
      }
      if (!found) {
        sink.accept(PageMaker.empty(file, number));
      }
    } catch (BrokenGzipException e) {
      String advice = "; the lines before it were read, fetch the file again";
      sink.accept(origin(file, number).refuse(e.reason(), e.finding() + advice));
    }
  }

  private PageOrigin origin(PageOrigin file, long number) {
    String path = file.rawPath();
    long line = number + 1;
    return new PageOrigin(source, path, number, path + "#" + line, path + ":" + line);
  }

  private Optional<RawItem> readLine(ByteLines lines, PageOrigin origin) {
    byte[] line = withoutMark(lines.line(), origin.rawOffset());
    if (lines.isTooLong()) {
      String found = "a line of " + lines.length() + " bytes";
      return Optional.of(PageMaker.tooLarge(origin, limits, found, line));
    }
    TextDecoder.Decoded decoded = TextDecoder.utf8().decode(line);
    if (decoded.text().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(page(JsonText.parse(decoded.text()), decoded.notes(), origin, line));
    } catch (JsonProcessingException e) {
      return Optional.of(notJson(origin, QuotedInput.quoted(line) + column(e), line));
    }
  }

  private static byte[] withoutMark(byte[] line, long number) {
    boolean mark = number == 0 && ContentSniffer.latin1(line, 3).equals("\u00ef\u00bb\u00bf");
    return mark ? Arrays.copyOfRange(line, 3, line.length) : line;
  }

  private static String column(JsonProcessingException e) {
    return e.getLocation() == null ? "" : ", wrong at column " + e.getLocation().getColumnNr();
  }

  private static RawItem notJson(PageOrigin origin, String found, byte[] line) {
    return wrongLine(origin, "not_json", "not JSON: expected one object ", found, line);
  }

  private static RawItem wrongLine(
      PageOrigin origin, String reason, String expected, String found, byte[] line) {
    String finding = expected + SHAPE + ", found " + found + "; mend or remove the line";
    return origin.refuse(reason, finding, line);
  }

  private static RawItem page(
      JsonNode object, List<String> lineNotes, PageOrigin origin, byte[] line) {
    if (!object.isObject()) {
      return notJson(origin, QuotedInput.quoted(line), line);
    }
    Optional<String> html = nonBlank(object, "html");
    Optional<String> text = html.isPresent() ? html : nonBlank(object, "text");
    if (text.isEmpty()) {
      return noText(object, origin, line);
    }
    String mediaType = html.isPresent() ? MediaTypes.HTML : MediaTypes.PLAIN;
    TextDecoder.Decoded decoded = new TextDecoder.Decoded(text.get(), lineNotes);
    return PageMaker.ofText(origin, describe(object), mediaType, decoded);
  }

  private static Optional<String> nonBlank(JsonNode object, String field) {
    return JsonText.string(object, field).filter(text -> !text.isBlank());
  }

  private static RawItem noText(JsonNode object, PageOrigin origin, byte[] line) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    boolean blank = object.has("text") || object.has("html");
    String known = "the keys " + QuotedInput.quoted(String.join(", ", keys));
    String found = blank ? "a text that is empty or no string" : known;
    return wrongLine(origin, "no_text", "no text: expected ", found, line);
  }

  private static PageDescription describe(JsonNode object) {
    List<String> notes = new ArrayList<>();
    Optional<String> url = nonBlank(object, "url");
    if (url.isEmpty() && object.hasNonNull("url")) {
      String found = QuotedInput.quoted(object.path("url").toString());
      notes.add("url: expected an address, found " + found + "; left out");
    }
    return new PageDescription(url.orElse(null), time(object, notes), null, null, notes);
  }

  private static @Nullable Instant time(JsonNode object, List<String> notes) {
    for (String field : TIMES) {
      if (object.hasNonNull(field)) {
        String text = object.path(field).asText();
        Optional<Instant> time = CaptureTime.parse(text, field, notes);
        if (time.isPresent()) {
          return time.get();
        }
      }
    }
    return null;
  }
}
