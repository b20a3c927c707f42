package dev.unglue.serve.page;

import static java.util.stream.Collectors.groupingBy;

import dev.unglue.serve.http.Params;
import dev.unglue.serve.http.RefusedException;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.site.FlagQuery;
import dev.unglue.store.site.FlagSearch;
import dev.unglue.store.site.PublishedFile;
import dev.unglue.store.site.SubjectReader;
import dev.unglue.store.site.SubjectReader.Belief;
import dev.unglue.store.site.SubjectReader.Fact;
import dev.unglue.store.site.SubjectReader.Saying;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a subject.
 *
 * @param subject who it is
 * @param facts what is believed
 * @param paging which of it is shown
 * @param others what pages say of it that nothing is believed of
 * @param neighbours whom pages set beside it
 * @param flags those that stand
 */
public record SubjectPage(
    SubjectReader.Key subject,
    List<Known> facts,
    Paging paging,
    List<Saying> others,
    List<SubjectReader.Neighbour> neighbours,
    List<FlagRow> flags) {
  private static final int MOST_SAYINGS = 12;
  private static final int MOST_OTHERS = 40;
  private static final int MOST_FLAGS = 25;
  private static final int FACTS = 100;

  /** Bounds what a page of a great subject weighs. */
  private static final int MOST_SAYINGS_IN_ALL = 120;

  /**
   * A fact with its proof.
   *
   * @param fact what is believed
   * @param history what was believed, by time
   * @param spark the points of its line; empty where there is none
   * @param sayings what pages say of it, those that are shown
   * @param saying how many do
   */
  public record Known(
      Fact fact, List<Belief> history, String spark, List<Saying> sayings, int saying) {}

  /** The view of the subject of that slug. */
  public static View view(PublishedFile file, String slug, Params asked) {
    SubjectReader reader = new SubjectReader(file);
    SubjectReader.Key subject = subject(reader, slug);
    List<Fact> facts = reader.facts(subject.id());
    Map<String, List<Belief>> beliefs =
        reader.beliefs(subject.id()).stream().collect(groupingBy(Belief::key));
    Map<String, List<Saying>> sayings =
        reader.sayings(subject.id()).stream().collect(groupingBy(Saying::key));
    List<Known> known = new ArrayList<>();
    Map<String, List<Saying>> others = new LinkedHashMap<>(sayings);
    int left = MOST_SAYINGS_IN_ALL;
    int from = asked.number(Paging.FROM, 0, 0, facts.size());
    List<Fact> part = facts.subList(from, Math.min(facts.size(), from + FACTS));
    facts.forEach(fact -> others.remove(fact.key()));
    for (Fact fact : part) {
      List<Saying> all = sayings.getOrDefault(fact.key(), List.of());
      List<Saying> shown = all.stream().limit(Math.min(left, MOST_SAYINGS)).toList();
      left -= shown.size();
      List<Belief> history = beliefs.getOrDefault(fact.key(), List.of());
      known.add(new Known(fact, history, Sparkline.of(history), shown, all.size()));
    }
    List<Saying> open =
        others.values().stream()
            .flatMap(List::stream)
            .filter(saying -> !saying.state().equals("value"))
            .limit(MOST_OTHERS)
            .toList();
    SubjectPage page =
        new SubjectPage(
            subject,
            known,
            Paging.of(
                "/subject/" + Params.encoded(subject.slug()),
                asked,
                from,
                part.size(),
                FACTS,
                facts.size()),
            open,
            reader.neighbours(subject.id()),
            new FlagSearch(file).rows(FlagQuery.ofSubject(slug, MOST_FLAGS)));
    return new View("subject.peb", subject.name(), page, sheet(subject, facts));
  }

  /** The subject of that slug or name; refused where there is none. */
  static SubjectReader.Key subject(SubjectReader reader, String slug) {
    return reader
        .called(slug)
        .orElseThrow(
            () ->
                RefusedException.of(
                    404,
                    "No such subject",
                    "expected the slug or the name of a subject, found \"%.80s\"; search for it above"
                        .formatted(slug)));
  }

  private static Sheet sheet(SubjectReader.Key subject, List<Fact> facts) {
    return new Sheet(
        List.of(
            "subject",
            "attribute",
            "member",
            "ordinal",
            "value",
            "unit",
            "valid_from",
            "resolution",
            "support",
            "dissent",
            "page",
            "raw_start",
            "raw_end"),
        facts.stream()
            .map(
                fact ->
                    List.<Object>of(
                        subject.name(),
                        fact.attribute(),
                        fact.member(),
                        fact.ordinal(),
                        value(fact),
                        fact.unit(),
                        fact.since(),
                        fact.resolution(),
                        fact.support(),
                        fact.dissent(),
                        fact.page(),
                        fact.start(),
                        fact.end()))
            .toList());
  }

  /** A number stays one, whatever it begins with. */
  static Object value(Fact fact) {
    return fact.numeric() ? new BigDecimal(fact.value()) : fact.value();
  }
}
