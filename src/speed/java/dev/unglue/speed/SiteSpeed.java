package dev.unglue.speed;

import com.sun.management.OperatingSystemMXBean;
import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.publish.Publisher;
import dev.unglue.serve.Site;
import dev.unglue.serve.SiteSettings;
import dev.unglue.serve.http.SiteAccess;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Sql;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How fast the site answers over 130,000 facts and 2 million observations, and whether 50 readers
 * at once lose anything: {@code mvn -B -ntp -P speed test-compile exec:exec -Dexec.args="-Xmx256m
 * -cp %classpath dev.unglue.speed.SiteSpeed FOLDER SECONDS"}. The folder keeps what was made for
 * the next time.
 */
public final class SiteSpeed {
  private static final int SUBJECTS = 10_000;
  private static final int ATTRIBUTES = 13;
  private static final int CAPTURES = 10_000;
  private static final int CELLS = 200;
  private static final int RUNS = 60;
  private static final int ASKED = 60;
  private static final int UNCOUNTED = 20;
  private static final int READERS = 50;

  private static final String PAGE =
      "Subject 1 vs Subject 2\n\n| | Subject 1 | Subject 2 |\n|---|---|---|\n"
          + "| Yearly salary | $30,120 | $41,205 |\n".repeat(40);

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("overview", "");
    PAGES.put("subjects", "subjects");
    PAGES.put("search, two letters", "subjects?q=su");
    PAGES.put("search, a name", "subjects?q=subject+77");
    PAGES.put("sorted by a number", "subjects?sort=a1&desc=1");
    PAGES.put("two ranges", "subjects?min.a1=20000&max.a1=40000&min.a2=1000&sort=a2");
    PAGES.put("with open cells and flags", "subjects?open=1&flagged=1");
    PAGES.put("names as one types", "names?q=sub");
    PAGES.put("a subject", "subject/subject-77");
    PAGES.put("two subjects", "compare?left=subject-77&right=subject-4000");
    PAGES.put("a page", "page?page=p1");
    PAGES.put("decide", "decide");
    PAGES.put("flags", "flags");
    PAGES.put("flags of a source", "flags?source=s");
    PAGES.put("flags of a subject", "flags?subject=subject-77");
  }

  private static final String NUMBERS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) ";

  private SiteSpeed() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : "target/site-speed").toAbsolutePath();
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    make(folder);
    Settings settings = ConfigFolder.loadDefault();
    SiteAccess access = new SiteAccess("127.0.0.1", 0, "", "form", true);
    SiteSettings made =
        new SiteSettings(
            access,
            () -> settings,
            Optional.empty(),
            folder.resolve("out"),
            folder,
            Clock.systemUTC());
    try (Site site = Site.start(made)) {
      System.out.println("| page | median ms | 95 % ms | processor ms | KB |");
      System.out.println("|---|---|---|---|---|");
      for (int i = 0; i < UNCOUNTED; i++) {
        for (String page : PAGES.values()) {
          ask(HttpClient.newHttpClient(), site.address() + page);
        }
      }
      for (Map.Entry<String, String> page : PAGES.entrySet()) {
        measure(page.getKey(), site.address() + page.getValue());
      }
      load(site, seconds);
    }
  }

  private static void measure(String name, String address) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<Double> millis = new ArrayList<>();
    int size = 0;
    long busy = processorNanos();
    for (int i = 0; i < ASKED; i++) {
      long began = System.nanoTime();
      size = ask(client, address);
      millis.add((System.nanoTime() - began) / 1e6);
    }
    busy = processorNanos() - busy;
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %d |%n",
        name,
        millis.get(ASKED / 2),
        millis.get(ASKED * 95 / 100),
        busy / 1e6 / ASKED,
        size / 1000);
  }

  private static int ask(HttpClient client, String address) throws Exception {
    var answer =
        client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(address + " " + answer.statusCode() + answer.body());
    }
    return answer.body().length();
  }

  /** Of this process, its client with it: what a shared machine tells as well as a quiet one. */
  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void load(Site site, int seconds) throws InterruptedException {
    LongAdder answered = new LongAdder();
    LongAdder lost = new LongAdder();
    List<String> addresses = List.copyOf(PAGES.values());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    for (int reader = 0; reader < READERS; reader++) {
      int first = reader;
      readers.execute(
          () -> {
            HttpClient client = HttpClient.newBuilder().executor(Runnable::run).build();
            for (int i = first; System.nanoTime() < end; i++) {
              String address = site.address() + addresses.get(i % addresses.size());
              try {
                int status =
                    client
                        .send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.discarding())
                        .statusCode();
                (status == 200 ? answered : lost).increment();
              } catch (IOException e) {
                lost.increment();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
          });
    }
    readers.shutdown();
    readers.awaitTermination(10, TimeUnit.MINUTES);
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%n%d readers at once for %d s: %d pages answered, %d lost, %d a second; heap %d MB of %d%n",
        READERS,
        seconds,
        answered.sum(),
        lost.sum(),
        answered.sum() / seconds,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
  }

  // --- what is read ---------------------------------------------------------------------------

  /** A store that is there is only published again, as this version does it. */
  private static void make(Path folder) throws IOException, SQLException {
    Path out = Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("p1.md"), PAGE);
    boolean empty = !Files.exists(out.resolve("work/store.db"));
    try (WorkStore store = WorkStore.open(out)) {
      if (empty) {
        fill(store.connection());
      }
      long began = processorNanos();
      Publisher.publish(store, out);
      System.out.printf(
          Locale.ROOT,
          "published in %.1f s of processor time%n%n",
          (processorNanos() - began) / 1e9);
    }
  }

  private static void fill(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    for (String sql : sql(Sha256.hex(PAGE.getBytes(StandardCharsets.UTF_8)))) {
      Sql.execute(connection, sql);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static List<String> sql(String sha256) {
    String at = "'2026-01-05T02:30:00Z'";
    return List.of(
        NUMBERS.formatted(RUNS)
            + "INSERT INTO run (run_id, run_uuid, \"trigger\", started_at, finished_at, status, tool_version, config_sha256, nominal_time, sources, seen_at)"
            + " SELECT i, 'u' || i, 'manual', strftime('%Y-%m-%dT02:30:00Z', '2026-01-01', '+' || i || ' days'), "
            + at
            + ", 'published', '1', 'c', "
            + at
            + ", '[\"s\"]', "
            + at
            + " FROM n",
        NUMBERS.formatted(RUNS)
            + "INSERT INTO night SELECT i, 's', 'ok', 9, 990, 1, 0, i % 3, '[]', '[]', NULL FROM n",
        NUMBERS.formatted(RUNS)
            + "INSERT INTO metric (run_id, name, value) SELECT i, name, 100000 + 500 * i FROM n,"
            + " (SELECT 'open_facts' AS name UNION SELECT 'observations_value' UNION SELECT 'observations_ambiguous')",
        NUMBERS.formatted(ATTRIBUTES)
            + "INSERT INTO attribute SELECT 'a' || i, 'Attribute ' || i, CASE WHEN i < 9 THEN 'money' ELSE 'name' END,"
            + " CASE WHEN i < 9 THEN 'USD' ELSE '' END, NULL, NULL, i < 9, i FROM n",
        NUMBERS.formatted(SUBJECTS)
            + "INSERT INTO subject SELECT i, 'occupation', 'subject-' || i, 'Subject ' || i FROM n",
        NUMBERS.formatted(CAPTURES)
            + "INSERT INTO capture (capture_id, run_id, source, page, captured_at, seen_at, raw_sha256, content_sha256, media_type, layout, page_kind, raw_path, raw_offset, parser_version, parse_status, subject_set, last_seen_at)"
            + " SELECT i, 1, 's', 'p' || i, %1$s, %1$s, CASE WHEN i = 1 THEN '%2$s' ELSE printf('%%064d', i) END, 'x', 'text/markdown', 'glued', 'comparison', 'p' || i || '.md', 0, '1', 'ok', 'set', %1$s FROM n"
                .formatted(at, sha256),
        NUMBERS.formatted(CAPTURES)
            + "INSERT INTO comparison (capture_id, position, subject_id) SELECT i, 1, i FROM n UNION ALL SELECT i, 2, i %% %d + 1 FROM n"
                .formatted(SUBJECTS),
        NUMBERS.formatted(CELLS)
            + """
            INSERT INTO observation (capture_id, subject_id, attribute_id, ordinal, section, state, value_num,
              value_text, raw_text, raw_start, raw_end, method, confidence, candidates, layout)
            SELECT c.capture_id, (c.capture_id + i %% 2 - 1) %% %1$d + 1, 'a' || (i / 2 %% %2$d + 1), i / 2 / %2$d,
              'overview',
              CASE WHEN (c.capture_id * 100 + i / 2) %% 1000 = 7 THEN 'ambiguous' ELSE 'value' END,
              CASE WHEN (c.capture_id * 100 + i / 2) %% 1000 <> 7 AND i / 2 %% %2$d < 8 THEN 10000 + (c.capture_id * 37 + i) %% 60000 END,
              CASE WHEN (c.capture_id * 100 + i / 2) %% 1000 <> 7 AND i / 2 %% %2$d >= 8 THEN 'Name ' || (c.capture_id %% 977) END,
              'raw text of a cell', i / 2 * 20, i / 2 * 20 + 18, 'cell', 0.99,
              CASE WHEN (c.capture_id * 100 + i / 2) %% 1000 = 7 THEN '[{"text":"raw text","probability":0.5,"reading":["raw text","of a cell"]}]' END,
              'glued'
            FROM capture c CROSS JOIN n
            """
                .formatted(SUBJECTS, ATTRIBUTES),
        NUMBERS.formatted(ATTRIBUTES)
            + """
            INSERT INTO fact SELECT s.subject_id, 'a' || i, '', 0, %1$s, NULL,
              CASE WHEN i < 9 THEN 10000 + (s.subject_id * 37 + i) %% 60000 END,
              CASE WHEN i >= 9 THEN 'Name ' || (s.subject_id * i %% 977) END, 'agreed', 3, 1, 0.99, 1
            FROM subject s CROSS JOIN n
            """
                .formatted(at),
        "INSERT INTO fact_change SELECT 60, subject_id, attribute_id, member, ordinal, 1, NULL, value_num, value_text FROM fact WHERE subject_id < 20",
        "INSERT INTO rule SELECT 'rule_' || attribute_id, title, 'warn' FROM attribute",
        NUMBERS.formatted(20_000)
            + "INSERT INTO flag (run_id, rule_id, severity, scope, capture_id, page, subject_id, attribute_id, expected, actual, message, raw_start, raw_end, fingerprint, state, about)"
            + " SELECT 1, 'rule_a' || (i % 13 + 1), 'warn', 'page', i % 10000 + 1, 'p' || (i % 10000 + 1), i % 10000 + 1, 'a' || (i % 13 + 1), 'one', 'other', 'One sentence for people', 20, 38, printf('%032d', i), 'open', '' FROM n");
  }
}
