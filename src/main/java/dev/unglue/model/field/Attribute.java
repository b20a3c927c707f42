package dev.unglue.model.field;

import dev.unglue.model.value.Range;
import dev.unglue.model.value.Section;
import dev.unglue.text.LowerCaseId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A canonical attribute, as {@code config/attributes.yaml} declares it.
 *
 * @param id stable name; carries its unit ({@code yearly_salary_usd})
 * @param title the same for people
 * @param labels row labels that name it, compared without regard to case and blanks; empty for what
 *     stands in no table
 * @param type the form in which its cells are printed
 * @param part which part of such a cell it takes
 * @param unit unit of its number ({@code USD/year}); empty for text
 * @param hard what a value can be at all; absent means no limit
 * @param soft what a value usually is; ranks readings, never deletes one; absent means not known
 * @param decimals most decimals that a value is printed with
 * @param typical the only values that were ever seen, where they are few; ranks readings; may be
 *     empty
 * @param lexicon name of the closed list of its names under {@code config/lexicon}; absent where
 *     there is none
 * @param sections the parts of a page in which it stands
 * @param threshold probability from which a reading is decided, 0..1
 * @param repair id of the attribute (in months) that tells that the unit of this one (years) was
 *     lost; absent where nothing is to be repaired
 */
public record Attribute(
    String id,
    String title,
    List<String> labels,
    CellType type,
    Part part,
    String unit,
    @Nullable Range hard,
    @Nullable Range soft,
    int decimals,
    List<BigDecimal> typical,
    @Nullable String lexicon,
    List<Section> sections,
    double threshold,
    @Nullable String repair) {

  /** Which part of a cell an attribute takes. */
  public enum Part implements LowerCaseId {
    /** All of it. */
    WHOLE,
    /** The lower end of a range. */
    LOW,
    /** The upper end of a range. */
    HIGH,
    /** The name in a share. */
    NAME,
    /** The percentage in a share or in a breakdown. */
    PERCENT;
  }

  /** Copies the lists. */
  public Attribute {
    labels = List.copyOf(labels);
    typical = List.copyOf(typical);
    sections = List.copyOf(sections);
  }

  /** True if its values are numbers. */
  public boolean isNumber() {
    return type.isNumber(part);
  }

  /** False for a number beyond what a value can be at all. */
  public boolean allows(BigDecimal number) {
    return hard == null || hard.contains(number);
  }

  /** The hard range, where there is one. */
  public Optional<Range> hardRange() {
    return Optional.ofNullable(hard);
  }
}
