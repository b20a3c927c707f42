package dev.unglue.bench.speed;

import dev.unglue.bench.ResultTable;
import dev.unglue.bench.speed.SpeedResult.Hard;
import dev.unglue.bench.speed.SpeedResult.Stages;
import dev.unglue.bench.speed.SpeedResult.Whole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down what was measured.
 *
 * @param result what was measured
 * @param told what the user says of the run
 */
public record PerformanceDoc(SpeedResult result, Told told) {
  /** What stands between these lines is written by hand and kept. */
  static final String BEGIN = "<!-- by hand: what was done, and what it brought -->";

  static final String END = "<!-- by hand: end -->";

  private static final double ALLOWED = 10;
  private static final double SMALLEST_SHARE = 0.02;

  private static final String HEAD =
      """
      # Performance

      Written by `mvn -B -ntp -P speed test-compile exec:exec`; only the part between the two marks below is written by hand, and kept.
      Measured on %s, %s. Times are those of that machine at that hour; what counts is how often each holds its floor, which was
      measured in the same run. All pages are generated, from one seed: comparisons in every layout, the HTML ones between navigation,
      scripts and links; pages about one subject; lists and comparisons in the manner of other sites.

      """;

  private static final String WHOLE =
      """
      Processor time of `parse --format json` for a page: that of %,d pages less that of %,d, so that the start does not count. The
      threads of the JVM's compilers and of its collector are in it. The floor is jsoup's own parse of HTML; for texts, to read the file
      and scan its lines. It is told twice. *Warm* is what the floor takes in a process that has done it for long. *Cold* is what it
      takes in a bare program, in a JVM of its own, that does nothing else, once for each of the same pages: such a program pays for
      compiling, too, and mostly for that. No process that reads so few pages comes near the warm floor, not even one that only calls
      jsoup; so the first ratio holds a cold process against a warm one, the second holds like against like.

      """;

  private static final String STAGES =
      """
      Microseconds a page, %s: each stage by itself, on what the stages before it gave; in brackets how often it holds the
      floor of its layout. *All of a page* is the whole of reading, with what joins the stages.

      """;

  private static final String PROFILE =
      """
      Share of samples in which a package was at work, or had called what was, over whole pages in a warm process: reading, rules,
      output. Packages below %.0f %% everywhere are left out.

      """;

  private static final String MEMORY =
      """
      Bytes that reading, checking and printing a page allocates, beside the bytes of the page; and its steps, as `parse --cost` counts
      them, by character. Tests hold the steps, for they are the same on every machine.

      """;

  private static final String HARD =
      """
      The hardest pages that fuzzing, mutation and a look at each reader have found, beside a usual page of the same length (glued, or
      HTML). The aim is %.0f times: %s

      """;

  /**
   * What the user says of the run.
   *
   * @param machine where it was measured
   * @param date when
   */
  public record Told(String machine, String date) {}

  /** The document; the part by hand is that of the last one, empty where there was none. */
  String markdown(String last) {
    StringBuilder text = new StringBuilder(HEAD.formatted(told.machine(), told.date()));
    add(text, WHOLE.formatted(result.size().many(), result.size().few()), wholeTable());
    add(text, STAGES.formatted(result.how()), stageTable());
    text.append("## The three largest costs\n\n");
    result.layouts().forEach(layout -> text.append(largest(layout)));
    text.append('\n').append(byHand(last)).append("\n\n");
    add(text, PROFILE.formatted(100 * SMALLEST_SHARE), profileTable());
    add(text, MEMORY, memoryTable());
    add(text, HARD.formatted(ALLOWED, beyond()), hardTable());
    return text.toString().stripTrailing() + "\n";
  }

  private static String byHand(String last) {
    int from = last.indexOf(BEGIN);
    int to = last.indexOf(END);
    return from >= 0 && to > from ? last.substring(from, to + END.length()) : BEGIN + "\n" + END;
  }

  /** The title of a table, then what it shows, then the table. */
  private static void add(StringBuilder text, String intro, ResultTable table) {
    String[] parts = table.markdown().split("\n\n", 2);
    text.append(parts[0]).append("\n\n").append(intro).append(parts[1]);
  }

  // --- whole processes ------------------------------------------------------------------------

  private ResultTable wholeTable() {
    return new ResultTable(
        "Whole processes",
        List.of(
            "layout",
            "page",
            "parse",
            "of it compiling",
            "warm floor",
            "times",
            "cold floor",
            "of it compiling",
            "times"),
        result.whole().stream().map(PerformanceDoc::row).toList());
  }

