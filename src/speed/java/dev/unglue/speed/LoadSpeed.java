package dev.unglue.speed;

import dev.unglue.bench.speed.SpeedCorpus;
import dev.unglue.bench.speed.SpeedLayout;
import dev.unglue.bench.speed.SpeedPage;
import dev.unglue.bench.speed.SpeedRun;
import dev.unglue.config.ConfigFolder;
import dev.unglue.store.sql.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What loads cost, in processor time of whole processes, beside their floors: a first night beside
 * {@code parse} of its pages and SQLite's own import of its cells; a night that brings nothing
 * beside reading and hashing its pages; a night that changes a page in a hundred beside a first
 * load of these pages and a copy of what is published. The table goes into performance.md, between
 * its marks.
 *
 * <p>{@code mvn -B -ntp -P speed test-compile exec:exec -Dexec.args="-cp %classpath
 * dev.unglue.speed.LoadSpeed [pages]"}; it needs a system with {@code sh}, {@code sha256sum} and
 * {@code sqlite3}.
 */
public final class LoadSpeed {
  private static final String BEGIN = "<!-- loads: written by LoadSpeed -->";
  private static final String END = "<!-- loads: end -->";
  private static final Path REPORT = Path.of("src/docs/performance.md");
  private static final int PAGES = 5_000;
  private static final int CHANGED = 100;

  /** What the shell says of the time of its children: the second line, user and system. */
  private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  private static final String CELLS =
      """
      SELECT capture_id, subject_id, attribute_id, member, ordinal, section, state, value_num,
        value_text, raw_text, raw_start, raw_end FROM observation
      """
          .replace('\n', ' ');

  private final Path folder;
  private final Path pages;
  private final List<String> rows = new ArrayList<>();

  private LoadSpeed(Path folder) {
    this.folder = folder;
    this.pages = folder.resolve("pages");
  }

  /** Measures a corpus of so many pages, and writes the table down. */
  public static void main(String[] args) throws Exception {
    int count = args.length == 0 ? PAGES : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("loads");
    try {
      String table = new LoadSpeed(folder).measure(count);
      System.out.println(table);
      write(table);
    } finally {
      SpeedRun.delete(folder);
    }
  }

  private String measure(int count) throws Exception {
    List<SpeedPage> all =
        SpeedCorpus.bundled(ConfigFolder.loadDefault().catalogue(), SpeedRun.SEED)
            .pages(SpeedLayout.GLUED, count);
    write(pages, all, 1);
    Path few = folder.resolve("few");

    double parse = unglue("parse", "--format", "json", pages.toString());
    double first = run("out", pages);
    long cells = cells();
    double imported = imported();
    row("first night, beyond `parse`", first - parse, "SQLite's import of its cells", imported);

    double read = shell("find '%s' -type f -exec sha256sum {} + > '%s'", pages, sums());
    row("second night, nothing changed", run("out", pages), "reading and hashing it", read);

    change(all, few);
    double changed = run("out", pages);
    double copy = shell("cp '%s' '%s'", folder.resolve("out/unglue.db"), folder.resolve("copy.db"));
    row(
        "third night, a page in %d changed".formatted(CHANGED),
        changed,
        "first load of these, and a copy",
        run("apart", few) + copy);

    return """
    Measured on %s, %d processors, Java %s: %,d glued pages, %,d cells. Seconds of processor time of whole processes, the starts too.

    | what | seconds | beside | seconds | times |
    |---|---|---|---|---|
    %s
    """
        .formatted(
            LocalDate.now(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            count,
            cells,
            String.join("\n", rows));
  }

  private void row(String what, double seconds, String beside, double floor) {
    rows.add(
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %s | %.2f | %.1f x |",
            what,
            seconds,
            beside,
            floor,
            seconds / floor));
  }

  private Path sums() {
    return folder.resolve("sums");
  }

  /** Writes every so manieth page, a file each. */
  private static void write(Path into, List<SpeedPage> all, int step) throws IOException {
    Files.createDirectories(into);
    for (int i = 0; i < all.size(); i += step) {
      Files.writeString(into.resolve("%06d.txt".formatted(i)), all.get(i).text());
    }
  }

  /** Changes some pages by a sentence that says nothing; they lie alone, too. */
  private void change(List<SpeedPage> all, Path few) throws IOException {
    write(few, all, CHANGED);
    try (Stream<Path> files = Files.list(few)) {
      for (Path file : files.sorted().toList()) {
        Files.writeString(file, Files.readString(file) + "\nRead on another day.\n");
        Files.writeString(pages.resolve(file.getFileName()), Files.readString(file));
      }
    }
  }

  private double run(String out, Path input) throws Exception {
    return unglue("run", "--input", input.toString(), "--out", folder.resolve(out).toString());
  }

  private double unglue(String... words) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String config = Path.of("config").toAbsolutePath().toString();
    return shell(
        "'%s' -cp '%s' dev.unglue.cli.Main %s --config '%s' > /dev/null",
        java, System.getProperty("java.class.path"), "'" + String.join("' '", words) + "'", config);
  }

  private long cells() throws SQLException {
    try (Connection store = Sql.openForReading(folder.resolve("out/work/store.db"))) {
      return Sql.number(store, "SELECT count(*) FROM observation");
    }
  }

  /** Into a table with a key and two indexes. */
  private double imported() throws Exception {
    Path csv = folder.resolve("cells.csv");
    Path store = folder.resolve("out/work/store.db");
    shell("sqlite3 -csv '%s' \"%s\" > '%s'", store, CELLS, csv);
    return shell(
        "sqlite3 '%s' \"CREATE TABLE o (a,b,c,d,e,f,g,h,i,j,k,l, m INTEGER PRIMARY KEY)\""
            + " \"CREATE INDEX x ON o (b,c)\" \"CREATE UNIQUE INDEX y ON o (a,b,c,d,e,f,k,j,l)\""
            + " \"CREATE TABLE p (a,b,c,d,e,f,g,h,i,j,k,l)\" '.mode csv' \".import '%s' p\""
            + " \"INSERT INTO o SELECT *, rowid FROM p\"",
        folder.resolve("import.db"), csv);
  }

  /** Seconds of processor time of what the shell runs. */
  private double shell(String command, Object... words) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command.formatted(words) + "; code=$?; times; exit $code")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    Matcher times = TIMES.matcher(said);
    // 1 and 3 tell of flags and of pages that could not be read.
    if (!times.find() || (code != 0 && code != 1 && code != 3)) {
      throw new IllegalStateException("%s: ended with %d".formatted(command, code));
    }
    return 60 * Integer.parseInt(times.group(1))
        + Double.parseDouble(times.group(2))
        + 60 * Integer.parseInt(times.group(3))
        + Double.parseDouble(times.group(4));
  }

  private static void write(String table) throws IOException {
    String text = Files.readString(REPORT);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    if (from < BEGIN.length() || to < from) {
      throw new IllegalStateException("expected the marks of the table in " + REPORT);
    }
    Files.writeString(REPORT, text.substring(0, from) + "\n\n" + table + "\n" + text.substring(to));
  }
}
