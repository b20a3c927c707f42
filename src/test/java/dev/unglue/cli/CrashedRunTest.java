package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;

/** Whole runs in processes of their own that are killed, or that find no space. */
class CrashedRunTest {
  private static final long SEED = 20260105;
  private static final int KILLS = 4;
  private static final int PAGES = 120;
  private static final int FETCHED = 60;

  /** A limit on the size of a file does what a full disk does; the driver itself needs 2 MB. */
  private static final int MOST_KIB = 2_500;

  private static final int MANY = 800;

  /** What must be the same however often a run was killed: all but the runs themselves. */
  private static final List<String> SAME =
      List.of(
          "SELECT page, raw_sha256, parse_status FROM capture ORDER BY 1, 2",
          "SELECT page, subject, attribute, state, value_num, value_text FROM v_observation"
              + " ORDER BY 1, 2, 3, 5",
          "SELECT subject, attribute, member, value_num, value_text, resolution, support, dissent"
              + " FROM v_fact ORDER BY 1, 2, 3",
          "SELECT count(*), group_concat(rule || page || actual) FROM (SELECT * FROM v_flag ORDER BY"
              + " rule, page, actual)");

  @TempDir private Path folder;

  private RealRun files;

  @BeforeEach
  void pages() {
    files = new RealRun(folder);
    for (int i = 0; i < PAGES; i++) {
      files.file(
          "p/%03d.txt".formatted(i),
          """
          Clerk %1$d vs head clerk %1$d

          Clerk %1$dHead Clerk %1$d
          Yearly salary$27,%2$03d$32,292
          Number of jobs22,4787,596
          Job satisfaction-3.67
          Average age4246
          """
              .formatted(i, 100 + i));
    }
  }

  /** In this process: what comes after the kills needs none of its own. */
  private void succeed(String... args) {
    files.now = Instant.now(); // as the processes have it
    files.execute(args);
    assertThat(files.code).as(files.err).isZero();
  }

