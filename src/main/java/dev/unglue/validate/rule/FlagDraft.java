package dev.unglue.validate.rule;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Flag.Origin;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.Slice;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A flag while it is being written. It words every message alike: what is wrong, expected and
 * found, where.
 */
public final class FlagDraft {
  /** More places than a sentence bears are counted, not listed. */
  private static final int LISTED = 3;

  private final RuleInfo rule;
  private final String page;
  private final Consumer<Flag> ended;
  private Severity severity;
  private final List<Origin> origins = new ArrayList<>();
  private String subject = "";
  private String attribute = "";
  private String member = "";
  private String expected = "";
  private String actual = "";

  FlagDraft(RuleInfo rule, String page, Consumer<Flag> ended) {
    this.rule = rule;
    this.page = page;
    this.ended = ended;
    this.severity = rule.severity();
  }

  /** Says which cell is meant and that it stands here, on the flag's page. */
  public FlagDraft about(Observation observation) {
    return of(observation).at(observation.span());
  }

  /** Says which subject, attribute and member are meant. */
  public FlagDraft of(Observation observation) {
    subject = observation.slug();
    attribute = observation.attribute();
    member = observation.member();
    return this;
  }

  /** Says that it is only to be counted, though the rule is graver where things are worse. */
  public FlagDraft asInfo() {
    severity = Severity.INFO;
    return this;
  }

  /** Says which subject is meant, by its slug. */
  public FlagDraft subject(String slug) {
    subject = slug;
    return this;
  }

  /** Says which attribute is meant. */
  public FlagDraft attribute(String id) {
    attribute = id;
    return this;
  }

  /** Says which part of the attribute is meant. */
  public FlagDraft member(String part) {
    member = part;
    return this;
  }

  /** What was expected and what was found. */
  public FlagDraft values(String wanted, String found) {
    expected = wanted;
    actual = found;
    return this;
  }

  /** Adds a place on the flag's page; the first is that of the actual value. */
  public FlagDraft at(Span span) {
    origins.add(new Origin(page, span));
    return this;
  }

  /** Adds the places of observations on the flag's page. */
  public FlagDraft at(List<Observation> observations) {
    observations.forEach(each -> at(each.span()));
    return this;
  }

  /** Adds the places of texts on the flag's page. */
  public FlagDraft atTexts(List<Slice> texts) {
    texts.forEach(each -> at(each.span()));
    return this;
  }

  /** Adds the place of an observation on its page. */
  public FlagDraft at(Sighting seen) {
    return at(seen.ref().page(), seen.observation().span());
  }

  /** Adds a place on another page. */
  public FlagDraft at(String otherPage, Span span) {
    origins.add(new Origin(otherPage, span));
    return this;
  }

  /** Adds the whole of the flag's page. */
  public FlagDraft onPage() {
    return onPage(page);
  }

  /** Adds a whole page. */
  public FlagDraft onPage(String wholePage) {
    origins.add(new Origin(wholePage, null));
    return this;
  }

  /** Ends the flag; the message is {@code what: expected X, found "Y", at PLACES}. */
  public Flag because(String what) {
    return because(what, "");
  }

  /** Ends the flag; {@code advice} says what to do. */
  public Flag because(String what, String advice) {
    String where = origins.isEmpty() ? "" : ", at " + places();
    String then = advice.isEmpty() ? "" : "; " + advice;
    Flag flag =
        new Flag(
            rule.id(),
            severity,
            page,
            subject,
            attribute,
            member,
            expected,
            actual,
            what
                + ": expected "
                + Quote.cut(expected)
                + ", found "
                + Quote.of(actual)
                + where
                + then,
            origins,
            false);
    ended.accept(flag);
    return flag;
  }

  private String places() {
    StringBuilder listed = new StringBuilder();
    for (int i = 0; i < Math.min(LISTED, origins.size()); i++) {
      listed.append(i == 0 ? "" : " and ").append(place(origins.get(i)));
    }
    int more = origins.size() - LISTED;
    return listed + (more > 0 ? " and " + more + " more" : "");
  }

  private static String place(Origin origin) {
    Span span = origin.span();
    return span == null
        ? origin.page()
        : origin.page() + "[" + span.start() + ".." + span.end() + "]";
  }
}
