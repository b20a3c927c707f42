package dev.unglue.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.cli.RealRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.KeyValuePair;

/** Log lines that quote names of files and addresses. */
class LogLinesTest {
  private static final String QUOTED =
      "no answer of https://ann:secret@site.test/\u009b31m\u202ea\nERROR all is lost";

  private static final String SAID = "no answer of https://***@site.test/ 31ma ERROR all is lost";

  @TempDir private Path folder;

  private static LoggingEvent event(LoggerContext context) {
    LoggingEvent event =
        new LoggingEvent("", context.getLogger("x"), Level.WARN, QUOTED, null, null);
    event.setMDCPropertyMap(Map.of());
    return event;
  }

  @Test
  void areHarmlessAsText() {
    assertThat(new LogMessage().convert(event(new LoggerContext()))).isEqualTo("WARN  " + SAID);
  }

  @Test
  void areHarmlessAsJson() throws Exception {
    String line = json(event(new LoggerContext()));

    assertThat(line).endsWith("}\n").doesNotContain("secret", "\u009b", "\u202e");
    assertThat(new ObjectMapper().readTree(line).get("message").asText())
        .isEqualTo(SAID.replace("a ERROR", "a\nERROR"));
  }

  private static String json(LoggingEvent event) {
    return new String(new LogObject().encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void tellFiguresInFieldsOfTheirOwn() {
    LoggingEvent event =
        new LoggingEvent("", new LoggerContext().getLogger("x"), Level.INFO, "", null, null);
    event.setInstant(Instant.parse("2026-02-03T04:05:06.789Z"));
    event.setMDCPropertyMap(Map.of("run", "r1"));
    event.setKeyValuePairs(
        List.of(new KeyValuePair("stage", "load"), new KeyValuePair("read", 16L)));

    assertThat(json(event))
        .isEqualTo(
            "{\"time\":\"2026-02-03T04:05:06Z\",\"level\":\"INFO\",\"run\":\"r1\","
                + "\"stage\":\"load\",\"read\":16,\"logger\":\"x\"}\n");
    assertThat(new LogMessage().convert(event)).isEqualTo("INFO  stage=load read=16");
  }

  @Test
  void areObjectsWhateverACommandSays() {
    RealRun run = new RealRun(folder);
    for (String[] args :
        new String[][] {
          {"run", "--input", "no/such", "--log-format", "json"},
          {"run", "--log-format", "json", "--no-such-option"},
          {"flags", "--log-format", "json"}
        }) {
      run.execute(args);

      assertThat(run.code).isEqualTo(2);
      assertThat(run.err).startsWith("{\"time\":\"2026-02-03T04:05:06Z\",\"level\":\"ERROR\",");
      assertThat(run.err.lines()).hasSize(1);
    }
    assertThat(run.err)
        .contains(",\"message\":\"unglue: nothing is stored: expected a work store in ")
        .endsWith(", found none; run unglue run\"}\n");
  }

  @Test
  void areHarmlessWhereAProcessLogs() throws Exception {
    RealRun files = new RealRun(folder).file("p/a\u001b[31m\nERROR b.txt", "");
    Process process = files.process("run", "--input", "p", "--out", "out").start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();

    List<String> logged =
        Files.readAllLines(folder.resolve("err.txt")).stream()
            .filter(line -> line.startsWith("WARN"))
            .toList();
    assertThat(logged)
        .containsExactly(
            "WARN  input p unreachable: 1 page failed: p/a [31m ERROR b.txt: empty: expected a page,"
                + " found 0 bytes; fetch it again or remove it");
  }
}
