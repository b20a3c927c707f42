package dev.unglue.pipeline.field;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Attribute.Part;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.field.CellPart;
import dev.unglue.model.field.CellType;
import dev.unglue.model.value.Range;
import dev.unglue.normalize.CellForms;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the narrowest type by which all cells of a label are read: the engine's own forms are
 * asked, one after the other.
 *
 * @param catalogue what the pages were read with
 */
record TypeChoice(Catalogue catalogue) {
  private static final int MOST_DECIMALS = 3;
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_ID = 50;
  private static final double THRESHOLD = 0.98;

  /** A number or a range, and the word or sign behind it that all cells may share. */
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?:[^\\p{L}]|to|and|through){0,20}\\d"
              + " ?([\\p{L}\"'\u2033\u00b0][\\p{L}\\d/\u00b2\u00b3]{0,11})(?: \\(.*)?");

  /** A type and its unit, to be tried. */
  private record Trial(CellType type, String unit, String suffix) {}

  private static final List<Trial> TRIALS =
      List.of(
          new Trial(CellType.YES_NO, "", ""),
          new Trial(CellType.MONEY, "USD", "_usd"),
          new Trial(CellType.MONEY, "GBP", "_gbp"),
          new Trial(CellType.MONEY, "EUR", "_eur"),
          new Trial(CellType.MONEY_RANGE, "USD", "_usd"),
          new Trial(CellType.MONEY_RANGE, "GBP", "_gbp"),
          new Trial(CellType.MONEY_RANGE, "EUR", "_eur"),
          new Trial(CellType.PERCENT, "%", "_pct"),
          new Trial(CellType.RANGE, "%", "_pct"),
          new Trial(CellType.DATE, "", "_on"),
          new Trial(CellType.COUNT, "count", "_count"),
          new Trial(CellType.RATING, "points", "_points"));

  /**
   * The attributes of a label: one, or one for each end of a range.
   *
   * @param plain true if it is to be text, for its type has lost a cell
   * @param taken ids that others have; those of this one are added
   */
  List<Attribute> attributes(SeenLabel label, boolean plain, Set<String> taken) {
    if (!plain) {
      for (Trial trial : trials(label)) {
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
          List<Attribute> found = tried(label, trial, decimals);
          if (!found.isEmpty()) {
            return named(found, trial.suffix(), label, taken);
          }
        }
      }
    }
    int longest = label.cells().stream().mapToInt(String::length).max().orElse(0);
    CellType type = longest > LONGEST_NAME ? CellType.TEXT : CellType.NAME;
    return named(List.of(attribute(label, type, Part.WHOLE, "", null, 0)), "", label, taken);
  }

  private static List<Trial> trials(SeenLabel label) {
    List<Trial> trials = new ArrayList<>(TRIALS);
    unit(label)
        .ifPresent(
            unit -> {
              trials.add(new Trial(CellType.QUANTITY, unit, "_" + unit));
              trials.add(new Trial(CellType.RANGE, unit, "_" + unit));
            });
    return trials;
  }

  /** What stands behind the number of every cell. */
  private static Optional<String> unit(SeenLabel label) {
    List<String> units =
        label.cells().stream()
            .map(MEASURE::matcher)
            .map(found -> found.matches() ? found.group(1) : "")
            .distinct()
            .toList();
    return units.size() == 1
        ? Optional.of(units.get(0)).filter(unit -> !unit.isEmpty())
        : Optional.empty();
  }

  /** An attribute for each part of the type; none if it does not read every cell. */
  private List<Attribute> tried(SeenLabel label, Trial trial, int decimals) {
    List<Attribute> attributes = new ArrayList<>();
    for (Part part : trial.type().parts()) {
      Attribute bare = attribute(label, trial.type(), part, trial.unit(), null, decimals);
      CellForm form = CellForms.of(bare, catalogue);
      List<BigDecimal> numbers = new ArrayList<>();
      for (String cell : label.cells()) {
        Optional<CellPart> read =
            form.read(cell).stream().filter(found -> found.part() == part).findFirst();
        if (read.isEmpty()) {
          return List.of();
        }
        read.map(CellPart::number).ifPresent(numbers::add);
      }
      Range seen = range(numbers).orElse(null);
      int printed = numbers.stream().mapToInt(BigDecimal::scale).max().orElse(0);
      attributes.add(
          attribute(label, trial.type(), part, trial.unit(), seen, Math.max(printed, 0)));
    }
    return label.cells().isEmpty() ? List.of() : attributes;
  }

  private static Optional<Range> range(List<BigDecimal> numbers) {
    Comparator<BigDecimal> order = Comparator.naturalOrder();
    return numbers.stream()
        .min(order)
        .map(min -> new Range(min, numbers.stream().max(order).orElse(min)));
  }

  private static Attribute attribute(
      SeenLabel label, CellType type, Part part, String unit, @Nullable Range seen, int decimals) {
    return new Attribute(
        "",
        label.label(),
        List.of(label.label()),
        type,
        part,
        unit,
        null,
        seen,
        decimals,
        List.of(),
        null,
        List.copyOf(label.sections()),
        THRESHOLD,
        null);
  }

  // --- ids ------------------------------------------------------------------------------------

  private static List<Attribute> named(
      List<Attribute> attributes, String suffix, SeenLabel label, Set<String> taken) {
    return attributes.stream().map(attribute -> named(attribute, suffix, label, taken)).toList();
  }

  private static Attribute named(
      Attribute bare, String suffix, SeenLabel label, Set<String> taken) {
    String part = bare.part() == Part.LOW ? "_low" : bare.part() == Part.HIGH ? "_high" : "";
    String end = part + (id(suffix).isEmpty() ? "" : "_" + id(suffix));
    String stem = id(label.key());
    String whole = stem.endsWith(end) ? stem : stem + end;
    String id = Character.isDigit(whole.charAt(0)) ? "n" + whole : whole;
    int number = 2;
    String unique = id;
    while (!taken.add(unique)) {
      unique = id + "_" + number++;
    }
    return new Attribute(
        unique,
        bare.title(),
        bare.labels(),
        bare.type(),
        bare.part(),
        bare.unit(),
        bare.hard(),
        bare.soft(),
        bare.decimals(),
        bare.typical(),
        bare.lexicon(),
        bare.sections(),
        bare.threshold(),
        bare.repair());
  }

  /** In lower case letters, digits and _; a script that has none of them gives a plain name. */
  private static String id(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    Matcher words = Pattern.compile("[a-z0-9]+").matcher(plain);
    StringBuilder id = new StringBuilder();
    while (words.find() && id.length() < LONGEST_ID) {
      id.append(id.isEmpty() ? "" : "_").append(words.group());
    }
    return id.isEmpty() && !text.isEmpty() && !text.startsWith("_") ? "attribute" : id.toString();
  }
}
