package dev.unglue.validate.rule;

import dev.unglue.model.CaptureRef;
import dev.unglue.model.Catalogue;
import dev.unglue.model.Flag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Counts comparisons and collects flags while one rule looks at one input. */
public final class Findings {
  private final RuleInfo rule;
  private final Catalogue catalogue;
  private final String page;
  private final List<Flag> flags = new ArrayList<>();
  private long evaluated;

  Findings(RuleInfo rule, Catalogue catalogue, String page) {
    this.rule = rule;
    this.catalogue = catalogue;
    this.page = page;
  }

  /** The attributes. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Names attributes for people. */
  public Titles titles() {
    return new Titles(catalogue);
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

  /** Begins a flag about a page. */
  public FlagDraft flag(CaptureRef ref) {
    return flag(ref.page());
  }

  /** Begins a flag about a page; empty for a flag about the run. */
  public FlagDraft flag(String about) {
    return new FlagDraft(rule, about, flags::add);
  }

  /** All of it. */
  public Outcome outcome() {
    return new Outcome(evaluated, flags);
  }
}
