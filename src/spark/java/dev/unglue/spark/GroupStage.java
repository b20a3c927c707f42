package dev.unglue.spark;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.PageAge;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.value.Subject;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/**
 * What captures say of each other that compare the same subjects, or are of one page or payload.
 */
final class GroupStage {
  private static final Row[] NO_NAMES = {};

  private static final Comparator<CaptureRef> ORDER =
      Comparator.comparing(CaptureRef::page)
          .thenComparing(CaptureRef::source)
          .thenComparing(CaptureRef::rawSha256);

  private GroupStage() {}

  /** The slugs of the compared subjects, sorted; empty for a page that compares none. */
  static MapFunction<Row, String> bySubjects() {
    return row -> {
      List<Subject> subjects = new BelievedPage(row).subjects();
      return subjects.size() < 2
          ? ""
          : subjects.stream()
              .map(Subject::slug)
              .distinct()
              .sorted()
              .collect(Collectors.joining(" "));
    };
  }

  static FlatMapGroupsFunction<String, Row, Row> compared(
      Broadcast<SharedReader> shared, Broadcast<Map<String, String>> names) {
    return (set, rows) -> {
      List<BelievedPage> pages = pages(rows);
      if (set.isEmpty() || pages.size() < 2) {
        return List.<Row>of().iterator();
      }
      Map<String, String> known = names.value();
      List<GroupedPage> grouped = new ArrayList<>();
      for (BelievedPage page : pages) {
        List<Subject> subjects =
            page.subjects().stream().map(each -> BelievedPage.named(each, known)).toList();
        grouped.add(new GroupedPage(page.ref(), subjects, page.observations(known)));
      }
      return checked(shared, 1, set, RuleInput.GROUP, new PageGroup(grouped));
    };
  }

  static FlatMapGroupsFunction<String, Row, Row> ofOnePayload(Broadcast<SharedReader> shared) {
    return (hash, rows) -> {
      List<CaptureRef> refs = pages(rows).stream().map(BelievedPage::ref).toList();
      return refs.stream().map(CaptureRef::page).distinct().count() < 2
          ? List.<Row>of().iterator()
          : checked(shared, 3, hash, RuleInput.CAPTURES, refs);
    };
  }

  static FlatMapGroupsFunction<String, Row, Row> ofOnePage(
      Broadcast<SharedReader> shared, String nominalTime) {
    return (name, rows) -> {
      BelievedPage latest =
          pages(rows).stream()
              .min(
                  Comparator.comparing(BelievedPage::lastSeen)
                      .reversed()
                      .thenComparing(page -> page.ref().source())
                      .thenComparing(page -> page.ref().rawSha256()))
              .orElseThrow();
      PageAge age = new PageAge(latest.ref(), latest.lastSeen(), Instant.parse(nominalTime), null);
      return checked(shared, 4, name, RuleInput.AGE, age);
    };
  }

  private static List<BelievedPage> pages(Iterator<Row> rows) {
    List<BelievedPage> pages = new ArrayList<>();
    rows.forEachRemaining(row -> pages.add(new BelievedPage(row)));
    pages.sort(Comparator.comparing(BelievedPage::ref, ORDER));
    return pages;
  }

  private static <T> Iterator<Row> checked(
      Broadcast<SharedReader> shared, int place, String about, RuleInput<T> kind, T input) {
    RuleBook rules = shared.value().pages().rules();
    Tally tally = new Tally();
    List<Flag> flags = rules.check(kind, input, tally);
    return List.of(GroupResult.of(place, about, List.of(), flags, NO_NAMES, tally)).iterator();
  }
}
