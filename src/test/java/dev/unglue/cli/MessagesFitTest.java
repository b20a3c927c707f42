package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where a person reads it, and where a program does. */
class MessagesFitTest {
  private static final String BROKEN =
      "mine/attributes.yaml:3: attributs: unknown key: expected one of kind, missing, attributes,"
          + " relations; did you mean attributes?";

  @TempDir private Path folder;

  private RealRun run;

  @BeforeEach
  void write() {
    run =
        new RealRun(folder)
            .file("mine/attributes.yaml", "kind: x\nmissing: ['-']\nattributs: []\n")
            .file("good.txt", "Teller vs head teller\n\nTellerHead Teller\nAverage age4246\n")
            .file("empty.txt", "");
  }

  @Test
  void aPersonReadsLinesThatFit() {
    run.watched = true;
    run.execute("config", "check", "--config", "mine");

    assertThat(run.err)
        .contains(
            "mine/attributes.yaml:3: attributs: unknown key: expected one of kind, missing,\n"
                + "  attributes, relations; did you mean attributes?\n");
  }

  @Test
  void aProgramReadsALineAMessage() {
    run.execute("config", "check", "--config", "mine");
    assertThat(run.err).contains(BROKEN + "\n");

    run.watched = true;
    run.execute("config", "check", "--config", "mine", "--log-format", "json");
    assertThat(run.err.lines()).singleElement().asString().contains(BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config check --config mine",
        "config check --config nowhere",
        "parse nowhere.txt",
        "parse empty.txt",
        "parse https://example.org/a-rather-long-address/of-a-page-that-compares-two-jobs.html",
        "parse --cost --format csv good.txt",
        "run --input nowhere.txt",
        "run --input empty.txt --out out",
        "run --source zipia",
        "run --now yesterday",
        "decide",
        "decide --config mine",
        "shadow --config mine",
        "shadow --config mine --jar nowhere.jar",
        "init cards --pages empty.txt",
        "init mine --pages good.txt",
        "load nowhere.csv",
        "report --from 1 --to 2",
        "status",
        "serve --host 0.0.0.0",
        "rune",
        "run --lineage",
        "run --no-such-option"
      })
  void everyMessageToAPersonFits(String line) {
    run.watched = true;
    run.execute(line.split(" "));

    assertThat(run.code).isNotZero();
    assertThat((run.err + run.out).lines()).isNotEmpty().allSatisfy(Fitting::fits);
  }

  /** On Linux each stream tells whether a person sees it; {@code script} lends it a terminal. */
  @Test
  void aTerminalIsKnownByItsStream() throws Exception {
    assumeTrue(Path.of("/usr/bin/script").toFile().exists());
    String command =
        String.join(
            " ",
            run.process("run", "--input", "empty.txt").command().stream()
                .map(word -> "'" + word + "'")
                .toList());
    Process process =
        run.process(
                List.of(
                    "script", "-qec", command + " > seen.txt; " + command + " 2> kept.txt", "log"))
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();

    String log = Files.readString(folder.resolve("log")).replace("\r", "");
    assertThat(log)
        .contains(
            "WARN  input empty.txt unreachable: 1 page failed: empty.txt: empty: expected a\n"
                + "      page, found 0 bytes; fetch it again or remove it\n");
    assertThat(Files.readString(folder.resolve("kept.txt")))
        .contains(
            "WARN  input empty.txt unreachable: 1 page failed: empty.txt: empty: expected a page,"
                + " found 0 bytes; fetch it again or remove it\n");
  }
}
