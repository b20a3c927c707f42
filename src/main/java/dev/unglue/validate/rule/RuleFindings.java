package dev.unglue.validate.rule;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Counts comparisons and collects flags while one rule looks at one input. */
public final class RuleFindings {
  private final RuleInfo rule;
  private final Catalogue catalogue;
  private final String page;
  private final List<Flag> flags = new ArrayList<>();
  private long evaluated;

  RuleFindings(RuleInfo rule, Catalogue catalogue, String page) {
    this.rule = rule;
    this.catalogue = catalogue;
    this.page = page;
  }

  /** The attributes. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The title of an attribute; its id where the catalogue lacks it. */
  public String title(String attribute) {
    return catalogue.attribute(attribute).map(Attribute::title).orElse(attribute);
  }

  /** What a value is of: {@code Gender ratio (Male) of "Teller"}. */
  public String title(Observation seen) {
    String part = seen.member().isEmpty() ? "" : " (" + seen.member() + ")";
    return title(seen.attribute()) + part + " of " + ObservationText.who(seen);
  }

  /** The value in force of a parameter of the rule. */
  public BigDecimal limit(String name) {
    return rule.number(name);
  }

  /** Notes that one comparison could be made. */
  public void compared() {
    evaluated++;
  }

  /** Notes that {@code count} comparisons could be made. */
  public void compared(long count) {
    evaluated += count;
  }

  /** Begins a flag about the page that is looked at; it is added when its draft ends. */
  public FlagDraft flag() {
    return flag(page);
  }

  /** Begins a flag about a value of the page that is looked at. */
  public FlagDraft flag(Observation seen, String expected) {
    return flag().about(seen).values(expected, seen.value());
  }

  /** Begins a flag about a page. */
  public FlagDraft flag(CaptureRef ref) {
    return flag(ref.page());
  }

  /** Begins a flag about a page; empty for a flag about the run. */
  public FlagDraft flag(String about) {
    return new FlagDraft(rule, about, flags::add);
  }

  /** Number of comparisons that could be made; 0 means that the rule had no input. */
  public long evaluated() {
    return evaluated;
  }

  /** What did not agree, in the order of the input. */
  public List<Flag> flags() {
    return List.copyOf(flags);
  }
}
