package dev.unglue.pipeline.run;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.bench.page.Dialect;
import dev.unglue.config.Settings;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.page.PageParser;
import dev.unglue.reconcile.ReconcileJob;
import dev.unglue.store.Load;
import dev.unglue.store.Samples;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run asks again only the rows in doubt that its news reaches, and ends as if it had asked all:
 * after each of many nights a store that forgets what it keeps and asks all rows anew has nothing
 * to change, and keeps the same again.
 */
class RereadNightsTest {
  private static final Instant FIRST = Instant.parse("2026-01-05T02:30:00Z");

  /** Ends the name of a page that is read in another way tonight. */
  private static final String DECIDED = ".decided";

  private static final List<String> KEPT =
      List.of(
          "kept_doubt_capture",
          "kept_doubt_field",
          "kept_doubt_row",
          "kept_doubt_subject",
          "kept_doubt_cell");

  /** Names of one shape, some of them in a list, some with another inside. */
  private static final List<String> COMPANIES =
      List.of("iQorZest", "McVay", "Zest", "3M", "DeLuxeNet", "BPay", "van Rijn", "iQor", "Citi");

  private static final List<String> TOOLS = List.of("Saw", "Hammer", "Net", "HamMer", "SawNet");

  private static final List<String> COUNTS = List.of("34070", "3407", "30960", "960", "12", "7");

  private static final Settings SETTINGS = TestCatalogue.settings();

  @TempDir private Path folder;

  /** What decides how pages are read, and its name. */
  private record Parser(String version, Catalogue catalogue, PageParser pages) {
    Parser(String version, Catalogue catalogue) {
      this(version, catalogue, new PageParser(catalogue, SETTINGS.statements()));
    }
  }

  private static final List<Parser> PARSERS =
      List.of(
          new Parser("v1", SETTINGS.catalogue()), new Parser("v2", halved(SETTINGS.catalogue())));

  /** The same catalogue with half of the names of each list, and without companies. */
  private static Catalogue halved(Catalogue whole) {
    Map<String, Attribute> attributes = new LinkedHashMap<>(whole.attributes());
    attributes.remove("best_paying_company");
    Map<String, List<String>> lists = new LinkedHashMap<>();
    whole.lexicon().forEach((name, list) -> lists.put(name, list.subList(0, list.size() / 2)));
    return new Catalogue(
        whole.kind(),
        whole.missingMarks(),
        attributes,
        lists,
        whole.weights(),
        whole.confidence(),
        whole.relations());
  }

  static Stream<Long> seeds() {
    return new Random(20261123).longs(3).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void endsEachNightAsIfAllRowsHadBeenAsked(long seed) {
    Random random = new Random(seed);
    Map<String, List<String>> shown = new TreeMap<>();
    Parser parser = PARSERS.get(0);
    for (int night = 0; night < 9; night++) {
      for (int i = 0; i < (night == 0 ? 30 : 1 + random.nextInt(4)); i++) {
        change(random, shown);
      }
      parser = random.nextInt(6) == 0 ? PARSERS.get(random.nextInt(2)) : parser;
      boolean whole = night == 0 || random.nextInt(5) > 0;
      run(folder, parser, night, sight(random, shown), whole);
      if (random.nextInt(8) == 0) {
        prune(FIRST.plus(Duration.ofDays(night)));
      }
      assertThatNothingIsLeftToAsk(
          parser, night, whole, "seed %d, night %d".formatted(seed, night));
    }
    assertThat(rows(folder, "SELECT count(*) FROM resolution WHERE method = 'other_pages'"))
        .isNotEqualTo(List.of("0"));
  }

  /** What is kept of a row is broken: it stops the first run that reads it. */
  @Test
  void neverReadsARowThatNoNewsReaches() {
    Parser parser = PARSERS.get(0);
    Map<String, String> pages = new TreeMap<>();
    pages.put("near", glued("Teller", "Baker", "iQorZest", "McVay"));
    pages.put("far", glued("Nurse", "Welder", "iQorZest", "3M"));
    run(folder, parser, 0, pages, true);
    execute(
        folder,
        "UPDATE kept_doubt_row SET options = '{}' WHERE subjects = '[\"nurse\",\"welder\"]'");

    run(folder, parser, 1, Map.of("news", glued("Baker", "Plumber", "McVay", "Zest")), true);

    assertThat(rows(folder, "SELECT count(*) FROM kept_doubt_row")).containsExactly("3");
    Map<String, String> news = Map.of("later", glued("Welder", "Plumber", "3M", "Zest"));
    assertThatThrownBy(() -> run(folder, parser, 2, news, true))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "kept_doubt_row.options: expected a JSON list of readings, found \"{}\"; the store was changed by another program");
  }

