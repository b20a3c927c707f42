package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user may get wrong: one clear message each, nothing lost, the other pages go on. */
class BadInputTest {
  private static final String GOOD =
      """
      Teller vs head teller

      TellerHead Teller
      Yearly salary$27,490$32,292
      Average age4246
      """;

  @TempDir private Path folder;

  /** Runs one bad input beside a good page. */
  private RealRun run(String input) {
    RealRun run = new RealRun(folder).file("good.txt", GOOD);
    run.execute("run", "--input", "good.txt", "--input", input, "--out", "out");
    assertThat(run.err + run.out).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT value_num FROM v_observation WHERE page = 'good.txt'"
                    + " AND attribute = 'average_age_years' ORDER BY raw_start"))
        .containsExactly("42", "46");
    return run;
  }

  @Test
  void saysAMissingFile() {
    RealRun run = new RealRun(folder).file("good.txt", GOOD);
    run.execute("run", "--input", "good.txt", "--input", "pagse/a.txt", "--out", "out");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: input \"pagse/a.txt\": no such file or folder below "
                + folder
                + "; give a file, a folder or a glob such as raw/samples/**\n");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void saysAnEmptyFile() {
    new RealRun(folder).file("empty.txt", "");
    RealRun run = run("empty.txt");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.query("out/unglue.db", "SELECT page, reason FROM quarantine"))
        .containsExactly("empty.txt|empty_file");
  }

  @Test
  void saysABinaryFile() {
    new RealRun(folder)
        .file("picture.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0});
    RealRun run = run("picture.txt");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.query("out/unglue.db", "SELECT page, reason FROM quarantine"))
        .containsExactly("picture.txt|binary_file");
  }

  @Test
  void readsAPageWithBrokenBytesAndNotesThem() {
    byte[] page =
        GOOD.replace("Teller vs", "Caf\u00e9 Teller vs").getBytes(StandardCharsets.ISO_8859_1);
    new RealRun(folder).file("latin.txt", page);
    RealRun run = run("latin.txt");

    assertThat(run.code).isZero();
    assertThat(
            run.query("out/unglue.db", "SELECT notes FROM capture WHERE page = 'latin.txt'").get(0))
        .contains("charset in doubt: none is declared, and byte 3 is not UTF-8");
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT rule_id, severity, actual FROM flag WHERE rule_id LIKE 'charset%'"))
        .containsExactly(
            "charset_doubtful|warn|none is declared, and byte 3 is not UTF-8; read as windows-1252");
  }

  private static final String EMPLOYER =
      """
      Teller vs head teller

      | | Teller | Head Teller |
      |---|---|---|
      | Best paying company | L\u2019Or\u00e9al | Citi |
      """;

  /** Whatever became of a name, nobody takes it for one without a word. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1252 | text/plain                | L\u2019Or\u00e9al             | none is declared, and byte 89 is not UTF-8; read as windows-1252
          windows-1252 | text/plain; charset=utf-8 | L\ufffdOr\ufffdal             | not UTF-8: 2 broken bytes, the first at byte 89, read as U+FFFD
          double       | text/plain; charset=utf-8 | L\u00e2\u20ac\u2122Or\u00c3\u00a9al | L\u00e2\u20ac\u2122Or\u00c3\u00a9al
          US-ASCII     | text/plain; charset=utf-8 | L?Or?al                       | L?Or?al
          """)
  void flagsANameOfDoubtfulBytes(String written, String type, String read, String doubt) {
    Charset latin = Charset.forName("windows-1252");
    byte[] page =
        written.equals("double")
            ? new String(EMPLOYER.getBytes(StandardCharsets.UTF_8), latin)
                .getBytes(StandardCharsets.UTF_8)
            : EMPLOYER.getBytes(Charset.forName(written));
    new RealRun(folder)
        .file("name.txt", page)
        .file("name.txt.meta.json", "{\"media_type\":\"%s\"}".formatted(type));
    RealRun run = run("name.txt");

    assertThat(run.code).isZero();
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT value_text FROM v_observation WHERE attribute = 'best_paying_company'"
                    + " AND subject = 'Teller'"))
        .containsExactly(read);
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT actual FROM v_flag WHERE rule = 'charset_doubtful' AND page = 'name.txt'"))
        .contains(doubt);
  }

  @Test
  void readsNoFactOfEbcdicAndSaysThatItIsInDoubt() {
    new RealRun(folder).file("host.txt", EMPLOYER.getBytes(Charset.forName("IBM037")));
    RealRun run = run("host.txt");

    assertThat(run.code).isZero();
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT rule, actual FROM v_flag WHERE page = 'host.txt' AND rule LIKE 'charset%'"))
        .containsExactly(
            "charset_doubtful|none is declared, and byte 3 is not UTF-8; read as windows-1252");
    assertThat(
            run.query("out/unglue.db", "SELECT page FROM v_observation WHERE page <> 'good.txt'"))
        .isEmpty();
  }

  @Test
  void readsAPageWithoutAnyTable() {
    new RealRun(folder).file("prose.txt", "Nothing is compared here.\n");
    RealRun run = run("prose.txt");

    assertThat(run.code).isZero();
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT page_kind, parse_status FROM capture WHERE page = 'prose.txt'"))
        .containsExactly("none|no_table");
    assertThat(run.query("out/unglue.db", "SELECT rule FROM v_flag WHERE page = 'prose.txt'"))
        .containsExactly("soft_error_page");
  }

  @Test
  void keepsARowOfAnUnknownLabel() {
    new RealRun(folder).file("odd.txt", GOOD + "Typical bonus$3,000$4,000\n");
    RealRun run = run("odd.txt");

    assertThat(run.code).isZero();
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT subject, member, value_text FROM v_observation"
                    + " WHERE attribute = 'unmapped' ORDER BY raw_start"))
        .containsExactly("Teller|Typical bonus|$3,000", "Head Teller|Typical bonus|$4,000");
    assertThat(run.query("out/unglue.db", "SELECT rule FROM v_flag WHERE page = 'odd.txt'"))
        .contains("label_unknown");
  }

  @Test
  void keepsARowThatNoReadingFits() {
    new RealRun(folder).file("odd.txt", GOOD.replace("$27,490$32,292", "Ask your bank"));
    RealRun run = run("odd.txt");

    assertThat(run.code).isZero();
    assertThat(run.query("out/unglue.db", "SELECT page, reason, raw_text FROM quarantine"))
        .containsExactly("odd.txt|split_impossible|Ask your bank");
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT state, raw_text FROM v_observation WHERE page = 'odd.txt'"
                    + " AND attribute = 'yearly_salary_usd'"))
        .containsExactly("unparsed|Ask your bank");
  }

  @Test
  void refusesALineOfFiftyMegabytes() {
    byte[] line = new byte[50 << 20];
    Arrays.fill(line, (byte) 'a');
    new RealRun(folder).file("long.txt", line);
    RealRun run = run("long.txt");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.query("out/unglue.db", "SELECT page, reason FROM quarantine"))
        .containsExactly("long.txt|too_large");
  }

  @Test
  void saysHalfAGzip() {
    byte[] whole = gzip(GOOD.repeat(50));
    new RealRun(folder).file("half.txt.gz", Arrays.copyOf(whole, whole.length / 2));
    RealRun run = run("half.txt.gz");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.query("out/unglue.db", "SELECT page, reason FROM quarantine"))
        .containsExactly("half.txt.gz|gzip_cut");
  }

  @Test
  void readsTheWholeRecordsOfAWarcThatIsCut() {
    String payload = GOOD.replace("27,490", "28,000");
    String record =
        """
        WARC/1.0
        WARC-Type: conversion
        WARC-Record-ID: <urn:uuid:%s>
        WARC-Date: 2026-01-01T00:00:00Z
        WARC-Target-URI: https://example.org/%s
        Content-Type: text/plain
        Content-Length: %d

        """
                .replace("\n", "\r\n")
            + "%s\r\n\r\n";
    String one =
        record.formatted("00000000-0000-0000-0000-000000000001", "1", payload.length(), payload);
    String two =
        record.formatted("00000000-0000-0000-0000-000000000002", "2", payload.length(), payload);
    new RealRun(folder).file("cut.wet", one + two.substring(0, two.length() - 40));
    RealRun run = run("cut.wet");

    assertThat(run.code).isEqualTo(3);
    assertThat(run.query("out/unglue.db", "SELECT reason FROM quarantine"))
        .containsExactly("warc_cut");
    assertThat(run.query("out/unglue.db", "SELECT page FROM capture ORDER BY page"))
        .containsExactly("good.txt", "https://example.org/1");
  }

  @Test
  void saysWhatIsWrongWithAConfiguration() {
    RealRun run =
        new RealRun(folder)
            .file("good.txt", GOOD)
            .file(
                "mine/attributes.yaml",
                "kind: x\nmissing: [\"-\"]\nattributs: []\nattributes: 3\n");
    run.execute("run", "--input", "good.txt", "--config", "mine");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .contains("mine/attributes.yaml:3: attributs: ")
        .contains("mine/attributes.yaml:4: attributes: ")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("normalized")).doesNotExist();
  }

  @Test
  void saysASourceThatDoesNotExist() {
    RealRun run = new RealRun(folder);
    run.execute("run", "--source", "zipia");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("zipia").contains("zippia").doesNotContain("\tat ");
  }

  @Test
  void saysAnOutputFolderThatCannotBeWritten() {
    RealRun run = new RealRun(folder).file("good.txt", GOOD).file("out", "a file, not a folder");
    run.execute("run", "--input", "good.txt", "--out", "out");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("out").doesNotContain("\tat ");
  }

  @Test
  void parsesStandardInputAndSaysWhatItCannotRead() {
    RealRun run = new RealRun(folder);
    run.input = GOOD;
    run.execute("parse", "-", "--format", "csv");
    assertThat(run.code).isZero();
    assertThat(run.out.lines().count()).isEqualTo(5);

    run.execute("parse", "nowhere.txt");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).startsWith("unglue: input \"nowhere.txt\": no such file or folder below ");
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
