package dev.unglue.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.option.Environment;
import dev.unglue.fetch.FetchProgress;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FetchProgressLineTest {
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter said = new StringWriter();
  private final AtomicLong nanos = new AtomicLong();

  private FetchProgressLine line(boolean terminal) {
    return new FetchProgressLine(
        new Environment(
            new PrintWriter(new StringWriter()),
            new PrintWriter(said),
            InputStream.nullInputStream(),
            terminal,
            terminal,
            Path.of(""),
            Map.of(),
            Clock.systemUTC(),
            nanos::get,
            1,
            "0"),
        new PrintWriter(said));
  }

  private static FetchProgress.State state(int planned, int done, int closed) {
    return new FetchProgress.State(planned, done, 2, 3, closed);
  }

  private String said() {
    return said.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void saysALineEveryTenSecondsWhereNobodyWatches() {
    FetchProgressLine line = line(false);
    nanos.set(9 * SECOND);
    line.update(state(1_200, 90, 0));
    assertThat(said()).isEmpty();
    nanos.set(10 * SECOND);
    line.update(state(1_200, 100, 0));
    nanos.set(11 * SECOND);
    line.update(state(1_200, 110, 0));
    line.end();
    assertThat(said())
        .isEqualTo("100 of 1,200 pages, 10.0 a second, 1:50 left; hosts: 2 asked, 3 resting\n");
  }

  @Test
  void tellsHoursAndHostsThatWereGivenUp() {
    FetchProgressLine line = line(false);
    nanos.set(10 * SECOND);
    line.update(state(72_010, 10, 1));
    assertThat(said())
        .isEqualTo(
            "10 of 72,010 pages, 1.0 a second, 20 h 00 min left; hosts: 2 asked, 3 resting, 1"
                + " given up\n");
  }

  @Test
  void doesNotGuessBeforeAnythingIsDone() {
    FetchProgressLine line = line(false);
    nanos.set(10 * SECOND);
    line.update(state(5, 0, 0));
    assertThat(said())
        .isEqualTo("0 of 5 pages, 0.0 a second, unknown left; hosts: 2 asked, 3 resting\n");
  }

  @Test
  void keepsOneLineOnATerminalAndWipesItAtTheEnd() {
    FetchProgressLine line = line(true);
    nanos.set(SECOND);
    line.update(state(10, 1, 0));
    String shown = "1 of 10 pages, 1.0 a second, 0:09 left; hosts: 2 asked, 3 resting";
    assertThat(said()).isEqualTo("\r" + shown + " ".repeat(79 - shown.length()));
    line.end();
    line.end();
    assertThat(said()).endsWith("\r" + " ".repeat(79) + "\r").hasSize(80 + 81);
  }
}
