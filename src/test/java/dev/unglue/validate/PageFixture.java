package dev.unglue.validate;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Claim;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Slice;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds a parsed page and, letter by letter, the text it would have been read from. */
final class PageFixture {
  static final Catalogue CATALOGUE = Catalogues.occupations();
  static final Instant JANUARY = Instant.parse("2025-01-08T00:00:00Z");
  private static final Pattern SHARE = Pattern.compile("\\s*([^%]+), ([0-9.]+)%");

  private final StringBuilder text = new StringBuilder();
  private String method = "cell"; // of the last row
  private final List<Observation> observations = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Grid> grids = new ArrayList<>();
  private final List<Subject> subjects;
  private final String page;
  private PageKind kind = PageKind.COMPARISON;
  private List<String> named = List.of();
  private @Nullable String url;
  private @Nullable Instant capturedAt = JANUARY;
  private @Nullable String truncated;

  private PageFixture(String page, String... names) {
    this.page = page;
    this.subjects = Arrays.stream(names).map(Subject::named).toList();
  }

  /** A page that compares these subjects. */
  static PageFixture page(String page, String... names) {
    return new PageFixture(page, names);
  }

  PageFixture kind(PageKind which) {
    kind = which;
    return this;
  }

  PageFixture named(String... names) {
    named = List.of(names);
    return this;
  }

  PageFixture url(String address) {
    url = address;
    return this;
  }

  PageFixture at(@Nullable Instant when) {
    capturedAt = when;
    return this;
  }

  PageFixture truncated(String why) {
    truncated = why;
    return this;
  }

  /** Begins a table below the page's own names. */
  PageFixture table(Section section, Layout layout) {
    return table(section, layout, false, subjects.stream().map(Subject::name).toList());
  }

  PageFixture table(Section section, Layout layout, boolean shifted, List<String> names) {
    List<Slice> header = names.stream().map(this::slice).toList();
    grids.add(new Grid(layout, section, header, shifted, "cell", List.of()));
    return this;
  }

  /** A row whose cells stand apart. */
  PageFixture row(String label, String... cells) {
    return row(RowState.READ, false, "cell", label, cells);
  }

  /** A row whose cells had run together; {@code others} are readings besides the one given. */
  PageFixture joined(RowState state, String method, String label, String... cells) {
    return row(state, true, method, label, cells);
  }

  PageFixture row(RowState state, boolean isJoined, String method, String label, String... cells) {
    this.method = method;
    Slice printed = slice(label);
    int start = length();
    List<Slice> slices = Arrays.stream(cells).map(this::glue).toList();
    Slice body = new Slice(text.substring(start), new Span(start, length()));
    text.append('\n');
    List<Attribute> attributes =
        CATALOGUE.byLabel().getOrDefault(Catalogue.labelKey(label), List.of());
    Grid grid = grids.get(grids.size() - 1);
    List<Reading> readings = isJoined ? List.of(new Reading(slices, 1, Map.of())) : List.of();
    add(
        new GridRow(
            printed,
            attributes.stream().map(Attribute::id).toList(),
            state,
            isJoined,
            body,
            slices,
            method,
            readings,
            Map.of()));
    if (state == RowState.READ && slices.size() == subjects.size()) {
      for (int column = 0; column < slices.size(); column++) {
        for (Attribute each : attributes) {
          read(subjects.get(column), each, slices.get(column), grid);
        }
      }
    }
    return this;
  }

  /** Adds a reading to the last row; the cells are cut out of its body in order. */
  PageFixture reading(double probability, String... cells) {
    Grid grid = grids.get(grids.size() - 1);
    GridRow last = grid.rows().get(grid.rows().size() - 1);
    List<Slice> slices = new ArrayList<>();
    int from = last.body().span().start();
    for (String each : cells) {
      slices.add(new Slice(each, new Span(from, from + each.length())));
      from += each.length();
    }
    List<Reading> readings = new ArrayList<>(last.readings());
    readings.add(new Reading(slices, probability, Map.of()));
    List<GridRow> rows = new ArrayList<>(grid.rows());
    rows.remove(rows.size() - 1);
    replace(grid, rows);
    add(
        new GridRow(
            last.label(),
            last.attributes(),
            last.state(),
            last.joined(),
            last.body(),
            last.cells(),
            last.method(),
            readings,
            Map.of()));
    return this;
  }

  /** A number in a sentence. */
  PageFixture said(String name, String attribute, String raw, String value) {
    Slice proof = slice(raw);
    observe(Subject.named(name), attribute, "", 0, Section.PROSE, State.VALUE, value, proof, null);
    return this;
  }

  PageFixture topSkills(String name, String... skills) {
    for (int place = 0; place < skills.length; place++) {
      Slice proof = slice(skills[place]);
      observe(
          Subject.named(name),
          "top_skill",
          "",
          place + 1,
          Section.PROSE,
          State.VALUE,
          skills[place],
          proof,
          null);
    }
    return this;
  }

  /** A skill list, each item as {@code Customer Service, 13%}; one without a share is unparsed. */
  PageFixture skills(String name, String... items) {
    for (int place = 0; place < items.length; place++) {
      Slice proof = slice(items[place]);
      Matcher share = SHARE.matcher(items[place]);
      boolean found = share.matches();
      observe(
          Subject.named(name),
          "skill_pct",
          found ? share.group(1) : items[place],
          place + 1,
          Section.SKILLS,
          found ? State.VALUE : State.UNPARSED,
          found ? share.group(2) : "",
          proof,
          null);
    }
    return this;
  }

