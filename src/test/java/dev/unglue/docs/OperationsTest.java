package dev.unglue.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The files for systemd, cron and Airflow call commands and options that there are. */
class OperationsTest {
  private static final Path FOLDER = Path.of("src/docs/operations");

  /** What follows the jar, or the name that the DAG gives it, up to a redirection or a quote. */
  private static final Pattern CALL =
      Pattern.compile("(?:unglue\\.jar|UNGLUE \\+ \") ([a-z][^\"\\n|>]*)");

  private static final Pattern UNIT = Pattern.compile("#.*|\\[[A-Z][a-z]+]|[A-Z][A-Za-z]+=\\S.*|");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  private static List<String> calls(String text) {
    List<String> calls = new ArrayList<>();
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      calls.add(call.group(1).replaceAll("\\s2$", "").strip());
    }
    return calls;
  }

  @ParameterizedTest
  @MethodSource("files")
  void callsWhatThereIs(Path file) throws IOException {
    for (String call : calls(Files.readString(file))) {
      CommandLine line = CommandLines.model();
      line.parseArgs(Arrays.stream(call.split("\\s+")).toArray(String[]::new));
    }
  }

  @Test
  void callsSomethingInEachPlace() throws IOException {
    assertThat(calls(Files.readString(FOLDER.resolve("unglue.service"))))
        .containsExactly("run --log-format json --metrics /var/lib/node_exporter/unglue.prom");
    assertThat(calls(Files.readString(FOLDER.resolve("unglue-schedule.service")))).hasSize(1);
    assertThat(calls(Files.readString(FOLDER.resolve("unglue.cron")))).hasSize(2);
    assertThat(calls(Files.readString(FOLDER.resolve("unglue_dag.py")))).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("files")
  void hasTheFormOfAUnit(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".service") || name.endsWith(".timer")) {
      assertThat(Files.readAllLines(file)).allMatch(line -> UNIT.matcher(line).matches());
    }
  }

  @Test
  void givesAStoppedDaemonItsGrace() throws IOException {
    String unit = Files.readString(FOLDER.resolve("unglue-schedule.service"));
    Matcher grace = Pattern.compile("--grace (\\d+)").matcher(unit);
    Matcher kill = Pattern.compile("TimeoutStopSec=(\\d+)").matcher(unit);

    assertThat(grace.find() && kill.find()).isTrue();
    assertThat(Integer.parseInt(grace.group(1))).isLessThan(Integer.parseInt(kill.group(1)));
  }
}
