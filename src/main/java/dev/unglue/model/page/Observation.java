package dev.unglue.model.page;

import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One value as one page gives it, with its proof.
 *
 * @param subject whom it is about; absent for what is said of the page as a whole
 * @param attribute id in the catalogue, or {@code unmapped} for a label that the catalogue lacks
 * @param member part of the attribute (a gender, a skill, the unknown label); empty where it has
 *     none
 * @param ordinal place in a list, from 1; 0 where there is no order
 * @param section the part of the page
 * @param state what became of the cell
 * @param valueNum the value in the attribute's unit; absent for text and for every state but {@code
 *     VALUE} and {@code OUT_OF_RANGE}
 * @param valueText the value as text; absent for numbers and for every state but those two
 * @param rawText what the capture prints: {@code capture[span] = rawText}
 * @param span where it stands in the capture
 * @param method how it was read: {@code cell} (the layout keeps cells apart), {@code unique},
 *     {@code sentence}, {@code list}, {@code decided} (a person has), or the evidence that decided
 *     ({@link #ACROSS_PAGES} among it)
 * @param confidence how often such readings are right, 0..1: measured for this attribute and method
 *     where that is known, else the probability of the reading
 * @param candidates the readings that remain, for {@code AMBIGUOUS}
 * @param layout the shape of the table it stands in; absent outside tables
 */
public record Observation(
    @Nullable Subject subject,
    String attribute,
    String member,
    int ordinal,
    Section section,
    State state,
    @Nullable BigDecimal valueNum,
    @Nullable String valueText,
    String rawText,
    Span span,
    String method,
    double confidence,
    List<Candidate> candidates,
    @Nullable Layout layout) {

  /** The attribute of what no label of the catalogue names. */
  public static final String UNMAPPED = "unmapped";

  /** Methods that leave no doubt: a value read so may be evidence for others, a guess never. */
  public static final Set<String> CERTAIN = Set.of("cell", "unique", "prose", RowDecision.METHOD);

  /** Methods by which other captures decide a cell that its own page leaves in doubt. */
  public static final Set<String> ACROSS_PAGES = Set.of("other_pages", "seen_apart");

  /** Copies the candidates. */
  public Observation {
    candidates = List.copyOf(candidates);
  }

  /** By its place and what it says: the rest hardly parts two of them. */
  @Override
  public int hashCode() {
    return (31 * span.start() + attribute.hashCode()) * 31 + slug().hashCode();
  }

  /** The same at another place of the capture. */
  public Observation moved(UnaryOperator<Span> place) {
    return with(subject, place.apply(span));
  }

  /** The same by the name that its subject has everywhere. */
  public Observation about(Subject named) {
    return with(named, span);
  }

  private Observation with(@Nullable Subject about, Span place) {
    return new Observation(
        about,
        attribute,
        member,
        ordinal,
        section,
        state,
        valueNum,
        valueText,
        rawText,
        place,
        method,
        confidence,
        candidates,
        layout);
  }

  /** The same without cells that are seen twice in one place of the page: they are one. */
  public static List<Observation> eachOnce(List<Observation> cells) {
    Set<List<Object>> known = new HashSet<>();
    return cells.stream().filter(cell -> known.add(cell.place())).toList();
  }

  /** What tells the cells of one page apart. */
  private List<Object> place() {
    return List.of(slug(), attribute, member, ordinal, section, span);
  }

  /** The value as text, number or not; empty where there is none. */
  public String value() {
    if (valueNum != null) {
      return valueNum.toPlainString();
    }
    return valueText == null ? "" : valueText;
  }

  /** Its number, if it was read as a good value. */
  public Optional<BigDecimal> number() {
    return isValue() ? Optional.ofNullable(valueNum) : Optional.empty();
  }

  /** Its number, whatever its state; 0 where it has none. */
  public BigDecimal numberOrZero() {
    return valueNum == null ? BigDecimal.ZERO : valueNum;
  }

  /** Slug of its subject; empty where it is about the page. */
  public String slug() {
    return subject == null ? "" : subject.slug();
  }

  /** True if it was read as a good value. */
  public boolean isValue() {
    return state == State.VALUE;
  }

  /** True if it was read, be it as a value that cannot be. */
  public boolean isReadOrOutOfRange() {
    return isValue() || state == State.OUT_OF_RANGE;
  }

  /** True if it stands in a table. */
  public boolean inTable() {
    return layout != null;
  }

  /** True if the catalogue has its attribute. */
  public boolean isMapped() {
    return !attribute.equals(UNMAPPED);
  }
}
