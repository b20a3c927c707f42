package dev.unglue.reconcile;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.CaptureCells;
import dev.unglue.model.subject.KnownCell;
import dev.unglue.model.subject.StoredCell;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.evidence.ProseEvidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What captures say of one field: their rows in doubt, and their certain cells. */
final class AttributeCells {
  private final RowAttributes field;
  private final Catalogue catalogue;
  private final ProseEvidence prose;
  private final List<UnresolvedRow> rows = new ArrayList<>();
  private final List<KnownCell> known = new ArrayList<>();
  private final Set<KnownCell> apart = new HashSet<>();

  AttributeCells(RowAttributes field, Catalogue catalogue) {
    this.field = field;
    this.catalogue = catalogue;
    this.prose = new ProseEvidence(catalogue);
  }

  /** The rows that their own pages do not decide for sure. */
  List<UnresolvedRow> rows() {
    return rows;
  }

  /** The cells that leave no doubt. */
  List<KnownCell> known() {
    return known;
  }

  /** The names among them that stand in a cell of their own; none in other fields. */
  Set<KnownCell> apart() {
    return Set.copyOf(apart);
  }

  /** Whom a row is about, where one field has rows of many labels. */
  static String subject(Subject subject, String label) {
    return label.isEmpty() ? subject.slug() : subject.slug() + "\n" + Catalogue.labelKey(label);
  }

  /** Takes in what one capture says. */
  void add(CaptureCells capture) {
    Map<String, List<StoredCell>> byLabel = new LinkedHashMap<>();
    for (StoredCell cell : capture.cells()) {
      Observation seen = cell.seen();
      if (seen.layout() != null && seen.subject() != null) {
        String label = field.attributes().isEmpty() ? seen.member() : "";
        byLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(cell);
      }
    }
    byLabel.forEach((label, cells) -> add(capture, label, cells));
  }

  private void add(CaptureCells capture, String label, List<StoredCell> cells) {
    Map<Subject, String> certain = addCertain(capture.captureId(), label, cells);
    List<RowCells> found = new ArrayList<>(open(cells));
    if (field.isWhole()) {
      found.addAll(guesses(cells));
    }
    for (RowCells row : found) {
      UnresolvedRow.of(capture.captureId(), row, samePage(capture, row.subjects(), certain))
          .ifPresent(rows::add);
    }
  }

  // --- certain cells --------------------------------------------------------------------------

  /** Gives, for each subject, the first certain cell of the page. */
  private Map<Subject, String> addCertain(long capture, String label, List<StoredCell> cells) {
    Map<Subject, Map<String, List<Observation>>> bySubject = new LinkedHashMap<>();
    for (StoredCell cell : cells) {
      Observation seen = cell.seen();
      if (seen.state() == State.VALUE && Observation.CERTAIN.contains(seen.method())) {
        bySubject
            .computeIfAbsent(Objects.requireNonNull(seen.subject()), key -> new LinkedHashMap<>())
            .computeIfAbsent(seen.attribute(), key -> new ArrayList<>())
            .add(seen);
      }
    }
    Map<Subject, String> first = new LinkedHashMap<>();
    bySubject.forEach(
        (subject, byAttribute) -> {
          for (List<Observation> cell : together(byAttribute)) {
            field
                .key(cell, catalogue)
                .ifPresent(
                    key -> {
                      first.putIfAbsent(subject, key);
                      addCertain(capture, subject(subject, label), key, cell.get(0).method());
                    });
          }
        });
    return first;
  }

  private void addCertain(long capture, String subject, String key, String method) {
    KnownCell cell = new KnownCell(Long.toString(capture), subject, key);
    known.add(cell);
    if (field.isName() && method.equals("cell")) {
      apart.add(cell);
    }
  }