  private static List<String> row(Whole each) {
    return List.of(
        each.layout().id(),
        kilobytes(each.bytes()),
        millis(each.parse().all()),
        millis(each.parse().compiling()),
        millis(each.warm()),
        times(each.parse().all() / each.warm()),
        millis(each.cold().all()),
        millis(each.cold().compiling()),
        times(each.parse().all() / each.cold().all()));
  }

  // --- stages ---------------------------------------------------------------------------------

  private ResultTable stageTable() {
    return byLayout(
        "Stages",
        "stage",
        Stream.of(Stage.values())
            .map(
                stage ->
                    row(stage.title(), each -> number("%.1f", each.of(stage)) + over(stage, each)))
            .toList());
  }

  private static String over(Stage stage, Stages each) {
    double floor = each.of(Stage.FLOOR);
    return stage == Stage.FLOOR ? "" : " (" + times(each.of(stage) / floor) + ")";
  }

  private ResultTable byLayout(String title, String first, List<List<String>> rows) {
    List<String> header = new ArrayList<>(List.of(first));
    result.layouts().forEach(each -> header.add(each.layout().id()));
    return new ResultTable(title, header, rows);
  }

  private List<String> row(String first, Function<Stages, String> cell) {
    return Stream.concat(Stream.of(first), result.layouts().stream().map(cell)).toList();
  }

  private static String largest(Stages each) {
    double page = each.of(Stage.PAGE);
    return "- %s: %s of all of a page.\n"
        .formatted(
            each.layout().id(),
            Stream.of(Stage.values())
                .filter(Stage::isPart)
                .sorted(Comparator.comparingDouble((Stage stage) -> each.of(stage)).reversed())
                .limit(3)
                .map(stage -> stage.title() + " " + percent(each.of(stage) / page))
                .collect(Collectors.joining(", ")));
  }

  // --- profile --------------------------------------------------------------------------------

  private ResultTable profileTable() {
    Map<String, Double> most = new TreeMap<>();
    for (Stages each : result.layouts()) {
      each.profile().forEach((room, share) -> most.merge(room, share, Math::max));
    }
    return byLayout(
        "Profile",
        "package",
        most.entrySet().stream()
            .filter(room -> room.getValue() >= SMALLEST_SHARE)
            .map(Map.Entry::getKey)
            .map(room -> row(room, each -> percent(each.profile().getOrDefault(room, 0.0))))
            .toList());
  }

  // --- memory ---------------------------------------------------------------------------------

  private ResultTable memoryTable() {
    return new ResultTable(
        "Memory and steps",
        List.of("layout", "page", "allocated", "times", "steps by character"),
        result.layouts().stream()
            .map(
                each ->
                    List.of(
                        each.layout().id(),
                        kilobytes(each.bytes()),
                        kilobytes(each.allocated()),
                        times((double) each.allocated() / each.bytes()),
                        number("%.1f", each.steps())))
            .toList());
  }

  // --- hard pages -----------------------------------------------------------------------------

  private ResultTable hardTable() {
    return new ResultTable(
        "Hard pages",
        List.of("kind", "characters", "time", "times a usual page", "steps by character"),
        result.hard().stream().map(PerformanceDoc::row).toList());
  }

  private static List<String> row(Hard each) {
    return List.of(
        each.name(),
        String.format(Locale.ROOT, "%,d", each.characters()),
        millis(each.millis()),
        times(each.times()),
        number("%.1f", each.steps()));
  }

  private String beyond() {
    List<Hard> beyond = result.hard().stream().filter(each -> each.times() > ALLOWED).toList();
    return beyond.isEmpty()
        ? "all are within it."
        : "%d of %d are beyond it, the slowest is %s."
            .formatted(beyond.size(), result.hard().size(), slowest(beyond, Hard::times).name());
  }

  private static Hard slowest(List<Hard> all, ToDoubleFunction<Hard> by) {
    return all.stream().max(Comparator.comparingDouble(by)).orElseThrow();
  }

  // --- numbers --------------------------------------------------------------------------------

  private static String number(String form, double number) {
    return String.format(Locale.ROOT, form, number);
  }

  private static String millis(double millis) {
    return number(millis < 1 ? "%.3f ms" : "%.1f ms", millis);
  }

  private static String times(double times) {
    return number(times < 10 ? "%.1f x" : "%.0f x", times);
  }

  private static String percent(double share) {
    return number("%.0f %%", 100 * share);
  }

  private static String kilobytes(long bytes) {
    return number("%.1f KB", bytes / 1e3);
  }
}
