package dev.unglue.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.CommandRun;
import dev.unglue.cli.RealRun;
import dev.unglue.cli.command.StatusCommand;
import dev.unglue.cli.format.StatusView;
import dev.unglue.pipeline.store.StoreJobs.StoreStatus;
import dev.unglue.store.row.RunRow;
import dev.unglue.store.row.StoreCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnglueTest {
  @TempDir Path folder;

  private CommandRun execute(String... args) {
    return new CommandRun(folder).execute(args);
  }

  // --- help and usage -------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"run", "parse", "export", "status", "config check"})
  void showsExamplesAndExitCodesOfEachCommand(String command) {
    CommandRun run = execute((command + " --help").split(" "));

    assertThat(run.code).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Usage: unglue " + command + " ")
        .contains("\nExit codes:\n  0   ", "\n  2   ", "\nExamples:\n  unglue " + command)
        .contains("--config=DIR", "--out=DIR", "--raw=DIR", "--now=INSTANT");
  }

  @Test
  void listsAllExitCodes() {
    assertThat(execute("--help").out())
        .contains(
            """
            Exit codes:
              0    done
              1    done, with flags at or above --fail-on
              2    wrong usage or configuration
              3    done, some pages or sources failed
              4    nothing published: gate closed, or nothing reached
              5    another run holds the lock
              70   a fault of the program itself
            """);
  }

  @Test
  void showsItsVersionFromEveryCommand() {
    assertThat(execute("--version").out()).isEqualTo("unglue 9.9\n");
    assertThat(execute("run", "-V").out()).isEqualTo("unglue 9.9\n");
    assertThat(execute("config", "check", "-V").out()).isEqualTo("unglue 9.9\n");
  }

  @Test
  void showsItsCommandsWhereNoneIsGiven() {
    CommandRun run = execute();
    assertThat(run.code).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: unglue ").contains("\nCommands:\n  run ");
    assertThat(execute("config").err()).startsWith("Usage: unglue config ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "run --sorce; Unknown option: '--sorce'|Possible solutions: --source|Try: unglue run --help",
        "prase; Unmatched argument at index 0: 'prase'|Did you mean: unglue parse?|Try: unglue --help",
        "run --now soon; Invalid value for option '--now': expected an instant such as"
            + " 2026-01-31T02:30:00Z, found \"soon\"|Try: unglue run --help",
        "run --fail-on bad; Invalid value for option '--fail-on': expected one of info, warn,"
            + " error, fatal, never, found \"bad\"|Try: unglue run --help",
        "parse --format xml p; Invalid value for option '--format': expected one of table, json,"
            + " csv, found \"xml\"|Try: unglue parse --help",
        "parse; Missing required parameter: 'PATH|URL|-'|Try: unglue parse --help",
      })
  void saysWrongUsage(String args, String said) {
    CommandRun run = execute(args.split(" "));

    assertThat(run.code).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().replace("\n", "|")).isEqualTo("unglue: " + said + "|");
  }

  // --- faults ---------------------------------------------------------------------------------

  private CommandRun failing(RuntimeException fault) {
    CommandRun run = new CommandRun(folder);
    run.parse =
        call -> {
          throw fault;
        };
    return run;
  }

  @Test
  void saysAFaultOfItsOwnInOneLine() {
    CommandRun run = failing(new IllegalStateException("two\nlines")).execute("parse", "a");

    assertThat(run.code).isEqualTo(70);
    assertThat(run.err())
        .isEqualTo(
            "unglue: a fault of the program, please report it (two lines);"
                + " run it again with --debug to keep the details in unglue-debug.log\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsTheTraceOfAFaultWhereAsked() {
    CommandRun run = failing(new IllegalStateException("odd")).execute("parse", "a", "--debug");

    assertThat(run.err())
        .isEqualTo(
            "unglue: a fault of the program, please report it (odd); the details lie in"
                + " unglue-debug.log\n");
    assertThat(folder.resolve("unglue-debug.log"))
        .content()
        .startsWith("java.lang.IllegalStateException: odd")
        .contains("at dev.unglue.cli.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class java.lang.String cannot be cast to class java.lang.Long",
        "Cannot invoke \"dev.unglue.model.value.Subject.name()\" because \"subject\" is null",
        ""
      })
  void saysNoNamesThatOnlyItsSourceExplains(String message) {
    ClassCastException fault = new ClassCastException(message.isEmpty() ? null : message);
    CommandRun run = failing(fault).execute("parse", "a");

    assertThat(run.code).isEqualTo(70);
    assertThat(run.err())
        .isEqualTo(
            "unglue: a fault of the program, please report it; run it again with --debug to keep"
                + " the details in unglue-debug.log\n");
  }

  @Test
  void saysAFileThatCannotBeWritten() {
    CommandRun run = failing(new UncheckedIOException(new IOException("no space left on device")));
    run.execute("parse", "a");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("unglue: a file cannot be read or written: no space left on device\n");
    assertThat(
            failing(new UncheckedIOException(new AccessDeniedException("normalized/csv")))
                .execute("parse", "a")
                .err())
        .isEqualTo("unglue: a file cannot be read or written: access denied: normalized/csv\n");
  }

  // --- config check ---------------------------------------------------------------------------

  @Test
  void checksAGoodConfiguration() throws IOException {
    Files.createDirectories(folder.resolve("mine/lexicon"));
    Files.createDirectories(folder.resolve("mine/sources"));
    Files.writeString(
        folder.resolve("mine/attributes.yaml"), "kind: phone\nmissing: [\"-\"]\nattributes: []\n");
    Files.writeString(folder.resolve("mine/statements.yaml"), "words: {}\n");
    Files.writeString(folder.resolve("mine/lexicon/makers.txt"), "Acme\nBolt\n");
    Files.writeString(
        folder.resolve("mine/sources/a.yaml"), "name: a\nenabled: true\nfiles: [x]\n");
    CommandRun run = execute("config", "check", "--config", "mine");

    assertThat(run.code).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .matches(
            """
            configuration  mine: ok
            attributes     0
            rules          \\d+, set: 0
            sources        1, enabled: a
            name lists     1 with 2 names
            sha256         [0-9a-f]{64}
            """);
  }

  @Test
  void takesTheConfigurationOfTheWorkingFolderOrTheBuiltInOne() throws IOException {
    assertThat(execute("config", "check").out()).startsWith("configuration  (built-in): ok\n");
    Files.createDirectory(folder.resolve("config"));
    CommandRun run = execute("config", "check");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            """
            config/attributes.yaml: the file is missing; a configuration needs it
            """);
  }

  @Test
  void listsAllThatIsWrongWithAConfiguration() throws IOException {
    Files.createDirectories(folder.resolve("config/sources"));
    Files.writeString(
        folder.resolve("config/attributes.yaml"), "kind: phone\nmising: []\nattributes: 3\n");
    Files.writeString(folder.resolve("config/statements.yaml"), "words: {}\n");
    Files.writeString(folder.resolve("config/sources/a.yaml"), "name: a\nfiles: [x\n");
    CommandRun run = execute("config", "check");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            config/attributes.yaml:1: missing: missing: expected a list of marks such as "-"
            config/attributes.yaml:2: mising: unknown key: expected one of kind, missing, \
            attributes, relations; did you mean missing?
            config/attributes.yaml:3: attributes: expected a list, found "3"
            config/sources/a.yaml:3: this is not YAML: while parsing a flow sequence; expected ',' \
            or ']', but got <stream end>
            """);
  }

  // --- export and status ----------------------------------------------------------------------

  @Test
  void listsTheExportedFiles() {
    RealRun run =
        new RealRun(folder)
            .file(
                "p.md",
                "# Teller vs cook\n\n| | Teller | Cook |\n|---|---|---|\n| Yearly salary | $27,490 | $32,292 |\n");
    run.execute("run", "--input", "p.md", "--out", "results");
    run.execute("export", "--out", "results");

    assertThat(run.code).isZero();
    assertThat(run.err).isEmpty();
    assertThat(run.out)
        .isEqualTo(
            """
            results/csv/occupations.csv
            results/csv/comparisons.csv
            results/csv/facts.csv
            results/csv/observations.csv
            results/csv/skills.csv
            results/csv/responsibilities.csv
            results/csv/flags.csv
            results/csv/changes.csv
            results/csv/runs.csv
            results/csv/contract.odcs.yaml
            results/csv/datapackage.json
            """);
  }

  private static StoreStatus status(String last, @Nullable String database) {
    return new StoreStatus(
        List.of(
            run(12, "2026-01-02T02:30:00Z", null, last),
            run(11, "2026-01-01T02:30:00Z", "2026-01-01T02:31:10Z", "published")),
        new StoreCounts(
            Map.of("html", 3L), Map.of("value", 1_200L, "missing", 3L), 900, Map.of(), 2),
        database,
        "normalized/csv",
        List.of(),
        List.of());
  }

  private static RunRow run(long id, String started, @Nullable String finished, String status) {
    return new RunRow(
        id,
        "uuid",
        "manual",
        Instant.parse(started),
        finished == null ? null : Instant.parse(finished),
        status,
        "9.9",
        "",
        Instant.parse(started),
        null);
  }

  @Test
  void showsHowThingsStand() {
    StoreStatus status = status("unchanged", "normalized/unglue.db");

    assertThat(StatusCommand.exitCode(status, List.of())).isZero();
    assertThat(new StatusView(status, List.of(), folder).lines())
        .containsExactly(
            "run  started               finished              status",
            "12   2026-01-02T02:30:00Z  -                     unchanged",
            "11   2026-01-01T02:30:00Z  2026-01-01T02:31:10Z  published",
            "",
            "layouts       3: html 3",
            "observations  1,203: missing 3, value 1,200",
            "facts         900",
            "flags         none",
            "quarantine    2",
            "database      normalized/unglue.db",
            "CSVs          normalized/csv");
  }

  @Test
  void saysThatTheLastRunPublishedNothing() {
    StoreStatus status = status("rejected", null);

    assertThat(StatusCommand.exitCode(status, List.of())).isEqualTo(4);
    assertThat(new StatusView(status, List.of(), folder).lines())
        .contains("database      nothing is published yet");
  }

  @Test
  void saysThatNothingIsStored() {
    CommandRun run = execute("status");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "unglue: nothing is stored: expected a work store in normalized, found none; run unglue"
                + " run\n");
  }
}
