package dev.unglue.validate.rule;

import dev.unglue.model.field.Catalogue;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One check. A rule is pure: the same input gives the same outcome, and it keeps nothing between
 * two calls.
 *
 * @param info what the rule is, with the severity and the parameters in force
 * @param input what it looks at
 * @param fits true for a catalogue with the attributes that it needs: a rule on salaries is none of
 *     phones
 * @param check looks at an input and tells what does not agree
 * @param <T> what it looks at: a page, the sightings of a subject, a group of pages
 */
public record Rule<T>(
    RuleInfo info, RuleInput<T> input, Predicate<Catalogue> fits, Check<T> check) {

  /**
   * What a rule does.
   *
   * @param <T> what it looks at
   */
  @FunctionalInterface
  public interface Check<T> {
    /** Looks at {@code input} and adds to {@code findings} what does not agree. */
    void look(T input, RuleFindings findings);
  }

  /** The same rule with one more limit; see {@link Parameter}. */
  public Rule<T> limit(String name, String value) {
    return limit(Parameter.of(name, value));
  }

  /** The same rule with one more limit. */
  public Rule<T> limit(Parameter limit) {
    return with(info.with(limit));
  }

  /** The same rule, for catalogues that have each of these attributes. */
  public Rule<T> needing(String... attributes) {
    return fitting(
        catalogue -> Arrays.stream(attributes).allMatch(catalogue.attributes()::containsKey));
  }

  /** The same rule, for such catalogues. */
  public Rule<T> fitting(Predicate<Catalogue> catalogues) {
    return new Rule<>(info, input, catalogues, check);
  }

  /** The same rule with another severity or other parameters. */
  public Rule<T> with(RuleInfo configured) {
    return new Rule<>(configured, input, fits, check);
  }

  /** This rule, if that is what it looks at. */
  @SuppressWarnings("unchecked") // each input is one constant, so that its type is that of the rule
  public <U> Optional<Rule<U>> on(RuleInput<U> other) {
    return input == other ? Optional.of((Rule<U>) this) : Optional.empty();
  }

  /** What the rule finds in one input, which is mainly about {@code page}; empty for none. */
  public RuleFindings outcome(T looked, String page, Catalogue catalogue) {
    RuleFindings findings = new RuleFindings(info, catalogue, page);
    check.look(looked, findings);
    return findings;
  }
}
