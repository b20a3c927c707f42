package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Quarantined;
import dev.unglue.text.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonlReaderTest {
  private static final String SHAPE = "{\"url\", \"text\"} or {\"url\", \"html\"}";

  @TempDir Path base;
  private Inputs inputs;

  @BeforeEach
  void open() {
    inputs = new Inputs(base);
  }

  @Test
  void readsAPageALine() {
    inputs.write(
        "a.jsonl",
        "{\"url\": \"https://x.org/1\", \"text\": \"caf\\u00e9\\r\\n2\", \"source\": \"s\","
            + " \"date\": \"2024-05-01\"}\r\n"
            + "\n"
            + "{\"html\": \"<p>x\", \"text\": \"x\", \"title\": \"t\"}");

    List<RawItem> items = inputs.read("a.jsonl");

    assertThat(items)
        .containsExactly(
            new RawItem.Page(
                new Capture(
                    new CaptureRef(
                        "here",
                        "https://x.org/1",
                        "https://x.org/1",
                        Instant.parse("2024-05-01T00:00:00Z"),
                        Sha256.hex(Inputs.utf8("caf\u00e9\r\n2")),
                        "text/plain",
                        "a.jsonl",
                        0,
                        null),
                    "caf\u00e9\r\n2",
                    List.of())),
            new RawItem.Page(
                new Capture(
                    new CaptureRef(
                        "here",
                        "a.jsonl#3",
                        null,
                        null,
                        Sha256.hex(Inputs.utf8("<p>x")),
                        "text/html",
                        "a.jsonl",
                        2,
                        null),
                    "<p>x",
                    List.of())));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`\"captured_at\": \"2024-05-01T10:30:00Z\"`,2024-05-01T10:30:00Z",
        "`\"timestamp\": \"2024-05-01T10:30:00.25+02:00\"`,2024-05-01T08:30:00.250Z",
        "`\"date\": \"20240501103000\"`,2024-05-01T10:30:00Z",
        "`\"date\": 20240501103000`,2024-05-01T10:30:00Z",
        "`\"captured_at\": null, \"date\": \"2024-02-29\"`,2024-02-29T00:00:00Z",
        "`\"captured_at\": \"?\", \"date\": \"2024-02-29\"`,2024-02-29T00:00:00Z",
      })
  void readsTheTimeInItsForms(String field, String expected) {
    inputs.write("a.jsonl", "{\"text\": \"x\", " + field + "}");

    assertThat(inputs.page("a.jsonl").ref().capturedAt()).isEqualTo(Instant.parse(expected));
  }

  @ParameterizedTest(name = "time {0}")
  @CsvSource({"2023-02-29", "20240501256000", "1714559400", "May 1", "''", "2024-05-01T10:30:00"})
  void notesATimeThatIsNone(String time) {
    inputs.write("a.jsonl", "{\"text\": \"x\", \"date\": \"" + time + "\"}");

    Capture capture = inputs.page("a.jsonl");

    assertThat(capture.ref().capturedAt()).isNull();
    assertThat(capture.notes())
        .containsExactly(
            "date: expected an instant such as 2024-05-01T10:30:00Z, a day such as 2024-05-01 or 14"
                + " digits, found \""
                + time
                + "\"; the time is read as unknown");
  }

  @Test
  void notesAUrlThatIsNoText() {
    inputs.write("a.jsonl", "{\"text\": \"x\", \"url\": [1]}");

    assertThat(inputs.page("a.jsonl").notes())
        .containsExactly("url: expected an address, found \"[1]\"; left out");
    assertThat(inputs.page("a.jsonl").ref().page()).isEqualTo("a.jsonl#1");
  }

  @Test
  void refusesSingleLinesAndGoesOn() {
    inputs.write(
        "a.jsonl",
        "{\"text\": \"1\"}\n{\"text\": \n[1, 2]\n{\"title\": \"t\", \"url\": \"u\"}\n"
            + "{\"text\": \" \"}\n{\"html\": 5}\n{} {}\nwords\n{\"text\": \"2\"}");

    assertThat(inputs.read("a.jsonl"))
        .extracting(Inputs::textOrReason)
        .containsExactly(
            "1",
            "not_json",
            "not_json",
            "no_text",
            "no_text",
            "no_text",
            "not_json",
            "not_json",
            "2");
    assertThat(Inputs.refusal(inputs.read("a.jsonl").get(1)))
        .isEqualTo(
            new Quarantined(
                "a.jsonl#2",
                "not_json",
                "a.jsonl:2: not JSON: expected one object "
                    + SHAPE
                    + ", found \"{\"text\":\", wrong at column 10; mend or remove the line",
                "{\"text\": ",
                null));
    assertThat(Inputs.refusal(inputs.read("a.jsonl").get(2)).message())
        .isEqualTo(
            "a.jsonl:3: not JSON: expected one object "
                + SHAPE
                + ", found \"[1, 2]\"; mend or remove the line");
    assertThat(Inputs.refusal(inputs.read("a.jsonl").get(3)).message())
        .isEqualTo(
            "a.jsonl:4: no text: expected "
                + SHAPE
                + ", found the keys \"title, url\"; mend or remove the line");
    assertThat(Inputs.refusal(inputs.read("a.jsonl").get(4)).message())
        .isEqualTo(
            "a.jsonl:5: no text: expected "
                + SHAPE
                + ", found a text that is empty or no string; mend or remove the line");
  }

  @Test
  void neverTellsOfTheProgramItself() {
    inputs.write(
        "a.jsonl", "{\"a\": tru}\n\"x\"\n{\"text\":\"\\x\"}\n{\"t\u0001\":1}\n" + "[".repeat(5000));

    assertThat(inputs.read("a.jsonl"))
        .hasSize(5)
        .allSatisfy(
            item ->
                assertThat(Inputs.refusal(item).message())
                    .startsWith("a.jsonl:")
                    .doesNotContain("com.fasterxml", "Exception", "JsonNode", "Token"));
  }

  @Test
  void readsPastALineOf50MegabytesInLittleMemory() throws IOException {
    long limit = 1000;
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(base.resolve("a.jsonl")))) {
      out.write(Inputs.utf8("{\"text\": \"before\"}\n{\"text\": \""));
      byte[] part = "x".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 1000; i++) {
        out.write(part);
      }
      out.write(Inputs.utf8("\"}\n{\"text\": \"after\"}\n"));
    }
    inputs.limit(limit);

    List<RawItem> items = inputs.read("a.jsonl");

    assertThat(items)
        .extracting(Inputs::textOrReason)
        .containsExactly("before", "too_large", "after");
    assertThat(Inputs.refusal(items.get(1)).message())
        .isEqualTo(
            "a.jsonl:2: too large: expected at most 1000 bytes, found a line of 50000012 bytes;"
                + " cut it into single pages or remove it");
    assertThat(Inputs.refusal(items.get(1)).page()).isEqualTo("a.jsonl#2");
    assertThat(Inputs.refusal(items.get(1)).rawText()).hasSize(200).startsWith("{\"text\": \"xxx");
    assertThat(Inputs.page(items.get(2)).ref().rawOffset()).isEqualTo(2);
  }

  @Test
  void takesALineThatJustFits() {
    inputs.limit(13).write("a.jsonl", "{\"text\":\"ab\"}\r\n{\"text\":\"abc\"}");

    assertThat(inputs.read("a.jsonl"))
        .extracting(Inputs::textOrReason)
        .containsExactly("ab", "too_large");
  }

  @Test
  void handsOnWholeLinesOfHalfAGzip() {
    String lines =
        String.join(
            "\n",
            IntStream.range(0, 2000)
                .mapToObj(i -> "{\"text\": \"page " + i * 7919 + "\"}")
                .toList());
    byte[] packed = Inputs.gzip(Inputs.utf8(lines));
    inputs.write("a.jsonl.gz", Arrays.copyOf(packed, packed.length / 2));

    List<RawItem> items = inputs.read("a.jsonl.gz");

    int pages = items.size() - 1;
    assertThat(pages).isBetween(500, 1500);
    for (int i = 0; i < pages; i++) {
      assertThat(Inputs.page(items.get(i)).text()).isEqualTo("page " + i * 7919);
    }
    assertThat(Inputs.refusal(items.get(pages)))
        .isEqualTo(
            new Quarantined(
                "a.jsonl.gz#" + (pages + 1),
                "gzip_cut",
                "a.jsonl.gz:"
                    + (pages + 1)
                    + ": the gzip is cut: expected the end of the gzip, found the end of the file"
                    + " after byte "
                    + packed.length / 2
                    + "; the lines before it were read, fetch the file again",
                "",
                null));
  }

  @Test
  void readsTwoMembersAndAByteOrderMark() {
    byte[] first =
        Inputs.gzip(
            Inputs.join(Inputs.bytes(0xEF, 0xBB, 0xBF), Inputs.utf8("{\"text\": \"1\"}\n{\"te")));
    byte[] second = Inputs.gzip(Inputs.utf8("xt\": \"2\"}\n"));
    inputs.write("a.ndjson.gz", Inputs.join(first, second));

    assertThat(inputs.read("a.ndjson.gz"))
        .extracting(Inputs::textOrReason)
        .containsExactly("1", "2");
  }

  @Test
  void notesBrokenBytesOfALine() {
    inputs.write(
        "a.jsonl",
        Inputs.join(Inputs.utf8("{\"text\": \"caf"), Inputs.bytes(0xE9), Inputs.utf8("\"}")));

    assertThat(inputs.page("a.jsonl").text()).isEqualTo("caf\ufffd");
    assertThat(inputs.page("a.jsonl").notes())
        .containsExactly("charset in doubt: not UTF-8: 1 broken byte, at byte 13, read as U+FFFD");
  }

  @Test
  void refusesAFileThatIsNoneAsAWhole() {
    inputs.write("a.jsonl", "").write("b.jsonl", "\n\r\n").write("c.jsonl", "%PDF-1.4\n1\n2\n");
    inputs.write("d.jsonl", Inputs.join(Inputs.bytes(0xFF, 0xFE), Inputs.bytes('{', 0)));

    assertThat(inputs.read("*.jsonl"))
        .extracting(item -> Inputs.refusal(item).message())
        .containsExactly(
            "a.jsonl: empty: expected a page, found 0 bytes; fetch it again or remove it",
            "b.jsonl: empty: expected a page, found 2 empty lines; fetch it again or remove it",
            "c.jsonl: not a text: expected HTML, Markdown or plain text, found a PDF document;"
                + " give the page itself or remove it",
            "d.jsonl: not UTF-8: expected a JSONL in UTF-8, found a UTF-16 or UTF-32 byte order"
                + " mark; convert the file");
  }

  @Test
  void tellsAJsonlWithoutItsNameByItsFirstLine() {
    inputs.write("pages.dat", "{ \"url\": \"u:1\", \"text\": \"one\"}\n{\"text\": \"two\"}\n");

    assertThat(inputs.read("pages.dat"))
        .extracting(Inputs::textOrReason)
        .containsExactly("one", "two");
  }

  @Test
  void handsOnEachPageBeforeItReadsTheNext() {
    inputs.write("a.jsonl", "{\"text\": \"1\"}\n{\"text\": \"2\"}\n");

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                inputs
                    .inputs("a.jsonl")
                    .forEach(
                        item -> {
                          throw new IllegalStateException(Inputs.textOrReason(item));
                        }))
        .hasMessage("1");
  }
}
