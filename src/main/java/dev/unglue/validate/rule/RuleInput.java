package dev.unglue.validate.rule;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.NamedSubject;
import dev.unglue.model.subject.PageAge;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectHistory;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a rule looks at. Rules are asked in the order of these constants.
 *
 * @param <T> the type of it
 */
public final class RuleInput<T> {
  /** A page as read, its tables included. */
  public static final RuleInput<CheckedPage> TABLES =
      new RuleInput<>(0, page -> sources(Stream.of(page.parsed().ref())));

  /** A page of which nothing but its observations and claims is looked at. */
  public static final RuleInput<CheckedPage> VALUES =
      new RuleInput<>(1, page -> sources(Stream.of(page.parsed().ref())));

  /** A page beside the text that it was read from. */
  public static final RuleInput<ReadPage> PROOF =
      new RuleInput<>(2, read -> sources(Stream.of(read.page().ref())));

  /** All sightings of a subject. */
  public static final RuleInput<SubjectSightings> SUBJECT =
      new RuleInput<>(3, seen -> sources(seen.sightings().stream().map(Sighting::ref)));

  /** Pages that compare the same subjects. */
  public static final RuleInput<PageGroup> GROUP =
      new RuleInput<>(4, group -> sources(group.pages().stream().map(GroupedPage::ref)));

  /** All names of a run at once. */
  public static final RuleInput<List<NamedSubject>> NAMES = new RuleInput<>(5, names -> Map.of());

  /** All captures of a run that may be the same, at once. */
  public static final RuleInput<List<CaptureRef>> CAPTURES =
      new RuleInput<>(6, captures -> sources(captures.stream()));

  /** When a page was last seen. */
  public static final RuleInput<PageAge> AGE =
      new RuleInput<>(7, page -> sources(Stream.of(page.ref())));

  /** What was believed of a subject over time. */
  public static final RuleInput<SubjectHistory> HISTORY =
      new RuleInput<>(8, history -> sources(history.sightings().stream().map(Sighting::ref)));

  /** A run beside those before it. */
  public static final RuleInput<RunMetrics> RUN =
      new RuleInput<>(9, run -> Map.of("", run.scope()));

  /** A page beside what people have decided of it. */
  public static final RuleInput<DecidedPage> DECISIONS =
      new RuleInput<>(10, decided -> sources(Stream.of(decided.page().ref())));

  private final int order;
  private final Function<T, Map<String, String>> sources;

  private RuleInput(int order, Function<T, Map<String, String>> sources) {
    this.order = order;
    this.sources = sources;
  }

  /**
   * A page together with the text that it was read from.
   *
   * @param page what was read
   * @param text the capture's text, as decoded
   */
  public record ReadPage(ParsedPage page, String text) {}

  /**
   * A page beside what people have decided of it.
   *
   * @param page the page as read
   * @param decisions those on the page, its content or any subject; may be empty
   */
  public record DecidedPage(ParsedPage page, Decisions decisions) {}

  /** A rule of severity info on it. */
  public Rule<T> info(String id, String title, Rule.Check<T> check) {
    return rule(id, title, Severity.INFO, check);
  }

  /** A rule of severity warn on it. */
  public Rule<T> warn(String id, String title, Rule.Check<T> check) {
    return rule(id, title, Severity.WARN, check);
  }

  /** A rule of severity error on it. */
  public Rule<T> error(String id, String title, Rule.Check<T> check) {
    return rule(id, title, Severity.ERROR, check);
  }

  /** A rule of severity fatal on it. */
  public Rule<T> fatal(String id, String title, Rule.Check<T> check) {
    return rule(id, title, Severity.FATAL, check);
  }

  private Rule<T> rule(String id, String title, Severity severity, Rule.Check<T> check) {
    RuleInfo info = new RuleInfo(id, title, severity, List.of());
    return new Rule<>(info, this, catalogue -> true, check);
  }

  /** Its place among the inputs. */
  public int order() {
    return order;
  }

  /** True if observations are enough: neither tables nor the text of a page are needed. */
  public boolean isOfObservations() {
    return order != TABLES.order && order != PROOF.order;
  }

  /** The pages of an input, the one it is mainly about first, and the source that each came by. */
  public Map<String, String> sources(T input) {
    return sources.apply(input);
  }

  private static Map<String, String> sources(Stream<CaptureRef> refs) {
    Map<String, String> sources = new LinkedHashMap<>();
    refs.forEach(ref -> sources.putIfAbsent(ref.page(), ref.source()));
    return sources;
  }
}
