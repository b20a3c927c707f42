package dev.unglue.normalize;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.field.MissingMarks;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Footnotes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes typed observations of the rows of a table. */
public final class RowNormalizer {
  /** The mark of a footnote at the end of a cell of its own: {@code $51,204*}. */
  private static final Pattern NOTE = Pattern.compile(" ?(?:[*†‡]{1,3}|\\[\\^?\\w{1,3}\\])$");

  /** How a cell was found that nearly all readings of its row agree on. */
  private static final String SHAPE = "shape";

  private static final List<Attribute> UNMAPPED = List.of(Attributes.text(Observation.UNMAPPED));

  private final Catalogue catalogue;
  private final MissingMarks missing;
  private final Map<String, CellForm> forms;
  private final Set<String> labels;

  /** A normalizer for the attributes of {@code catalogue}. */
  public RowNormalizer(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.missing = catalogue.missing();
    this.labels = Set.copyOf(catalogue.byLabel().keySet());
    this.forms =
        catalogue.attributes().values().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Attribute::id, attribute -> CellForms.of(attribute, catalogue)));
  }

  /**
   * Where a row stands.
   *
   * @param subjects the subjects of the columns, in order
   * @param section the part of the page
   * @param layout the layout of its table
   * @param capture the capture's text, from which raw texts are taken
   */
  public record Place(List<Subject> subjects, Section section, Layout layout, String capture) {
    /** Copies the subjects. */
    public Place {
      subjects = List.copyOf(subjects);
    }
  }

  /** The observations of one row, cell by cell; nothing of it is left out. */
  public List<Observation> normalize(GridRow row, Place place) {
    List<Observation> observations = new ArrayList<>();
    for (Attribute attribute : attributesOf(row)) {
      switch (row.state()) {
        case READ -> observations.addAll(read(row, attribute, place));
        case AMBIGUOUS, SHORT -> observations.addAll(open(row, attribute, place));
        case LONG, UNPARSED -> observations.add(unparsed(row, attribute, place));
      }
    }
    return observations;
  }

  /** True if nothing tells what the values of a row are. */
  private static boolean isUnnamed(GridRow row) {
    return row.attributes().isEmpty() && row.label().text().isEmpty();
  }

  private Observation unparsed(GridRow row, Attribute attribute, Place place) {
    return draft(row, attribute, place, null).of(State.UNPARSED, row.body().span());
  }

  private List<Observation> read(GridRow row, Attribute attribute, Place place) {
    if (place.subjects().isEmpty()) {
      return ownerless(row, attribute, place);
    }
    if (isUnnamed(row)) {
      return List.of(unparsed(row, attribute, place));
    }
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < Math.min(row.cells().size(), place.subjects().size()); i++) {
      observations.addAll(cell(row, row.cells().get(i), attribute, i, place));
    }
    return observations;
  }

  /** Cells of columns that nothing names: what they hold is known, not whose it is. */
  private List<Observation> ownerless(GridRow row, Attribute attribute, Place place) {
    Draft draft = draft(row, attribute, place, null);
    List<String> texts = row.cells().stream().map(Slice::text).toList();
    return row.cells().stream()
        .filter(cell -> !cell.text().isEmpty())
        .map(cell -> draft.open(List.of(new Candidate(cell.text(), 1, texts)), cell.span()))
        .toList();
  }

  private List<Attribute> attributesOf(GridRow row) {
    if (row.attributes().isEmpty()) {
      return UNMAPPED;
    }
    List<Attribute> attributes = new ArrayList<>();
    for (String id : row.attributes()) {
      catalogue.attribute(id).ifPresent(attributes::add);
    }
    return attributes;
  }

  private List<Observation> cell(
      GridRow row, Slice cell, Attribute attribute, int column, Place place) {
    if (cell.text().isEmpty()) {
      return List.of(); // an empty cell says nothing, not even that a value is missing
    }
    Draft draft = draft(row, attribute, place, place.subjects().get(column));
    if (missing.contains(cell.text())) {
      return List.of(draft.of(State.MISSING, cell.span()));
    }
    if (labels.contains(Catalogue.labelKey(cell.text()))) {
      return List.of(draft.of(State.UNPARSED, cell.span())); // a label is no value
    }
    List<Observation> own = new ArrayList<>();
    for (CellPart part : parts(row, attribute, cell)) {
      if (part.part() == attribute.part()) {
        own.add(value(draft, attribute, part, cell));
      }
    }
    return own.isEmpty() ? List.of(draft.of(State.UNPARSED, cell.span())) : own;
  }

  /**
   * An unknown label tells no form, so that any text is its value. A name in a cell of its own ends
   * where its cell does, whatever character it begins or ends with ({@code & Other Stories}).
   */
  private List<CellPart> parts(GridRow row, Attribute attribute, Slice slice) {
    String text = slice.text();
    String cell = row.joined() ? text : text.substring(0, Footnotes.start(text));
    CellForm form = forms.get(attribute.id());
    if (form == null) {
      return List.of(CellPart.whole(cell));
    }
    List<CellPart> parts = slice.parts().isEmpty() ? form.read(cell) : slice.parts();
    if (!parts.isEmpty() || row.joined()) {
      return parts;
    }
    boolean ownCell = form.isFree() && cell.length() <= form.maxLength();
    return ownCell && isName(cell)
        ? List.of(CellPart.whole(cell))
        : form.read(NOTE.matcher(cell).replaceFirst(""));
  }

  /** True unless it is made of marks only, or the missing mark may be a part of it. */
  private boolean isName(String cell) {
    return cell.codePoints().anyMatch(Character::isLetterOrDigit) && !missing.touches(cell);
  }

  private static Observation value(Draft draft, Attribute attribute, CellPart part, Slice cell) {
    BigDecimal number = part.number();
    boolean possible = number == null || attribute.allows(number);
    State state = possible ? State.VALUE : State.OUT_OF_RANGE;
    return draft.of(state, part, placeOf(part, cell), List.of());
  }

  /** The part's own place where each character stands for itself, else the cell's. */
  private static Span placeOf(CellPart part, Slice cell) {
    return cell.span().length() == cell.text().length()
        ? new Span(cell.span().start() + part.start(), cell.span().start() + part.end())
        : cell.span();
  }

  /** A row that several readings fit: one observation a column, each with all the candidates. */
  private List<Observation> open(GridRow row, Attribute attribute, Place place) {
    List<Observation> observations = new ArrayList<>();
    if (place.subjects().isEmpty() && row.attributes().isEmpty()) {
      List<String> texts = row.cells().stream().map(Slice::text).toList();
      Candidate whole = new Candidate(row.body().text(), 1, texts);
      Draft draft = draft(row, attribute, place, null);
      observations.add(draft.open(List.of(whole), row.body().span()));
    }
    for (int i = 0; i < place.subjects().size(); i++) {
      int column = i;
      Slice certain = row.certain().get(column);
      if (certain != null && !isUnnamed(row)) {
        GridRow sure = row.readAs(row.cells(), SHAPE);
        observations.addAll(cell(sure, certain, attribute, column, place));
        continue;
      }
      List<Candidate> candidates =
          row.readings().stream()
              .filter(reading -> column < reading.cells().size())
              .map(
                  reading ->
                      new Candidate(
                          reading.texts().get(column), reading.probability(), reading.texts()))
              .toList();
      Draft draft = draft(row, attribute, place, place.subjects().get(column));
      observations.add(draft.open(candidates, row.body().span()));
    }
    return observations;
  }

  private Draft draft(GridRow row, Attribute attribute, Place place, @Nullable Subject subject) {
    return new Draft(catalogue.confidence(), row, attribute, place, subject);
  }

  /** What the observations of one cell share. */
  private record Draft(
      MeasuredConfidence measured,
      GridRow row,
      Attribute attribute,
      Place place,
      @Nullable Subject subject) {
    private static final CellPart NO_VALUE = new CellPart(Part.WHOLE, "", null, null, 0, 0);

    /** What tells no value. */
    Observation of(State state, Span span) {
      return of(state, NO_VALUE, span, List.of());
    }

    Observation open(List<Candidate> candidates, Span span) {
      return of(State.AMBIGUOUS, NO_VALUE, span, candidates);
    }

    Observation of(State state, CellPart part, Span span, List<Candidate> candidates) {
      boolean unmapped = attribute.id().equals(Observation.UNMAPPED);
      return new Observation(
          subject,
          attribute.id(),
          unmapped ? row.label().text() : part.member(),
          0,
          place.section(),
          state,
          part.number(),
          part.text(),
          place.capture().substring(span.start(), span.end()),
          span,
          row.method(),
          confidence(state),
          candidates,
          place.layout());
    }

    private double confidence(State state) {
      if (state == State.UNPARSED || state == State.AMBIGUOUS) {
        return 0;
      }
      boolean split = row.joined() && row.state() == RowState.READ && !row.readings().isEmpty();
      return measured
          .of(attribute.id(), row.method())
          .orElse(split ? row.readings().get(0).probability() : 1);
    }
  }
}
