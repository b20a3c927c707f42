package dev.unglue.config;

import dev.unglue.model.field.Expectation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expectation as {@code config/rules.yaml} has it. Whether its attributes exist and its examples
 * hold is for {@code pipeline} to say.
 *
 * @param expectation what is expected
 * @param entry severity, exceptions and place, as of any rule
 * @param examples in the order of the file; may be empty
 */
public record ExpectationEntry(Expectation expectation, RuleEntry entry, List<Example> examples) {
  /** Copies the examples. */
  public ExpectationEntry {
    examples = List.copyOf(examples);
  }

  /**
   * Rows that are looked at together, as those of one page.
   *
   * @param flagged true if the rule must flag them, false if it must let them pass
   * @param rows one a subject: printed values by attribute
   * @param line where it stands in the file, from 1
   */
  public record Example(boolean flagged, List<Map<String, String>> rows, int line) {
    /** Copies the rows. */
    public Example {
      rows =
          rows.stream().map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row))).toList();
    }
  }
}