  /** The parts of one cell, for each time that the page prints it. */
  private List<List<Observation>> together(Map<String, List<Observation>> byAttribute) {
    List<List<Observation>> parts =
        field.ids().stream().map(id -> byAttribute.getOrDefault(id, List.of())).toList();
    int times = parts.get(0).size();
    if (parts.stream().anyMatch(part -> part.size() != times)) {
      return List.of();
    }
    List<List<Observation>> cells = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      int time = i;
      cells.add(parts.stream().map(part -> part.get(time)).toList());
    }
    return cells;
  }

  // --- rows in doubt --------------------------------------------------------------------------

  private record Place(Span span, Section section) {}

  /** The rows that the page leaves open: for each attribute its cells, which share one place. */
  private List<RowCells> open(List<StoredCell> cells) {
    Map<Place, Map<String, List<StoredCell>>> byPlace = new LinkedHashMap<>();
    for (StoredCell cell : cells) {
      Observation seen = cell.seen();
      if (seen.state() == State.AMBIGUOUS && isJoined(seen)) {
        byPlace
            .computeIfAbsent(new Place(seen.span(), seen.section()), key -> new LinkedHashMap<>())
            .computeIfAbsent(seen.attribute(), key -> new ArrayList<>())
            .add(cell);
      }
    }
    // A row that another field shares has more attributes, and is that field's to ask again.
    return byPlace.values().stream()
        .filter(row -> row.keySet().equals(Set.copyOf(field.ids())))
        .map(row -> field.ids().stream().map(id -> row.getOrDefault(id, List.of())).toList())
        .map(RowCells::new)
        .toList();
  }

  private static boolean isJoined(Observation seen) {
    return seen.layout() == Layout.GLUED || seen.layout() == Layout.SPACED;
  }

  /** The rows that the page decides, but by evidence that leaves a doubt. */
  private List<RowCells> guesses(List<StoredCell> cells) {
    List<List<StoredCell>> found = new ArrayList<>();
    for (StoredCell cell : cells) {
      Observation seen = cell.seen();
      if (isJoined(seen)
          && seen.state() != State.AMBIGUOUS
          && field.ids().contains(seen.attribute())) {
        if (found.isEmpty() || !isOfRow(found.get(found.size() - 1), seen)) {
          found.add(new ArrayList<>());
        }
        found.get(found.size() - 1).add(cell);
      }
    }
    return found.stream()
        .filter(AttributeCells::isGuess)
        .map(row -> new RowCells(List.of(row)))
        .toList();
  }

  /** A row has each subject once; a second table of the page begins with the first again. */
  private static boolean isOfRow(List<StoredCell> row, Observation next) {
    return row.stream()
        .map(StoredCell::seen)
        .noneMatch(
            seen ->
                Objects.equals(seen.subject(), next.subject()) || seen.section() != next.section());
  }

  private static boolean isGuess(List<StoredCell> row) {
    return row.stream()
        .map(StoredCell::seen)
        .allMatch(
            seen ->
                (seen.state() == State.VALUE || seen.state() == State.MISSING)
                    && !Observation.CERTAIN.contains(seen.method()));
  }

  /** What the same page says of the cells elsewhere, as it counted when the page was read. */
  private Map<String, ColumnKeys> samePage(
      CaptureCells capture, List<Subject> subjects, Map<Subject, String> certain) {
    Map<String, ColumnKeys> hints = new LinkedHashMap<>();
    List<Observation> all = capture.cells().stream().map(StoredCell::seen).toList();
    ColumnKeys spoken = prose.byColumnOf(all, subjects).get(field.ids().get(0));
    if (spoken != null) {
      hints.put("prose", spoken);
    }
    if (subjects.stream().anyMatch(certain::containsKey)) {
      hints.put(
          "other_table", new ColumnKeys(subjects.stream().map(s -> key(certain, s)).toList()));
    }
    return hints;
  }

  private static Set<String> key(Map<Subject, String> certain, Subject subject) {
    return Optional.ofNullable(certain.get(subject)).map(Set::of).orElse(Set.of());
  }

  /** Every attribute that {@link #add} has to see: whole rows, and what prose says of them. */
  Collection<String> attributes(List<RowAttributes> fields) {
    Set<String> ids = new HashSet<>(field.ids());
    for (RowAttributes other : fields) {
      if (other.ids().stream().anyMatch(field.ids()::contains)) {
        ids.addAll(other.ids());
      }
    }
    Set<String> all = new HashSet<>(ids);
    for (String id : ids) {
      catalogue.attribute(id).flatMap(a -> Optional.ofNullable(a.repair())).ifPresent(all::add);
    }
    return all;
  }
}
