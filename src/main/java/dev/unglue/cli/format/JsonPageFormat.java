package dev.unglue.cli.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.parse.PageResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a capture, each on one line. The keys and their order are a contract; what is
 * absent is {@code null}, numbers are numbers.
 */
public final class JsonPageFormat implements PageFormat {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int PROBABILITY_DECIMALS = 6;

  private final PrintWriter out;
  private final Catalogue catalogue;

  public JsonPageFormat(PrintWriter out, Catalogue catalogue) {
    this.out = out;
    this.catalogue = catalogue;
  }

  @Override
  public void print(PageResult result) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      page(json, result.page(), result.flags());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print(line);
    out.print('\n');
    out.flush();
  }

  /** How one thing is written. */
  private interface Form<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }

  private static <T> void array(JsonGenerator json, String key, List<T> items, Form<T> form)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (T item : items) {
      form.write(json, item);
    }
    json.writeEndArray();
  }

  /** An array of objects, of each of which the form writes the fields. */
  private static <T> void objects(JsonGenerator json, String key, List<T> items, Form<T> fields)
      throws IOException {
    array(
        json,
        key,
        items,
        (to, item) -> {
          to.writeStartObject();
          fields.write(to, item);
          to.writeEndObject();
        });
  }

  private static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
    array(json, key, texts, JsonGenerator::writeString);
  }

  private void page(JsonGenerator json, ParsedPage page, List<Flag> flags) throws IOException {
    json.writeStartObject();
    json.writeStringField("page", page.ref().page());
    json.writeStringField("layout", page.layout());
    json.writeStringField("kind", page.kind().id());
    texts(json, "subjects", page.subjects().stream().map(Subject::name).toList());
    objects(json, "observations", page.observations(), this::observation);
    objects(json, "tables", page.tables(), JsonPageFormat::table);
    objects(json, "flags", flags, (to, flag) -> flag(to, flag, page));
    // only where there are any: broken bytes, an unknown charset, a capture cut short
    if (!page.notes().isEmpty()) {
      texts(json, "notes", page.notes());
    }
    json.writeEndObject();
  }

  private void observation(JsonGenerator json, Observation observation) throws IOException {
    Subject subject = observation.subject();
    text(json, "subject", subject == null ? "" : subject.name());
    json.writeStringField("attribute", observation.attribute());
    text(json, "member", observation.member());
    if (observation.ordinal() > 0) {
      json.writeNumberField("ordinal", observation.ordinal());
    } else {
      json.writeNullField("ordinal");
    }
    json.writeStringField("section", observation.section().id());
    json.writeStringField("state", observation.state().id());
    value(json, observation);
    text(json, "unit", unit(observation.attribute()));
    json.writeStringField("raw", observation.rawText());
    json.writeNumberField("start", observation.span().start());
    json.writeNumberField("end", observation.span().end());
    json.writeStringField("method", observation.method());
    json.writeNumberField("confidence", probability(observation.confidence()));
    objects(json, "candidates", observation.candidates(), JsonPageFormat::candidate);
  }

  private static void value(JsonGenerator json, Observation observation) throws IOException {
    BigDecimal number = observation.valueNum();
    String text = observation.valueText();
    if (number != null) {
      json.writeNumberField("value", number);
    } else if (text != null) {
      json.writeStringField("value", text);
    } else {
      json.writeNullField("value");
    }
  }

  private String unit(String attribute) {
    return catalogue.attribute(attribute).map(Attribute::unit).orElse("");
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
    json.writeStringField("state", row.state().name().toLowerCase(Locale.ROOT));
    objects(json, "cells", row.cells(), JsonPageFormat::cell);
  }

  private static void cell(JsonGenerator json, Slice cell) throws IOException {
    json.writeStringField("text", cell.text());
    json.writeNumberField("start", cell.span().start());
    json.writeNumberField("end", cell.span().end());
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
    return page.subjects().stream()
        .filter(subject -> subject.slug().equals(slug))
        .map(Subject::name)
        .findFirst()
        .orElse(slug);
  }

  private static void text(JsonGenerator json, String key, @Nullable String text)
      throws IOException {
    if (text == null || text.isEmpty()) {
      json.writeNullField(key);
    } else {
      json.writeStringField(key, text);
    }
  }

  /** Six decimals: more would be noise of the arithmetic. */
  private static BigDecimal probability(double probability) {
    return BigDecimal.valueOf(probability)
        .setScale(PROBABILITY_DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
