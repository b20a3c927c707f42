package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import dev.unglue.store.sql.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A work store that was lost beside what it had published. */
class RebuildCommandTest {
  /** Flyway's own table tells when it ran. */
  private static final String MIGRATIONS = "flyway_schema_history";

  private static final String SHOWN =
      "SELECT subject, attribute, member, value_num, value_text, valid_from, support FROM v_fact"
          + " ORDER BY 1, 2, 3";

  /** Counts as the views and the report ask for them. */
  private static final String KEPT =
      "SELECT attribute_id, state, block, layout, n FROM kept_cells WHERE n <> 0 ORDER BY 1, 2";

  @TempDir private Path folder;

  private RealRun run;
  private Path store;

  /** Three nights: in the second a value changes, in the third nothing does. */
  @BeforeEach
  void nights() {
    run = new RealRun(folder);
    store = folder.resolve("out/work/store.db");
    night("2026-01-01T00:00:00Z", "$27,490");
    night("2026-02-01T00:00:00Z", "$28,000");
    night("2026-02-01T00:00:00Z", "$28,000");
  }

  private void night(String at, String salary) {
    page("p/a.md", salary, at);
    run.file(
            "p/b.txt",
            "Teller vs head teller\n\nTellerHead Teller\nYearly salary%s$32,292\n"
                .formatted(salary))
        .execute("run", "--input", "p", "--out", "out");
    assertThat(run.code).as(run.err).isZero();
  }

  private void page(String file, String salary, String at) {
    run.file(
            file,
            """
            # Teller vs head teller

            | | Teller | Head Teller |
            |---|---|---|
            | Yearly salary | %s | $32,292 |
            | Job satisfaction | - | 3.67 |
            """
                .formatted(salary))
        .file(
            file + ".meta.json",
            "{\"url\": \"https://example.org/%s\", \"captured_at\": \"%s\"}".formatted(file, at));
  }

  private String refused(String found) {
    return "unglue: the work store is lost: expected the one from which run 3 was published to "
        + folder.resolve("out/unglue.db")
        + ", found "
        + found
        + ", at "
        + store
        + "; unglue rebuild makes it anew, unglue restore brings a backup back; to begin from"
        + " nothing, move unglue.db away\n";
  }

