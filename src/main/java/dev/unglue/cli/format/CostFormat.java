package dev.unglue.cli.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.unglue.model.page.Cost;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.text.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each page cost, in steps: a line a page for people, or one JSON object. The page stands at
 * the end of its line, so that lines need not wait for each other to be aligned.
 */
public final class CostFormat {
  private static final String CELL = "%10s  ";

  private final PrintWriter out;
  private final boolean json;
  private boolean first = true;

  /**
   * @param json true for one object a page, each on one line
   */
  public CostFormat(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  /** Prints what one page cost. */
  public void print(PageResult result) {
    String page = result.page().ref().page();
    if (json) {
      printJson(page, result.cost());
    } else {
      if (first) {
        out.println(heading());
      }
      out.println(line(result.cost()) + TerminalText.line(page));
    }
    first = false;
    out.flush();
  }

  private void printJson(String page, Cost cost) {
    try (JsonGenerator line = JsonLine.generator(out)) {
      line.writeStartObject();
      line.writeStringField("page", page);
      line.writeNumberField("characters", cost.characters());
      for (Cost.Kind kind : Cost.Kind.values()) {
        line.writeNumberField(name(kind), cost.of(kind));
      }
      line.writeNumberField("steps", cost.steps());
      line.writeNumberField("steps_per_character", perCharacter(cost));
      line.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print("\n");
  }

  private static String heading() {
    Stream<String> kinds = Stream.of(Cost.Kind.values()).map(CostFormat::name);
    return cells(
            Stream.of(Stream.of("characters"), kinds, Stream.of("steps", "per char"))
                .flatMap(names -> names))
        + "page";
  }

  private static String line(Cost cost) {
    return cells(
        Stream.of(
                Stream.of(cost.characters()),
                cost.counts().stream(),
                Stream.of(cost.steps(), perCharacter(cost)))
            .flatMap(numbers -> numbers));
  }

  private static String cells(Stream<?> cells) {
    return cells.map(CELL::formatted).collect(Collectors.joining());
  }

  private static String name(Cost.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static BigDecimal perCharacter(Cost cost) {
    return BigDecimal.valueOf(cost.steps())
        .divide(BigDecimal.valueOf(Math.max(1, cost.characters())), 1, RoundingMode.HALF_UP);
  }
}