  private int end(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  @Test
  void endsAsIfNothingHadBeenHoweverOftenARunIsKilled() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < KILLS; i++) {
      Process process = files.process("run", "--input", "p", "--out", "killed").start();
      process.waitFor(500 + random.nextInt(2_500), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      if (Files.exists(folder.resolve("killed/unglue.db"))) {
        assertThat(files.query("killed/unglue.db", "PRAGMA integrity_check")).containsExactly("ok");
      }
    }

    succeed("run", "--input", "p", "--out", "killed");
    succeed("run", "--input", "p", "--out", "whole");
    for (String sql : SAME) {
      assertThat(files.query("killed/unglue.db", sql))
          .as("seed " + SEED)
          .isNotEmpty()
          .isEqualTo(files.query("whole/unglue.db", sql));
    }
    assertThat(files.query("killed/work/store.db", "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(files.query("killed/unglue.db", "SELECT count(*) FROM capture"))
        .containsExactly(Integer.toString(PAGES));
  }

  @Test
  void losesNoPageHoweverOftenARunThatFetchesIsKilled() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", CrashedRunTest::answer);
    server.start();
    try {
      site(server.getAddress().getPort());
      Random random = new Random(SEED);
      for (int i = 0; i < KILLS; i++) {
        Process process = site("killed").start();
        process.waitFor(700 + random.nextInt(3_500), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
      }

      assertThat(end(site("killed"))).isZero();
      assertThat(end(site("whole"))).isZero();
    } finally {
      server.stop(0);
    }
    for (String sql : SAME) {
      assertThat(files.query("killed/unglue.db", sql))
          .as("seed " + SEED)
          .isNotEmpty()
          .isEqualTo(files.query("whole/unglue.db", sql));
    }
    assertThat(files.query("killed/work/store.db", "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(files.query("killed/unglue.db", "SELECT count(*) FROM capture"))
        .containsExactly(Integer.toString(FETCHED));
    succeed("raw", "verify", "--raw", "killed-raw");
  }

  private ProcessBuilder site(String name) {
    return files.process("run", "--source", "site", "--out", name, "--raw", name + "-raw");
  }

  /** Any address but that of the robots is a page about its own number. */
  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] page =
        """
        <html><head><title>Clerk %1$s vs head clerk %1$s</title></head><body>
        <table><tr><th></th><th>Clerk %1$s</th><th>Head Clerk %1$s</th></tr>
        <tr><td>Yearly salary</td><td>$27,%1$s</td><td>$32,292</td></tr></table></body></html>
        """
            .formatted(path.replaceAll("\\D", ""))
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    boolean robots = path.equals("/robots.txt");
    exchange.sendResponseHeaders(robots ? 404 : 200, robots ? -1 : page.length);
    if (!robots) {
      exchange.getResponseBody().write(page);
    }
    exchange.close();
  }

  private void site(int port) throws IOException {
    try (Stream<Path> config = Files.walk(Path.of("config"))) {
      for (Path file : config.filter(Files::isRegularFile).toList()) {
        files.file(file.toString(), Files.readAllBytes(file));
      }
    }
    StringBuilder yaml =
        new StringBuilder(
            """
            name: site
            contact: me@example.org
            fetch: {delay: 20ms, latencyFactor: 0, allowPrivateAddresses: true}
            urls:
            """);
    for (int i = 0; i < FETCHED; i++) {
      yaml.append("  - http://127.0.0.1:%d/jobs/%d-differences\n".formatted(port, 100 + i));
    }
    files.file("config/sources/site.yaml", yaml.toString());
  }

  @Test
  void keepsTheOldPublishWhereTheDiskIsFull() throws Exception {
    assumeThat(Files.isExecutable(Path.of("/bin/bash"))).isTrue();
    files.execute("run", "--input", "p/000.txt", "--out", "out");
    assertThat(files.code).isZero();
    Map<String, String> csv = files.files("out/csv");
    String database = files.files("out").getOrDefault("unglue.db", "");
    files.file("many.jsonl", many());

    List<String> limited =
        new ArrayList<>(
            List.of("/bin/bash", "-c", "ulimit -f " + MOST_KIB + "; exec \"$@\"", "sh"));
    limited.addAll(files.process("run", "--input", "many.jsonl", "--out", "out").command());
    assertThat(end(files.process(limited))).isEqualTo(2);

    assertThat(Files.readString(folder.resolve("err.txt")))
        .containsPattern("unglue: cannot .*(disk|space)")
        .doesNotContain("Exception");
    assertThat(files.files("out").get("unglue.db")).isEqualTo(database);
    assertThat(files.files("out/csv")).isEqualTo(csv);
    succeed("run", "--input", "many.jsonl", "--out", "out");
    assertThat(files.query("out/unglue.db", "SELECT count(*) FROM capture"))
        .containsExactly(Integer.toString(MANY + 1));
  }

  private static String many() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      lines.append(
          """
          {"url": "https://example.org/%1$d", "text": "Cook %1$d vs chef %1$d\\n\\nCook %1$dChef %1$d\\nYearly salary$27,490$32,292\\nAverage age4246\\nNumber of jobs22,4787,596\\n"}
          """
              .formatted(i));
    }
    return lines.toString();
  }

  @Test
  void logsTheRunInEachLineOfJson() throws Exception {
    files.file("p/empty.txt", "");
    assertThat(end(files.process("run", "--input", "p", "--out", "out", "--log-format", "json")))
        .isEqualTo(3);

    String uuid = files.query("out/unglue.db", "SELECT run_uuid FROM run").get(0);
    List<String> lines = Files.readAllLines(folder.resolve("err.txt"));
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      JsonNode json = new ObjectMapper().readTree(line);
      assertThat(json.get("run").asText()).isEqualTo(uuid);
    }
    assertThat(lines.get(0))
        .contains("\"source\":\"input p\",\"verdict\":\"partial\",\"message\":");
    assertThat(lines.get(1))
        .endsWith(
            "\"stage\":\"load\",\"in\":121,\"read\":120,\"unchanged\":0,\"failed\":1,"
                + "\"status\":\"published\",\"logger\":\"dev.unglue.pipeline.run.MainJob\"}");
    assertThat(Files.readString(folder.resolve("out.txt")))
        .startsWith("run           1, published");
  }

  @Test
  void saysNothingOfALibraryThatAnotherProcessClearedAway() throws Exception {
    Path libraries = Files.createDirectory(folder.resolve("libraries"));
    String stale = "sqlite-" + SQLiteJDBCLoader.getVersion() + "-stale-libsqlitejdbc.so";
    // A folder that is not empty cannot be deleted, as a file that is gone cannot.
    Files.createDirectories(libraries.resolve(stale).resolve("full"));
    ProcessBuilder run = files.process("run", "--input", "p", "--out", "out");
    run.command().add(1, "-Dorg.sqlite.tmpdir=" + libraries);

    assertThat(end(run)).isZero();
    assertThat(Files.readString(folder.resolve("err.txt"))).doesNotContain("native lib");
  }
}