  private interface Loss {
    void happen(RebuildCommandTest test) throws IOException;
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        loss("none", test -> {}),
        loss("an empty file", test -> Files.write(test.store, new byte[0])),
        loss(
            "a file that is no database", test -> Files.writeString(test.store, "no, ".repeat(99))),
        loss("a database of another program", test -> song(test.store)),
        loss(
            "a store that does not know this run",
            test -> {
              test.run.execute("run", "--input", "p", "--out", "other");
              Files.copy(test.folder.resolve("other/work/store.db"), test.store);
            }));
  }

  private static void song(Path file) {
    Sql.perform(
        "make another program's file",
        () -> {
          try (Connection connection = Sql.openForWriting(file)) {
            Sql.execute(connection, "CREATE TABLE song (title TEXT)");
          }
        });
  }

  private static Arguments loss(String found, Loss loss) {
    return Arguments.of(found, loss);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void refusesWhatIsNotTheStoreOfWhatIsPublished(String found, Loss loss) throws IOException {
    Files.delete(store);
    loss.happen(this);
    Map<String, String> published = run.files("out");
    byte[] left = Files.exists(store) ? Files.readAllBytes(store) : new byte[0];

    for (List<String> words :
        List.of(
            List.of("run", "--input", "p"),
            List.of("status"),
            List.of("publish"),
            List.of("report"),
            List.of("prune", "--keep", "1d"),
            List.of("backup", "kept"))) {
      run.execute(Stream.concat(words.stream(), Stream.of("--out", "out")).toArray(String[]::new));

      assertThat(run.code).as(words.get(0)).isEqualTo(2);
      assertThat(run.err).as(words.get(0)).isEqualTo(refused(found));
    }
    assertThat(run.files("out")).isEqualTo(published);
    assertThat(Files.exists(store) ? Files.readAllBytes(store) : new byte[0]).isEqualTo(left);
  }

  @Test
  void makesTheStoreAnewFromWhatIsPublished() throws IOException {
    Map<String, List<String>> before = run.dump("out/work/store.db", MIGRATIONS);
    List<String> kept = run.query("out/work/store.db", KEPT);
    before.keySet().removeIf(table -> table.startsWith("kept_"));
    run.execute("history", "teller", "--out", "out");
    String history = run.out;
    Files.delete(store);

    run.execute("rebuild", "--out", "out");

    assertThat(run.err).isEmpty();
    assertThat(run.code).isZero();
    assertThat(run.out).isEqualTo("store         out/work/store.db\n");
    Map<String, List<String>> after = run.dump("out/work/store.db", MIGRATIONS);
    after.keySet().removeIf(table -> table.startsWith("kept_"));
    assertThat(after).isEqualTo(before);
    assertThat(run.query("out/work/store.db", KEPT)).isEqualTo(kept);
    run.execute("history", "teller", "--out", "out");
    assertThat(run.out).isEqualTo(history).contains("27490", "28000");
  }

  @Test
  void goesOnAsIfNothingHadBeen() throws IOException {
    Files.delete(store);
    run.execute("rebuild", "--out", "out");
    List<String> facts = run.query("out/unglue.db", SHOWN);
    run.execute("run", "--input", "p", "--out", "out");

    assertThat(run.out).startsWith("run           4, unchanged\n");
    assertThat(run.query("out/unglue.db", SHOWN)).isEqualTo(facts);

    night("2026-03-01T00:00:00Z", "$29,000");
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT value_num, valid_from FROM v_fact_at WHERE slug = 'teller'"
                    + " AND attribute = 'yearly_salary_usd' ORDER BY 2"))
        .containsExactly(
            "27490|2026-01-01T00:00:00Z",
            "28000|2026-02-01T00:00:00Z",
            "29000|2026-03-01T00:00:00Z");
  }

  @Test
  void keepsTheStoreThatWasThereWithItsJournals() throws IOException {
    byte[] left = "no, ".repeat(99).getBytes(StandardCharsets.UTF_8);
    Files.write(store, left);
    Files.writeString(folder.resolve("out/work/store.db-wal"), "journal");

    run.execute("rebuild", "--out", "out");
    run.execute("rebuild", "--out", "out");

    assertThat(run.out)
        .isEqualTo("replaced      out/work/store.db.replaced-2\nstore         out/work/store.db\n");
    assertThat(folder.resolve("out/work/store.db.replaced-1")).hasBinaryContent(left);
    assertThat(folder.resolve("out/work/store.db.replaced-1-wal")).hasContent("journal");
    assertThat(run.query("out/work/store.db", "PRAGMA integrity_check")).containsExactly("ok");
  }

  @Test
  void readsWhatTheSourcesHoldBeyondWhatWasPublished() throws IOException {
    run.ownConfig().file("config/sources/mine.yaml", "name: mine\nfiles: [q/**]\n");
    run.file("config/sources/other.yaml", "name: other\nfiles: [other/**]\n");
    page("q/a.md", "$28,000", "2026-02-01T00:00:00Z");
    page("other/a.md", "$1,000", "2026-02-01T00:00:00Z");
    run.execute("run", "--source", "mine", "--out", "mine");
    page("q/b.md", "$28,000", "2026-02-02T00:00:00Z");
    Files.delete(folder.resolve("mine/work/store.db"));

    run.execute("rebuild", "--out", "mine");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.out)
        .startsWith("store         mine/work/store.db\nrun           2, published\n")
        .contains("2 found: 1 read, 1 known already, 0 failed");
    assertThat(run.query("mine/unglue.db", "SELECT page FROM capture ORDER BY 1"))
        .containsExactly("https://example.org/q/a.md", "https://example.org/q/b.md");
    assertThat(run.query("mine/unglue.db", "SELECT \"trigger\", sources FROM run"))
        .containsExactly("manual|[\"mine\"]", "rebuild|[\"mine\"]");
  }

  @Test
  void readsTheSourcesWhereNothingIsPublished() throws IOException {
    run.ownConfig().file("config/sources/mine.yaml", "name: mine\nenabled: true\nfiles: [p/**]\n");
    Files.delete(folder.resolve("out/unglue.db"));
    Files.delete(store);

    run.execute("rebuild", "--out", "out");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.query("out/unglue.db", "SELECT count(*) FROM capture")).containsExactly("2");
  }

  @Test
  void saysThatThereIsNothingToRebuildFrom() {
    run.ownConfig().execute("rebuild", "--out", "none");

    assertThat(run.code).isEqualTo(2);
    assertThat(run.err)
        .isEqualTo(
            "unglue: nothing to rebuild the store from: expected a published file at "
                + folder.resolve("none/unglue.db")
                + " or an enabled source, found neither\n");
  }

  // --- backup and restore ---------------------------------------------------------------------

  @Test
  void keepsABackupAndBringsItBack() throws IOException {
    run.execute("backup", "kept", "--out", "out");
    assertThat(run.out).isEqualTo("kept/store.db\nkept/unglue.db\nkept/SHA256SUMS\n");
    Map<String, String> csvs = run.files("out/csv");
    night("2026-03-01T00:00:00Z", "$29,000");
    assertThat(run.files("out/csv")).isNotEqualTo(csvs);
    Files.delete(folder.resolve("out/report.html"));

    run.execute("restore", "kept", "--out", "out");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.out)
        .isEqualTo("replaced  out/work/store.db.replaced-1\nreplaced  out/unglue.db.replaced-1\n");
    assertThat(run.files("out/csv")).isEqualTo(csvs);
    assertThat(folder.resolve("out/report.html")).exists();
    assertThat(run.query("out/work/store.db", "SELECT max(run_id) FROM run")).containsExactly("3");
    run.execute("status", "--out", "out");
    assertThat(run.code).isZero();
  }
}
