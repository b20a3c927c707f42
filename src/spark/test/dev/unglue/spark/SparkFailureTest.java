package dev.unglue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What breaks in the middle loses no row and gives none twice. */
@Isolated("one test ends the Spark of all others")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkFailureTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Of a process that is over before the second compiler would pay. */
  private static final String JVM =
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=160m"
          + " -XX:MetaspaceSize=160m -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

  @TempDir static Path folder;

  private static LocalSpark local;

  /** A JSONL and a WARC of many gzip members, and what is made of them where nothing breaks. */
  private static List<String> some;

  private static Map<String, List<String>> whole;

  private Optional<ProcessHandle> killed = Optional.empty();

  @BeforeAll
  static void runWhole() throws IOException {
    local = new LocalSpark(folder);
    List<String> inputs = local.pages(LocalSpark.FEW);
    some =
        Stream.of(inputs.get(0), inputs.get(3))
            .map(file -> BreakingFiles.SCHEME + ":" + file)
            .toList();
    assertThat(local.run(some, "whole", 1)).isTrue();
    whole = local.tables("whole");
    assertThat(whole.get("capture")).hasSize(LocalSpark.FEW / 4 - 1);
  }

  private static Path file(int number) {
    return Path.of(some.get(number).substring(BreakingFiles.SCHEME.length() + 1));
  }

  /**
   * In a folder that a run has left that broke off. Each file is more than a third of both, so the
   * records of both are dealt out: again as before.
   */
  @Test
  void beginsAgainAndTriesAgainWhatBreaksOffInTheMiddle() throws IOException {
    Path to = folder.resolve("whole");
    Files.delete(to.resolve("_SUCCESS")); // as if it had been killed right before its end
    Path broken = Files.createDirectories(to.resolve("fact/run=broken"));
    Files.writeString(broken.resolve("part-0.parquet"), "half");
    Files.createFile(BreakingFiles.breaks(file(0)));
    Files.createFile(BreakingFiles.breaks(file(1)));

    assertThat(local.run(some, "whole", 3)).isTrue();

    assertThat(BreakingFiles.breaks(file(0))).doesNotExist();
    assertThat(BreakingFiles.breaks(file(1))).doesNotExist();
    assertThat(local.tables("whole")).isEqualTo(whole);
    assertThat(to.resolve("_stage")).doesNotExist();
    assertThat(broken).doesNotExist();
  }

  /**
   * On executors that are processes, one at a time: the first is killed while it reads. The driver
   * is this process, which knows Spark by then.
   */
  @Test
  @Order(Integer.MAX_VALUE)
  void goesOnWithoutAnExecutor() throws Exception {
    Files.createFile(BreakingFiles.holds(file(1)));
    LocalSpark.end();
    Map<String, String> conf = new TreeMap<>(LocalSpark.SMALL);
    conf.putAll(
        Map.of(
            "spark.master",
            "local-cluster[1,1,512]",
            "spark.executor.memory",
            "512m",
            "spark.executor.extraClassPath",
            classes(),
            "spark.executor.extraJavaOptions",
            JVM));
    conf.forEach(System::setProperty);
    Locale locale = Locale.getDefault();
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Thread killer = new Thread(this::killExecutor);
      killer.start();

      SparkMain.main(words("lost")); // ends the process if it does not end well

      killer.join();
    } finally {
      System.setOut(out);
      Locale.setDefault(locale);
      conf.keySet().forEach(System::clearProperty);
    }
    assertThat(killed).isPresent();
    assertThat(said.toString(StandardCharsets.UTF_8))
        .matches("tables: %s, run [0-9a-f]{32}\\R".formatted(folder.resolve("lost")));
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
    assertThat(local.tables("lost")).isEqualTo(whole);
  }

  /** Waits for the file to be opened by a process that this one has begun. */
  private void killExecutor() {
    Path pid = BreakingFiles.heldBy(file(1));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(pid) && System.nanoTime() < end) {
      LockSupport.parkNanos(50_000_000);
    }
    long executor = Long.parseLong(text(pid));
    killed =
        ProcessHandle.current().descendants().filter(each -> each.pid() == executor).findFirst();
    killed.ifPresent(ProcessHandle::destroyForcibly);
  }

  private static String[] words(String to) {
    List<String> words = new ArrayList<>();
    some.forEach(file -> words.addAll(List.of("--input", file)));
    words.addAll(List.of("--to", folder.resolve(to).toString()));
    words.addAll(List.of("--now", LocalSpark.NOW.toString(), "--partitions", "2"));
    return words.toArray(String[]::new);
  }

  private static String classes() throws IOException {
    // Spark looks for a folder of jars, even where it needs none of them.
    Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    String found =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(found.split(File.pathSeparator))
        .map(path -> Path.of(path).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the eight records of the WARC the fourth is corrupt; one more is none. */
  @Test
  void losesOnlyTheMemberThatIsCorrupt() {
    assertThat(whole.get("quarantine"))
        .filteredOn(row -> row.contains("gzip"))
        .singleElement()
        .asString()
        .startsWith("[null, %s#5, bad_gzip, %s: record 5 ".formatted(some.get(1), some.get(1)));
  }

  @Test
  void changesNothingASecondTime() throws IOException {
    Map<String, String> files = files(folder.resolve("whole"));

    assertThat(local.run(some, "whole", 2)).isFalse();
    assertThat(files(folder.resolve("whole"))).isEqualTo(files);
  }

  /** Each file, and when it was written. */
  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.getLastModifiedTime(file).toString());
      }
    }
    return files;
  }
}