  PageFixture claim(String attribute, String greater, String lesser) {
    Slice proof = slice(greater + " more than " + lesser);
    claims.add(
        new Claim(
            attribute, Subject.named(greater), Subject.named(lesser), proof.text(), proof.span()));
    return this;
  }

  /** Adds an observation as it stands. */
  PageFixture observed(Observation observation) {
    observations.add(observation);
    return this;
  }

  /** Text that no observation is made of. */
  PageFixture text(String plain) {
    slice(plain);
    return this;
  }

  ParsedPage build() {
    return new ParsedPage(
        ref(),
        kind,
        "mixed",
        subjects,
        named,
        observations,
        claims,
        grids,
        List.of(),
        List.of(),
        "");
  }

  String captureText() {
    return text.toString();
  }

  GroupedPage grouped() {
    return new GroupedPage(ref(), subjects, observations);
  }

  /** What the page says of one subject. */
  List<Sighting> sightings(String name, Instant seenAt) {
    String slug = Subject.slugOf(name);
    List<Sighting> sightings = new ArrayList<>();
    for (Observation each : observations) {
      Subject subject = each.subject();
      if (subject != null && subject.slug().equals(slug)) {
        sightings.add(new Sighting(ref(), seenAt, each, "", ""));
      }
    }
    return sightings;
  }

  CaptureRef ref() {
    return new CaptureRef(
        "samples",
        page,
        url,
        capturedAt,
        "a".repeat(64),
        "text/plain",
        "raw/samples/" + page,
        0,
        truncated);
  }

  private void read(Subject subject, Attribute attribute, Slice cell, Grid grid) {
    if (CATALOGUE.missingMarks().contains(cell.text())) {
      observe(subject, attribute, "", State.MISSING, "", cell, grid);
      return;
    }
    Matcher share = SHARE.matcher(cell.text());
    switch (attribute.type()) {
      case SHARE, BREAKDOWN -> {
        while (share.find()) {
          boolean isBreakdown =
              attribute.part() == Attribute.Part.PERCENT && grid.section() == Section.DEMOGRAPHICS;
          String value = attribute.isNumber() ? share.group(2) : share.group(1);
          observe(
              subject,
              attribute,
              isBreakdown ? share.group(1) : "",
              State.VALUE,
              value,
              cell,
              grid);
        }
      }
      default -> {
        String value = attribute.isNumber() ? number(attribute, cell.text()) : cell.text();
        State state = value.isEmpty() ? State.UNPARSED : stateOf(attribute, value);
        observe(subject, attribute, "", state, value, cell, grid);
      }
    }
  }

  private static State stateOf(Attribute attribute, String value) {
    return attribute.isNumber()
            && !attribute.hardRange().stream()
                .allMatch(hard -> hard.contains(new BigDecimal(value)))
        ? State.OUT_OF_RANGE
        : State.VALUE;
  }

  private static String number(Attribute attribute, String cell) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = Pattern.compile("-?[0-9][0-9,]*(?:\\.[0-9]+)?").matcher(cell);
    while (matcher.find()) {
      numbers.add(matcher.group().replace(",", ""));
    }
    if (numbers.isEmpty()) {
      return "";
    }
    return numbers.get(attribute.part() == Attribute.Part.HIGH ? numbers.size() - 1 : 0);
  }

  private void observe(
      Subject subject,
      Attribute attribute,
      String member,
      State state,
      String value,
      Slice cell,
      Grid grid) {
    observe(subject, attribute.id(), member, 0, grid.section(), state, value, cell, grid.layout());
  }

  private void observe(
      Subject subject,
      String attribute,
      String member,
      int ordinal,
      Section section,
      State state,
      String value,
      Slice proof,
      @Nullable Layout layout) {
    boolean isNumber = CATALOGUE.attribute(attribute).stream().allMatch(Attribute::isNumber);
    observations.add(
        new Observation(
            subject,
            attribute,
            member,
            ordinal,
            section,
            state,
            isNumber && !value.isEmpty() ? new BigDecimal(value) : null,
            isNumber || value.isEmpty() ? null : value,
            proof.text(),
            proof.span(),
            layout == null ? "sentence" : method,
            1,
            List.of(),
            layout));
  }

  private void add(GridRow row) {
    Grid grid = grids.get(grids.size() - 1);
    List<GridRow> rows = new ArrayList<>(grid.rows());
    rows.add(row);
    replace(grid, rows);
  }

  private void replace(Grid grid, List<GridRow> rows) {
    grids.set(
        grids.size() - 1,
        new Grid(
            grid.layout(),
            grid.section(),
            grid.header(),
            grid.headerShifted(),
            grid.headerMethod(),
            rows));
  }

  private Slice slice(String part) {
    Slice slice = glue(part);
    text.append('\n');
    return slice;
  }

  private Slice glue(String part) {
    int start = length();
    text.append(part);
    return new Slice(part, new Span(start, length()));
  }

  /** Spans of a parsed page count code points. */
  private int length() {
    return text.codePointCount(0, text.length());
  }
}
