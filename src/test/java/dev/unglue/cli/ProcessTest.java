package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.program.ChildJvm;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its user meets it: a process of its own, its streams, its exit code. */
class ProcessTest {
  private static final String GOOD =
      """
      Teller vs head teller

      TellerHead Teller
      Yearly salary$27,490$32,292
      Average age4246
      """;

  private static final String EMPTY =
      "pages/b-empty.txt: empty: expected a page, found 0 bytes; fetch it again or remove it";
  private static final String BINARY =
      "pages/c-binary.txt: not a text: expected HTML, Markdown or plain text, found a PNG image;"
          + " give the page itself or remove it";
  private static final String LONG =
      "pages/h-long.txt: too large: expected at most 16777216 bytes, found 52428800 bytes; cut it"
          + " into single pages or remove it";
  private static final String LONG_LINE =
      "pages/i-long.jsonl:1: too large: expected at most 16777216 bytes, found a line of 52428800"
          + " bytes; cut it into single pages or remove it";
  private static final String HALF =
      "pages/j-half.txt.gz: the gzip is cut: expected the end of the gzip, found the end of the"
          + " file after byte 64; fetch the file again";
  private static final String CUT =
      "pages/k-cut.wet: record 2 at byte %d: cut: expected %d bytes, found %d; the records before"
          + " it were read, fetch the file again";
  private static final String NO_TEXT =
      "pages/l-bad.jsonl:1: no text: expected {\"url\", \"text\"} or {\"url\", \"html\"}, found a"
          + " text that is empty or no string; mend or remove the line";
  private static final String NOT_JSON =
      "pages/l-bad.jsonl:2: not JSON: expected one object {\"url\", \"text\"} or {\"url\","
          + " \"html\"}, found \"not json\", wrong at column 1; mend or remove the line";

  @TempDir private Path folder;

  private static final String NOW = "2026-01-31T02:30:00Z";

  private RealRun files;

  @BeforeEach
  void writePages() throws IOException {
    files = new RealRun(folder.toRealPath());
  }

  // --- every bad input at once ----------------------------------------------------------------