  /** The page is not seen again, so what an older parser has read of it stands. */
  @Test
  void takesBackWhatWasDecidedOfAFieldThatTheNextParserDoesNotKnow() {
    Map<String, String> pages = new TreeMap<>();
    pages.put("a", glued("Teller", "Baker", "iQorZest", "McVay"));
    pages.put("b", glued("Baker", "Nurse", "McVay", "3M"));
    run(folder, PARSERS.get(0), 0, pages, true);
    String decided = "SELECT count(*) FROM v_observation WHERE method = 'other_pages'";
    assertThat(rows(folder, decided)).containsExactly("4");

    run(folder, PARSERS.get(1), 1, Map.of("c", glued("Cook", "Waiter", "Zest", "BPay")), true);

    assertThat(rows(folder, decided)).containsExactly("0");
    assertThat(rows(folder, "SELECT field, version FROM kept_doubt_field"))
        .containsExactly("unmapped|v2");
  }

  /** Its first table says how the second is to be cut; a copy of it says so no more surely. */
  @Test
  void aCopySaysNothingOfTheRowsOfItsPage() {
    String page =
        """
        Teller vs baker

        | | Teller | Baker |
        |---|---|---|
        | Best paying company | iQorZest | McVay |

        TellerBaker
        Best paying companyiQorZestMcVay
        """;
    String settled = "SELECT DISTINCT settled FROM kept_doubt_row";
    run(folder, PARSERS.get(0), 0, Map.of("page", page), true);
    List<String> alone = rows(folder, settled);
    run(folder, PARSERS.get(0), 1, Map.of("mirror", page + "\nMirrored by a mirror."), true);

    assertThat(rows(folder, "SELECT count(*) FROM kept_doubt_row")).containsExactly("2");
    assertThat(rows(folder, settled)).hasSize(1).isEqualTo(alone);
  }

  private static String glued(String left, String right, String a, String b) {
    return Work.page(Dialect.GLUED, left, right, "Best paying company ; %s ; %s".formatted(a, b));
  }

  // --- pages ----------------------------------------------------------------------------------

  /** A page is new, shows something else, or shows again what it showed before. */
  private static void change(Random random, Map<String, List<String>> shown) {
    int left = random.nextInt(30);
    int right = (left + 1 + random.nextInt(3)) % 30;
    List<String> contents =
        shown.computeIfAbsent("p%02d-%02d".formatted(left, right), name -> new ArrayList<>());
    boolean again = contents.size() > 1 && random.nextBoolean();
    contents.add(again ? contents.get(0) : page(random, left, right));
  }

  private static String page(Random random, int left, int right) {
    Dialect dialect =
        List.of(Dialect.GLUED, Dialect.GLUED, Dialect.GLUED, Dialect.SPACED, Dialect.HTML)
            .get(random.nextInt(5));
    return Work.page(
        dialect,
        subject(left),
        subject(right),
        row(random, "Best paying company", COMPANIES, left, right),
        row(random, "Number of jobs", COUNTS, left, right),
        row(random, "Favourite tool", TOOLS, left, right));
  }

  private static String subject(int number) {
    return "Welder " + (char) ('A' + number / 10) + (char) ('a' + number % 10);
  }

  private static String row(Random random, String label, List<String> values, int left, int right) {
    return label + " ; " + value(random, values, left) + " ; " + value(random, values, right);
  }

