package dev.unglue.spark;

import dev.unglue.bench.speed.SpeedCorpus;
import dev.unglue.bench.speed.SpeedLayout;
import dev.unglue.bench.speed.SpeedPage;
import dev.unglue.bench.speed.SpeedRun;
import dev.unglue.config.ConfigFolder;
import dev.unglue.raw.read.FileFormat;
import dev.unglue.raw.read.InputFile;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.raw.warc.RawStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * What the job on Spark costs, {@code local[2]} in 2 GB, beside the whole run of one machine and
 * the plain read of the same WARC files by the same reader: of HTML, of WET, and of pages that all
 * name one subject. Each figure is that of a process of its own, less that of one that is given few
 * pages. The table goes into scale.md, between its marks.
 *
 * <p>{@code mvn -B -ntp -P spark test-compile exec:exec -Dspeed="html:10000 wet:50000
 * subject:100000"}
 */
public final class SparkSpeed {
  private static final String BEGIN = "<!-- speed: written by SparkSpeed -->";
  private static final String END = "<!-- speed: end -->";
  private static final Path REPORT = Path.of("src/docs/scale.md");
  private static final String WHEN = "2026-01-05T00:00:00Z";
  private static final int A_FILE = 500;
  private static final int CORES = 2;

  /** So many are over before a process has well begun. */
  private static final int FEW = 50;

  /** Kinds of pages, and how many of each. */
  private static final List<String> USUAL =
      List.of(
          "html:1000", "html:10000", "wet:1000", "wet:10000", "subject:10000", "subject:100000");

  /** About what clouds ask for a general core, without a discount. */
  private static final double DOLLARS_A_CORE_HOUR = 0.05;

  /** What is measured of a process. */
  private record Cost(double cpu, double wall, long peakMb, int pages) {
    static Cost parse(String line, int pages) {
      String[] words = line.split(" ");
      return new Cost(
          Double.parseDouble(words[1]),
          Double.parseDouble(words[2]),
          Long.parseLong(words[3]),
          pages);
    }

    /** The same without what it costs to begin, which a run of few pages tells. */
    Cost beyond(Cost few) {
      return new Cost(cpu - few.cpu, wall - few.wall, peakMb, pages - few.pages);
    }

    double millisAPage() {
      return 1000 * cpu / pages;
    }

    double pagesASecondAndCore() {
      return pages / wall / CORES;
    }
  }

  private SparkSpeed() {}

  /** Measures so many pages of each kind; the words of a measured process come after a dash. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("-")) {
      measured(args[1], List.of(args).subList(2, args.length));
      return;
    }
    List<String> asked = args.length == 0 ? USUAL : List.of(args);
    Path folder = Files.createTempDirectory("spark-speed");
    try {
      String table = table(folder, asked);
      System.out.println(table);
      write(table);
    } finally {
      SpeedRun.delete(folder);
    }
  }

  private static String table(Path folder, List<String> asked) throws Exception {
    List<String> rows = new ArrayList<>();
    Map<String, String> sizes = new LinkedHashMap<>();
    Map<String, List<Cost>> begun = new HashMap<>();
    for (String each : asked) {
      String kind = each.replaceFirst(":.*", "");
      int count = Integer.parseInt(each.replaceFirst(".*:", ""));
      if (!begun.containsKey(kind)) {
        begun.put(kind, costs(folder, kind, FEW));
      }
      List<Cost> few = begun.getOrDefault(kind, List.of());
      List<Cost> all = costs(folder, kind, count);
      Cost spark = all.get(2).beyond(few.get(2));
      rows.add(
          row(kind, count, all.get(0).beyond(few.get(0)), all.get(1).beyond(few.get(1)), spark)
              + String.format(Locale.ROOT, " %.0f |", few.get(2).cpu()));
      sizes.put(kind, size(kind, spark.millisAPage()));
      System.err.println(rows.get(rows.size() - 1));
    }
    return """
    Measured on %s, %d processors, Java %s. Milliseconds of processor time a page: that of whole processes less that of 50
    pages, so that the start does not count.

    | pages | number | plain read | one machine | Spark, `local[2]` | beyond one machine | pages a second and core, one machine | pages a second and core, Spark | most memory of one machine, MB | of Spark, MB | seconds to begin, Spark |
    |---|---|---|---|---|---|---|---|---|---|---|
    %s

    | pages | core hours of a million | dollars | core hours of a billion | dollars |
    |---|---|---|---|---|
    %s
    """
        .formatted(
            LocalDate.now(ZoneId.systemDefault()),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            String.join("\n", rows),
            String.join("\n", sizes.values()));
  }

  /** Of the plain read, of one machine and of Spark. */
  private static List<Cost> costs(Path folder, String kind, int count) throws Exception {
    Path in = pages(folder.resolve(kind + count), kind, count);
    List<Cost> costs =
        List.of(
            process(count, "1g", "read", in.toString()),
            process(count, "2g", "one", in.toString(), in + ".one"),
            process(count, "2g", "spark", in.toString(), in + ".tables"));
    for (String made : List.of("", ".one", ".tables")) {
      SpeedRun.delete(Path.of(in + made));
    }
    return costs;
  }

  private static String row(String kind, int count, Cost read, Cost one, Cost spark) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.2f | %.1f | %.1f | %+.0f %% | %.0f | %.0f | %,d | %,d |",
        kind,
        count,
        read.millisAPage(),
        one.millisAPage(),
        spark.millisAPage(),
        100 * (spark.cpu() / one.cpu() - 1),
        one.pagesASecondAndCore(),
        spark.pagesASecondAndCore(),
        one.peakMb(),
        spark.peakMb());
  }

  /** By the cost of the largest number of pages. */
  private static String size(String kind, double millis) {
    double hours = millis * 1e6 / 3.6e6;
    return String.format(
        Locale.ROOT,
        "| %s | %,.1f | %,.2f | %,.0f | %,.0f |",
        kind,
        hours,
        hours * DOLLARS_A_CORE_HOUR,
        1000 * hours,
        1000 * hours * DOLLARS_A_CORE_HOUR);
  }

  // --- pages ----------------------------------------------------------------------------------

  private static Path pages(Path folder, String kind, int count) throws IOException {
    Files.createDirectories(folder);
    boolean html = kind.equals("html");
    for (int from = 0; from < count; from += A_FILE) {
      int number = Math.min(A_FILE, count - from);
      Path file = folder.resolve("%06d.%s.gz".formatted(from, html ? "warc" : "wet"));
      try (OutputStream out = Files.newOutputStream(file)) {
        List<String> texts =
            kind.equals("subject") ? alike(from, number) : texts(from, html, number);
        for (int i = 0; i < number; i++) {
          String url = "https://a.example/" + (from + i);
          out.write(InputPages.packed(InputPages.record(url, html, texts.get(i), WHEN)));
        }
      }
    }
    return folder;
  }

  private static List<String> texts(int from, boolean html, int number) {
    SpeedLayout layout = html ? SpeedLayout.HTML : SpeedLayout.GLUED;
    return SpeedCorpus.bundled(ConfigFolder.loadDefault().catalogue(), SpeedRun.SEED + from)
        .pages(layout, number)
        .stream()
        .map(SpeedPage::text)
        .toList();
  }

  private static List<String> alike(int from, int number) {
    return Stream.iterate(from, i -> i + 1)
        .limit(number)
        .map(
            i ->
                """
                Bank Teller vs Clerk %1$d

                | | Bank Teller | Clerk %1$d |
                |---|---|---|
                | Yearly salary | $34,920 | $%2$d |
                | Hourly rate | $16.79 | $%3$d |
                | Number of jobs | 17,000 | %2$d |
                | Average age | 41 | %3$d |
                """
                    .formatted(i, 20_000 + i % 9_000, 10 + i % 50))
        .toList();
  }

  // --- processes ------------------------------------------------------------------------------

  private static Cost process(int pages, String heap, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), SparkSpeed.class.getName(), "-"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "%s: ended with %d: %s".formatted(command, process.waitFor(), said));
    }
    return Cost.parse(
        said.lines().filter(line -> line.startsWith("cost ")).findFirst().orElseThrow(), pages);
  }

  private static void measured(String what, List<String> words) throws IOException {
    long begin = System.nanoTime();
    Path in = Path.of(words.get(0));
    switch (what) {
      case "read" -> read(in);
      case "one" -> new LocalSpark(Path.of(words.get(1))).runOne(List.of(in.toString()), "out");
      default -> spark(in, words.get(1));
    }
    double wall = (System.nanoTime() - begin) / 1e9;
    double cpu =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime()
            / 1e9;
    System.out.printf(Locale.ROOT, "cost %.2f %.2f %d%n", cpu, wall, peakMb());
  }

  /** Where the system tells it. */
  private static long peakMb() throws IOException {
    Path status = Path.of("/proc/self/status");
    Optional<String> peak = Optional.empty();
    if (Files.exists(status)) {
      peak =
          Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM")).findFirst();
    }
    return peak.map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).orElse(0L);
  }

  private static void read(Path in) throws IOException {
    long[] pages = {0};
    for (Path file : files(in)) {
      InputFile named = new InputFile(file, file.toString());
      try (RawStream stream = RawStream.of(Files.newInputStream(file))) {
        FileFormat.of(named.lastName(), stream)
            .reader("input", RawLimits.defaults())
            .read(stream, named, item -> pages[0]++);
      }
    }
    if (pages[0] == 0) {
      throw new IllegalStateException("no pages in " + in);
    }
  }

  private static List<Path> files(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.sorted().toList();
    }
  }

  private static void spark(Path in, String out) throws IOException {
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code =
        SparkMain.run(
            () ->
                SparkSession.builder()
                    .master("local[2]")
                    .config("spark.ui.enabled", false)
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.driver.host", "127.0.0.1")
                    .getOrCreate(),
            err,
            err,
            "--input",
            in.toString(),
            "--to",
            out,
            "--now",
            LocalSpark.NOW.toString());
    if (code != 0 && code != 4) { // 4 tells of a fatal flag
      throw new IllegalStateException("ended with " + code);
    }
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