  private void writeBadPages() {
    byte[] line = new byte[50 << 20];
    Arrays.fill(line, (byte) 'a');
    byte[] packed = gzip(GOOD.repeat(50));
    files
        .file("pages/a-good.txt", GOOD)
        .file("pages/b-empty.txt", "")
        .file("pages/c-binary.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0})
        .file("pages/d-latin.txt", (GOOD + "\nCaf\u00e9\n").getBytes(StandardCharsets.ISO_8859_1))
        .file("pages/e-prose.txt", "Nothing is compared here.\n")
        .file("pages/f-unknown.txt", GOOD + "Typical bonus$3,000$4,000\n")
        .file("pages/g-unfit.txt", GOOD.replace("$27,490$32,292", "Ask your bank"))
        .file("pages/h-long.txt", line)
        .file("pages/i-long.jsonl", line)
        .file("pages/j-half.txt.gz", Arrays.copyOf(packed, 64))
        .file("pages/k-cut.wet", record(1) + record(2).substring(0, record(2).length() - 40))
        .file("pages/l-bad.jsonl", "{\"url\": \"https://example.org/a\", \"text\": 3}\nnot json\n");
  }

  private static String cut() {
    return CUT.formatted(record(1).length(), GOOD.length(), GOOD.length() - 36);
  }

  private String missing() {
    return "input \"missing.txt\": no such file or folder below "
        + files.folder
        + "; give a file, a folder or a glob such as raw/samples/**";
  }

  @Test
  void saysEachBadInputOfARunInALineAndPublishesTheOthers() throws Exception {
    writeBadPages();

    Ended run = unglue("run", "--input", "pages", "--out", "out");

    assertThat(run.err)
        .isEqualTo(
            "WARN  input pages partial: 8 pages failed: "
                + EMPTY
                + ", and other reasons\n"
                + "INFO  stage=load in=14 read=6 unchanged=0 failed=8 status=published\n");
    assertThat(run.out)
        .contains("pages         14 found: 6 read, 0 known already, 8 failed\n")
        .endsWith(
            List.of(EMPTY, BINARY, LONG, LONG_LINE, HALF, cut(), NO_TEXT, NOT_JSON).stream()
                .map(message -> "  failed: " + message + "\n")
                .collect(Collectors.joining()));
    assertThat(run.code).isEqualTo(3);
    assertThat(
            files.query("out/unglue.db", "SELECT page, reason, message FROM quarantine ORDER BY 1"))
        .containsExactly(
            "pages/b-empty.txt|empty_file|" + EMPTY,
            "pages/c-binary.txt|binary_file|" + BINARY,
            "pages/g-unfit.txt|split_impossible|no reading fits: expected 2 values for"
                + " yearly_salary_usd, found \"Ask your bank\", at pages/g-unfit.txt 54..67; kept"
                + " as it came",
            "pages/h-long.txt|too_large|" + LONG,
            "pages/i-long.jsonl#1|too_large|" + LONG_LINE,
            "pages/j-half.txt.gz|gzip_cut|" + HALF,
            "pages/k-cut.wet#2|warc_cut|" + cut(),
            "pages/l-bad.jsonl#1|no_text|" + NO_TEXT,
            "pages/l-bad.jsonl#2|not_json|" + NOT_JSON);
    assertThat(files.query("out/unglue.db", "SELECT page, notes FROM capture WHERE notes <> ''"))
        .containsExactly(
            "pages/d-latin.txt|[\"charset in doubt: none is declared, and byte %d is not UTF-8; read as windows-1252\"]"
                .formatted(GOOD.length() + 4));
  }

  @Test
  void saysEachBadInputOfAParseInALineAndPrintsTheOthers() throws Exception {
    writeBadPages();

    Ended parse = unglue("parse", "--format", "json", "pages", "missing.txt");

    assertThat(parse.err)
        .isEqualTo(
            List.of(EMPTY, BINARY, LONG, LONG_LINE, HALF, cut(), NO_TEXT, NOT_JSON, missing())
                .stream()
                .map(message -> "unglue: " + message + "\n")
                .collect(Collectors.joining()));
    assertThat(parse.code).isEqualTo(2);
    List<String> pages = parse.out.lines().toList();
    assertThat(pages).hasSize(6);
    assertThat(pages.get(1))
        .startsWith("{\"page\":\"pages/d-latin.txt\",")
        .endsWith(
            ",\"notes\":[\"charset in doubt: none is declared, and byte %d is not UTF-8; read as windows-1252\"]}"
                .formatted(GOOD.length() + 4));
    assertThat(pages.get(0)).doesNotContain("\"notes\"");
  }

  // --- what the user can set right ------------------------------------------------------------

  @Test
  void saysWhatIsWrongWithAConfigurationByFileLineAndKey() throws Exception {
    files
        .file("mine/attributes.yaml", "kind: x\nmissing: 3\nattributs: []\nattributes: []\n")
        .file("mine/statements.yaml", "words: {}\n");

    Ended run = unglue("run", "--input", "a.txt", "--config", "mine");

    assertThat(run.err)
        .isEqualTo(
            """
            mine/attributes.yaml:2: missing: expected a list, found "3"
            mine/attributes.yaml:3: attributs: unknown key: expected one of kind, missing, \
            attributes, relations; did you mean attributes?
            """);
    assertThat(run.out).isEmpty();
    assertThat(run.code).isEqualTo(2);
  }

  @Test
  void saysASourceThatDoesNotExistAndAFolderThatCannotBeWritten() {
    files.execute("run", "--source", "sampels");

    assertThat(files.err)
        .isEqualTo(
            "unglue: expected the name of a source (samples, zippia), found \"sampels\"; did you"
                + " mean samples?\n");
    assertThat(files.code).isEqualTo(2);

    files.file("a.txt", GOOD).file("out", "a file, no folder");
    files.execute("run", "--input", "a.txt", "--out", "out");

    assertThat(files.err)
        .matches(
            "unglue: cannot make the folder of the store: expected a folder that may be written,"
                + " found \".*\" at .*work; name another output folder\n");
    assertThat(files.folder.resolve("out")).content().isEqualTo("a file, no folder");
    assertThat(files.code).isEqualTo(2);
  }

  // --- a store that another run holds ---------------------------------------------------------

  /** Sets of the JDK are in another order in each process: nothing may hang on it. */
  @Test
  void knowsItsPagesAgainInAnyProcess() throws Exception {
    files.file("a.txt", GOOD);
    List<String> first = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      first.add(
          unglue("run", "--input", "a.txt", "--out", "out").out.lines().findFirst().orElse(""));
    }

    assertThat(first)
        .containsExactly(
            "run           1, published",
            "run           2, unchanged",
            "run           3, unchanged");
  }

