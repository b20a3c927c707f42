package dev.unglue.cli.format;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.parse.PageResult;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a capture, each on one line. The keys and their order are a contract; what is
 * absent is {@code null}, numbers are numbers.
 */
public final class JsonPageFormat {
  private static final int PROBABILITY_DECIMALS = 6;

  private final PrintWriter out;
  private final Catalogue catalogue;

  public JsonPageFormat(PrintWriter out, Catalogue catalogue) {
    this.out = out;
    this.catalogue = catalogue;
  }

  /** Prints what one page says. */
  public void print(PageResult result) {
    out.print(page(result.page(), result.flags()) + "\n");
    out.flush();
  }

  private static <T> List<JsonLine> objects(List<T> items, Function<T, JsonLine> form) {
    return items.stream().map(form).toList();
  }

  private JsonLine page(ParsedPage page, List<Flag> flags) {
    JsonLine json =
        new JsonLine()
            .put("page", page.ref().page())
            .put("layout", page.layout())
            .put("kind", page.kind().id())
            .put("subjects", page.subjects().stream().map(Subject::name).toList())
            .put("observations", objects(page.observations(), this::observation))
            .put("tables", objects(page.tables(), JsonPageFormat::table))
            .put("flags", objects(flags, flag -> flag(flag, page)));
    // only where there are any: broken bytes, an unknown charset, a capture cut short
    return page.notes().isEmpty() ? json : json.put("notes", page.notes());
  }

  private JsonLine observation(Observation observation) {
    Subject subject = observation.subject();
    BigDecimal number = observation.valueNum();
    String attribute = observation.attribute();
    return new JsonLine()
        .put("subject", subject == null ? null : orNull(subject.name()))
        .put("attribute", attribute)
        .put("member", orNull(observation.member()))
        .put("ordinal", observation.ordinal() > 0 ? observation.ordinal() : null)
        .put("section", observation.section().id())
        .put("state", observation.state().id())
        .put("value", number == null ? observation.valueText() : number)
        .put("unit", orNull(catalogue.attribute(attribute).map(Attribute::unit).orElse("")))
        .put("raw", observation.rawText())
        .put("start", observation.span().start())
        .put("end", observation.span().end())
        .put("method", observation.method())
        .put("confidence", probability(observation.confidence()))
        .put("candidates", objects(observation.candidates(), JsonPageFormat::candidate));
  }

  private static JsonLine candidate(Candidate candidate) {
    return new JsonLine()
        .put("text", candidate.text())
        .put("probability", probability(candidate.probability()))
        .put("reading", candidate.reading());
  }

  private static JsonLine table(Grid table) {
    return new JsonLine()
        .put("layout", table.layout().id())
        .put("section", table.section().id())
        .put("header", table.header().stream().map(Slice::text).toList())
        .put("rows", objects(table.rows(), JsonPageFormat::row));
  }

  private static JsonLine row(GridRow row) {
    JsonLine json =
        new JsonLine()
            .put("label", row.label().text())
            .put("state", state(row))
            .put("cells", objects(row.cells(), JsonPageFormat::cell));
    // only where there are any: the number of the row, a unit, a verdict
    return row.notes().isEmpty()
        ? json
        : json.put("notes", objects(row.notes(), JsonPageFormat::cell));
  }

  /** As the cells of the row are: a row that is too short can be read in several ways. */
  private static String state(GridRow row) {
    return switch (row.state()) {
      case READ -> "read";
      case AMBIGUOUS, SHORT -> State.AMBIGUOUS.id();
      case LONG, UNPARSED -> State.UNPARSED.id();
    };
  }

  private static JsonLine cell(Slice cell) {
    return new JsonLine()
        .put("text", cell.text())
        .put("start", cell.span().start())
        .put("end", cell.span().end());
  }

  private static JsonLine flag(Flag flag, ParsedPage page) {
    return new JsonLine()
        .put("rule", flag.rule())
        .put("severity", flag.severity().id())
        .put("subject", orNull(nameOf(flag.subject(), page)))
        .put("attribute", orNull(flag.attribute()))
        .put("message", flag.message());
  }

  /** A flag names its subject by the slug; everything else in the object by the printed name. */
  private static String nameOf(String slug, ParsedPage page) {
    return page.subjects().stream()
        .filter(subject -> subject.slug().equals(slug))
        .map(Subject::name)
        .findFirst()
        .orElse(slug);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Six decimals: more would be noise of the arithmetic. */
  private static BigDecimal probability(double probability) {
    return BigDecimal.valueOf(probability)
        .setScale(PROBABILITY_DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
