package dev.unglue.speed;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.extract.PageReader;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.page.PageParser;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading and splitting glued text, beside plain scans of the same lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SplitSpeed {
  private static final int TABLES = 4;

  /** What the cells hold. */
  @Param({"numbers", "names"})
  public String cells = "numbers";

  private PageReader reader;
  private PageParser parser;
  private Capture page;

  /** Makes the page and a parser with the built-in configuration. */
  @Setup
  public void prepare() {
    Settings settings = ConfigFolder.loadDefault();
    reader = new PageReader(settings.catalogue());
    parser = new PageParser(settings.catalogue(), settings.statements());
    String text = cells.equals("numbers") ? GluedText.numbers(TABLES) : GluedText.names(TABLES);
    CaptureRef ref =
        new CaptureRef("speed", "page", null, null, "0".repeat(64), "text/plain", "page", 0, null);
    page = new Capture(ref, text, List.of());
  }

  /** The floor: every character of every line is looked at once. */
  @Benchmark
  public long characters() {
    return PlainScan.characters(page.text());
  }

  /** What a user would write: a regular expression a line, cut at a change of case or a digit. */
  @Benchmark
  public long expressions() {
    return PlainScan.expressions(page.text());
  }

  /** The lines and the tables among them, nothing split yet. */
  @Benchmark
  public int reading() {
    return reader.read(page).tables().size();
  }

  /** The whole: lines, tables, header, rows, cells, typed values with their proof. */
  @Benchmark
  public int unglue() {
    return parser.parse(page).observations().size();
  }
}
