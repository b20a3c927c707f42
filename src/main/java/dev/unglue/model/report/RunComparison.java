package dev.unglue.model.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side.
 *
 * @param from the earlier one
 * @param to the later one
 * @param figures what was counted after each
 * @param facts what is believed otherwise after the later one, by subject and attribute
 * @param appeared flags that stood after the later one alone, the worst first
 * @param gone flags that stood after the earlier one alone, the worst first
 */
public record RunComparison(
    RunLine from,
    RunLine to,
    List<Figure> figures,
    Shown<ChangedFact> facts,
    Shown<ComparedFlag> appeared,
    Shown<ComparedFlag> gone) {
  /** Copies the list. */
  public RunComparison {
    figures = List.copyOf(figures);
  }

  /**
   * Something that was counted.
   *
   * @param name what it is, for people
   * @param before after the earlier run; absent where it was not counted
   * @param after after the later run; absent likewise
   */
  public record Figure(String name, @Nullable Long before, @Nullable Long after) {}

  /**
   * A fact that is otherwise.
   *
   * @param subject name of the subject
   * @param attribute name of the attribute for people
   * @param member part of the attribute; empty where it has none
   * @param unit of a number; empty for a text
   * @param before the value after the earlier run; empty where there was none
   * @param after the value after the later run; empty where there is none
   */
  public record ChangedFact(
      String subject, String attribute, String member, String unit, String before, String after) {}

  /**
   * A flag.
   *
   * @param severity its severity
   * @param rule id of its rule
   * @param page its page; empty for one about a run
   * @param message what it says
   */
  public record ComparedFlag(String severity, String rule, String page, String message) {}
}