  /** Mostly what all pages say of the subject; sometimes something else, sometimes nothing. */
  private static String value(Random random, List<String> values, int subject) {
    int chance = random.nextInt(12);
    int place = chance == 0 ? random.nextInt(values.size()) : subject * 7 % values.size();
    return chance == 1 ? "-" : values.get(place);
  }

  /** What the pages show that a night meets: nearly all, each as it is now. */
  private static Map<String, String> sight(Random random, Map<String, List<String>> shown) {
    Map<String, String> sight = new TreeMap<>();
    shown.forEach(
        (page, contents) -> {
          if (random.nextInt(10) > 0) {
            sight.put(
                page + (random.nextInt(8) == 0 ? DECIDED : ""), contents.get(contents.size() - 1));
          }
        });
    return sight;
  }

  // --- runs -----------------------------------------------------------------------------------

  private static RunStart start(Instant at) {
    return new RunStart("manual", at, at, "test", "c".repeat(64), at, null);
  }

  /**
   * Runs a night.
   *
   * @param whole false if it breaks off before its end, and is taken back
   */
  private static void run(
      Path folder, Parser parser, int night, Map<String, String> sight, boolean whole) {
    Instant at = FIRST.plus(Duration.ofDays(night));
    try (WorkStore store = WorkStore.open(folder)) {
      Load load = store.begin(start(at), parser.catalogue());
      sight.forEach((page, text) -> add(load, parser, ref(page, text), text));
      load.endPages();
      reread(load, parser);
      if (whole) {
        load.finish("published", at);
      } else {
        load.rollback();
      }
    }
  }

  /** Of the same text some pages are read in another way, as where a person has decided a row. */
  private static void add(Load load, Parser parser, CaptureRef seen, String text) {
    boolean decided = seen.page().endsWith(DECIDED);
    CaptureRef ref = ref(seen.page().replace(DECIDED, ""), text);
    String read = decided ? text.replaceAll("(?m)^.*Best paying company.*$", "") : text;
    String version = parser.version() + (decided ? DECIDED : "");
    if (!load.meets(ref, version)) {
      load.add(parser.pages().parse(new Capture(ref, read, List.of())), version, List.of());
    }
  }

  private static CaptureRef ref(String page, String text) {
    String type = text.startsWith("<") ? "text/html" : "text/plain";
    String digest =
        UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
    return new CaptureRef("s", page, null, null, digest + digest, type, page, 0, null);
  }

  private static void reread(Load load, Parser parser) {
    new ReconcileJob(parser.catalogue(), parser.pages().splitter(), parser.version(), load.doubts())
        .run();
  }

  private void prune(Instant before) {
    try (WorkStore store = WorkStore.open(folder)) {
      store.prune(before);
    }
  }

  // --- what is left ---------------------------------------------------------------------------

  private void assertThatNothingIsLeftToAsk(Parser parser, int night, boolean whole, String what) {
    Path copy = folder.resolve("copy" + night);
    copy(folder, copy);
    if (!whole) { // it leaves its parser's version to the next one
      run(copy, parser, night, Map.of(), true);
    }
    Map<String, List<String>> kept = kept(copy);
    List<String> believed = rows(copy, "SELECT * FROM resolution");
    execute(copy, KEPT.stream().map(table -> "DELETE FROM " + table).collect(joining("; ")));

    run(copy, parser, night, Map.of(), true);

    assertThat(rows(copy, "SELECT * FROM resolution")).as(what).isEqualTo(believed);
    assertThat(kept(copy)).as(what).isEqualTo(kept);
  }

  private static Map<String, List<String>> kept(Path out) {
    Map<String, List<String>> kept = Samples.tables(out.resolve("work/store.db"), "''");
    kept.keySet().retainAll(KEPT);
    return kept;
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.resolve("work"));
      Files.copy(from.resolve("work/store.db"), to.resolve("work/store.db"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> rows(Path out, String sql) {
    return Work.query(out.resolve("work/store.db"), sql);
  }

  private static void execute(Path out, String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + out.resolve("work/store.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql); // all of several, too
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
