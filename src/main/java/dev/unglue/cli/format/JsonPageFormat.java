package dev.unglue.cli.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.parse.PageResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
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
    try (JsonGenerator json = JsonLine.generator(out)) {
      page(json, result.page(), result.flags());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print("\n");
    out.flush();
  }

  private void page(JsonGenerator json, ParsedPage page, List<Flag> flags) throws IOException {
    json.writeStartObject();
    json.writeStringField("page", page.ref().page());
    json.writeStringField("layout", page.layout());
    json.writeStringField("kind", page.kind().id());
    texts(json, "subjects", page.columnSubjects().stream().map(Subject::name).toList());
    objects(json, "observations", page.observations(), this::observation);
    objects(json, "tables", page.tables(), JsonPageFormat::table);
    objects(json, "flags", flags, (each, flag) -> flag(each, flag, page));
    if (!page.notes().isEmpty()) {
      // only where there are any: broken bytes, an unknown charset, a capture cut short
      texts(json, "notes", page.notes());
    }
    json.writeEndObject();
  }

  private interface Part<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }

  private static <T> void objects(JsonGenerator json, String key, List<T> items, Part<T> part)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (T item : items) {
      json.writeStartObject();
      part.write(json, item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
    json.writeArrayFieldStart(key);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /** Null for an empty text and for none. */
  private static void text(JsonGenerator json, String key, @Nullable String text)
      throws IOException {
    json.writeFieldName(key);
    if (text == null || text.isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(text);
    }
  }

  private void observation(JsonGenerator json, Observation observation) throws IOException {
    Subject subject = observation.subject();
    BigDecimal number = observation.valueNum();
    String attribute = observation.attribute();
    text(json, "subject", subject == null ? null : subject.name());
    json.writeStringField("attribute", attribute);
    text(json, "member", observation.member());
    json.writeFieldName("ordinal");
    if (observation.ordinal() > 0) {
      json.writeNumber(observation.ordinal());
    } else {
      json.writeNull();
    }
    json.writeStringField("section", observation.section().id());
    json.writeStringField("state", observation.state().id());
    json.writeFieldName("value");
    JsonLine.value(json, number == null ? observation.valueText() : number);
    text(json, "unit", catalogue.attribute(attribute).map(Attribute::unit).orElse(""));
    json.writeStringField("raw", observation.rawText());
    span(json, observation.span());
    json.writeStringField("method", observation.method());
    json.writeNumberField("confidence", probability(observation.confidence()));
    objects(json, "candidates", observation.candidates(), JsonPageFormat::candidate);
  }

  private static void span(JsonGenerator json, Span span) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }

  private static void candidate(JsonGenerator json, Candidate candidate) throws IOException {
    json.writeStringField("text", candidate.text());
    json.writeNumberField("probability", probability(candidate.probability()));
    texts(json, "reading", candidate.reading());
  }

  private static void table(JsonGenerator json, Grid table) throws IOException {
    json.writeStringField("layout", table.layout().id());
    json.writeStringField("section", table.section().id());
    texts(json, "header", table.header().stream().map(Slice::text).toList());
    objects(json, "rows", table.rows(), JsonPageFormat::row);
  }

  private static void row(JsonGenerator json, GridRow row) throws IOException {
    json.writeStringField("label", row.label().text());
    json.writeStringField("state", state(row));
    objects(json, "cells", row.cells(), JsonPageFormat::cell);
    if (!row.notes().isEmpty()) {
      // only where there are any: the number of the row, a unit, a verdict
      objects(json, "notes", row.notes(), JsonPageFormat::cell);
    }
  }

  /** As the cells of the row are: a row that is too short can be read in several ways. */
  private static String state(GridRow row) {
    return switch (row.state()) {
      case READ -> "read";
      case AMBIGUOUS, SHORT -> State.AMBIGUOUS.id();
      case LONG, UNPARSED -> State.UNPARSED.id();
    };
  }

  private static void cell(JsonGenerator json, Slice cell) throws IOException {
    json.writeStringField("text", cell.text());
    span(json, cell.span());
  }

  private static void flag(JsonGenerator json, Flag flag, ParsedPage page) throws IOException {
    json.writeStringField("rule", flag.rule());
    json.writeStringField("severity", flag.severity().id());
    text(json, "subject", nameOf(flag.subject(), page));
    text(json, "attribute", flag.attribute());
    json.writeStringField("message", flag.message());
  }

  /** A flag names its subject by the slug; everything else in the object by the printed name. */
  private static String nameOf(String slug, ParsedPage page) {
    for (Subject subject : page.subjects()) {
      if (subject.slug().equals(slug)) {
        return subject.name();
      }
    }
    return slug;
  }

  /** Six decimals: more would be noise of the arithmetic. */
  private static BigDecimal probability(double probability) {
    if (probability == 0 || probability == 1) {
      return BigDecimal.valueOf((long) probability); // as nearly all of them are
    }
    return BigDecimal.valueOf(probability)
        .setScale(PROBABILITY_DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
