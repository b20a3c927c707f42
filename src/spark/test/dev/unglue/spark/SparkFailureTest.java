package dev.unglue.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks in the middle loses no row and gives none twice. */
class SparkFailureTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir static Path folder;

  private static LocalSpark local;

  /** A JSONL and a WARC of many gzip members, and what is made of them where nothing breaks. */
  private static List<String> some;

  private static Map<String, List<String>> whole;

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

  /** Each is more than a third of both, so the records of both are dealt out: again as before. */
  @Test
  void triesAgainWhatBreaksOffInTheMiddle() throws IOException {
    Files.createFile(BreakingFiles.breaks(file(0)));
    Files.createFile(BreakingFiles.breaks(file(1)));

    local.run(some, "broken", 3);

    assertThat(BreakingFiles.breaks(file(0))).doesNotExist();
    assertThat(BreakingFiles.breaks(file(1))).doesNotExist();
    assertThat(local.tables("broken")).isEqualTo(whole);
  }

  /** In processes of its own: one executor is killed while it reads. */
  @Test
  void goesOnWithoutAnExecutor() throws IOException, InterruptedException {
    Files.createFile(BreakingFiles.holds(file(1)));
    Path said = folder.resolve("said");
    Process driver = cluster(said, "lost");
    try {
      Path pid = BreakingFiles.heldBy(file(1));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!Files.exists(pid) && driver.isAlive() && System.nanoTime() < end) {
        Thread.sleep(50);
      }
      assertThat(pid).as(() -> text(said)).exists();
      ProcessHandle executor = ProcessHandle.of(Long.parseLong(text(pid))).orElseThrow();
      assertThat(driver.descendants()).contains(executor);

      executor.destroyForcibly();

      assertThat(driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(driver.exitValue()).as(() -> text(said)).isZero();
    } finally {
      driver.descendants().forEach(ProcessHandle::destroyForcibly);
      driver.destroyForcibly();
    }
    assertThat(text(said)).contains("tables: ").contains("ost executor");
    assertThat(local.tables("lost")).isEqualTo(whole);
  }

  /** A driver and an executor, each a process; another one is begun when that is lost. */
  private static Process cluster(Path said, String to) throws IOException {
    String found =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String classes =
        Stream.of(found.split(File.pathSeparator))
            .map(path -> Path.of(path).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    String jvm = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ReservedCodeCacheSize=160m";
    Map<String, String> conf =
        new TreeMap<>(
            Map.of(
                "spark.master", "local-cluster[1,1,512]",
                "spark.executor.memory", "512m",
                "spark.executor.extraClassPath", classes,
                "spark.executor.extraJavaOptions", jvm,
                "spark.hadoop.fs.breaking.impl", BreakingFiles.class.getName(),
                "spark.ui.enabled", "false",
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.sql.shuffle.partitions", "2"));
    conf.put("spark.hadoop.fs.file.impl", PlainFiles.class.getName());
    conf.put("spark.sql.codegen.wholeStage", "false");
    conf.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    conf.put("spark.sql.session.timeZone", "UTC");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder driver = new ProcessBuilder(java, "-Xmx512m");
    driver.command().addAll(List.of(jvm.split(" ")));
    driver.command().addAll(opened());
    conf.forEach((name, value) -> driver.command().add("-D" + name + "=" + value));
    driver.command().addAll(List.of("-cp", classes, SparkMain.class.getName()));
    some.forEach(file -> driver.command().addAll(List.of("--input", file)));
    driver.command().addAll(List.of("--to", folder.resolve(to).toString()));
    driver.command().addAll(List.of("--now", LocalSpark.NOW.toString(), "--partitions", "2"));
    Path home = folder.resolve("home");
    Files.createDirectories(home.resolve("jars"));
    driver.environment().put("SPARK_HOME", home.toString());
    driver.environment().put("SPARK_SCALA_VERSION", "2.13");
    driver.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    driver.directory(home.toFile());
    return driver.redirectErrorStream(true).redirectOutput(said.toFile()).start();
  }

  /** What this JVM opens to libraries. */
  private static List<String> opened() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .toList();
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
  void changesNothingASecondTimeAndBeginsAgainWhereItBrokeOff() throws IOException {
    Path to = folder.resolve("whole");
    Map<String, String> files = files(to);

    assertThat(local.run(some, "whole", 2)).isFalse();
    assertThat(files(to)).isEqualTo(files);

    Files.delete(to.resolve("_SUCCESS")); // as if it had been killed right before its end
    Path broken = Files.createDirectories(to.resolve("fact/run=broken"));
    Files.writeString(broken.resolve("part-0.parquet"), "half");
    assertThat(local.run(some, "whole", 2)).isTrue();
    assertThat(local.tables("whole")).isEqualTo(whole);
    assertThat(to.resolve("_stage")).doesNotExist();
    assertThat(broken).doesNotExist();
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
