package dev.unglue.pipeline.parse;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import dev.unglue.config.Settings;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.page.Steps;
import dev.unglue.page.PageParser;
import dev.unglue.split.Splitter;
import dev.unglue.text.CodePoints;
import dev.unglue.text.FaultText;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.RuleInput.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * One page from its capture to its flags: what a run does for each page, and all that a parse job
 * does. Safe for use by many threads.
 */
public final class PageJob {
  private final PageParser parser;
  private final CompletableFuture<RuleBook> rules;
  private final Decisions decisions;

  /** The job that {@code settings} describe. */
  public PageJob(Settings settings) {
    // Side by side: a parse job of one page waits for both.
    this.rules = supplyAsync(() -> RuleConfig.book(settings));
    this.decisions = settings.decisions();
    this.parser = new PageParser(settings.catalogue(), settings.statements(), settings.decisions());
  }

  /** The rules in force. */
  public RuleBook rules() {
    return rules.join();
  }

  /** What cuts rows that have run together. */
  public Splitter splitter() {
    return parser.splitter();
  }

  /** What became of one capture. */
  public sealed interface Outcome {
    /** Calls the function for the case at hand. */
    void match(Consumer<Parsed> parsed, Consumer<Quarantined> refused);
  }

  /**
   * It was parsed.
   *
   * @param result what it gave
   * @param tally what the rules compared
   */
  public record Parsed(PageResult result, Tally tally) implements Outcome {
    @Override
    public void match(Consumer<Parsed> parsed, Consumer<Quarantined> refused) {
      parsed.accept(this);
    }
  }

  /**
   * The parser itself failed on it: a fault of ours, which must not stop the other pages.
   *
   * @param page the page and what went wrong
   */
  public record Refused(Quarantined page) implements Outcome {
    @Override
    public void match(Consumer<Parsed> parsed, Consumer<Quarantined> refused) {
      refused.accept(page);
    }
  }

  /** Parses one capture and checks it. */
  public Outcome run(Capture capture) {
    try {
      Tally tally = new Tally();
      Steps steps = Steps.ofOnePage();
      ParsedPage page = parser.parse(capture, steps);
      List<Flag> flags = new ArrayList<>(rules().checkPage(page, tally));
      flags.addAll(rules().check(RuleInput.PROOF, new ReadPage(page, capture.text()), tally));
      flags.addAll(rules().checkDecisions(page, decisions.on(capture.ref()), tally));
      tally.faults().forEach((rule, fault) -> log("rule {} raised", rule, fault));
      steps.add(Cost.Kind.RULES, tally.evaluated());
      Cost cost = steps.cost(CodePoints.length(capture.text()));
      return new Parsed(new PageResult(page, flags, cost), tally);
    } catch (RuntimeException | StackOverflowError fault) {
      return new Refused(refused(capture, fault));
    }
  }

  private static Quarantined refused(Capture capture, Throwable fault) {
    String page = capture.ref().page();
    log("the parser failed on {}", page, fault);
    return new Quarantined(
        page,
        "parser_fault",
        "the parser failed on %s: %s; the other pages go on; please report it with the page"
            .formatted(page, FaultText.orFault(fault)),
        "",
        null);
  }

  /** Sets up logging when there is something to say: that takes as long as a page. */
  private static void log(String message, Object about, Throwable fault) {
    LoggerFactory.getLogger(PageJob.class).debug(message, about, fault);
  }
}