  @Test
  void saysWhoHoldsTheStore() throws Exception {
    files.file("a.txt", GOOD);
    Process other =
        new ProcessBuilder(
                ChildJvm.ofTests("128m", "dev.unglue.store.LoadingProgram", folder + "/out"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      BufferedReader lines = other.inputReader();
      assertThat(lines.lines().anyMatch(said -> said.equals("loading"))).isTrue();
      files.execute("run", "--input", "a.txt", "--out", "out");
    } finally {
      other.destroyForcibly().waitFor();
    }

    assertThat(files.code).isEqualTo(5);
    assertThat(files.out).isEmpty();
    assertThat(files.err)
        .matches(
            "unglue: the store is in use: another run holds the lock \\(pid %d, started_at [^)]+\\)"
                    .formatted(other.pid())
                + " at .*lock; wait until it is done\n");
    // the other one has died: the store is free, and what it had begun is not there
    files.execute("run", "--input", "a.txt", "--out", "out");
    assertThat(files.code).isZero();
    assertThat(files.query("out/unglue.db", "SELECT page FROM capture")).containsExactly("a.txt");
  }

  @Test
  void theLocaleOfTheMachineChangesNoByte() throws Exception {
    files.file("pages/a-good.txt", GOOD).file("pages/b-unfit.txt", GOOD.replace("$27,490", "Ask"));

    for (Locale people : List.of(Locale.US, new Locale("ar", "EG"))) {
      Ended run =
          unglue(people, "run", "--input", "pages", "--out", people.getCountry(), "--now", NOW);
      assertThat(run.code).isZero();
      assertThat(run.err)
          .isEqualTo("INFO  stage=load in=2 read=2 unchanged=0 failed=0 status=published\n");
    }

    for (String name : List.of("csv/observations.csv", "csv/flags.csv", "csv/runs.csv")) {
      assertThat(files.folder.resolve("EG").resolve(name))
          .hasSameBinaryContentAs(files.folder.resolve("US").resolve(name));
    }
  }

  // --- the process ----------------------------------------------------------------------------

  private record Ended(int code, String out, String err) {}

  private Ended unglue(String... args) throws IOException, InterruptedException {
    return unglue(Locale.US, args);
  }

  private Ended unglue(Locale people, String... args) throws IOException, InterruptedException {
    List<String> command = ChildJvm.program("256m", args);
    command.addAll(
        1,
        List.of(
            "-Duser.language=" + people.getLanguage(), "-Duser.country=" + people.getCountry()));
    Path out = folder.resolve("stdout.txt");
    Path err = folder.resolve("stderr.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(files.folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), read(out), read(err));
  }

  private static String read(Path file) throws IOException {
    // On a slow machine a run says how far it is.
    return Files.readString(file)
        .replace(System.lineSeparator(), "\n")
        .replaceAll("[0-9,]+ pages?, [0-9]+ % read, .*\n", "");
  }

  private static String record(int number) {
    return """
        WARC/1.0
        WARC-Type: conversion
        WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000%d>
        WARC-Date: 2026-01-01T00:00:00Z
        WARC-Target-URI: https://example.org/%d
        Content-Type: text/plain
        Content-Length: %d

        """
            .formatted(number, number, GOOD.length())
            .replace("\n", "\r\n")
        + GOOD
        + "\r\n\r\n";
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
