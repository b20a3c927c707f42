package dev.unglue.spark;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.PageAge;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
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

  static FlatMapGroupsFunction<String, Row, Row> compared(
      Broadcast<SharedReader> shared, Broadcast<Map<String, String>> names) {
    return (set, rows) -> {
      Map<String, String> known = names.value();
      SparkRows.Pool pool = new SparkRows.Pool();
      List<GroupedPage> grouped = new ArrayList<>();
      rows.forEachRemaining(row -> grouped.add(new BelievedPage(row).grouped(known, pool)));
      if (grouped.size() < 2) {
        return List.<Row>of().iterator();
      }
      grouped.sort(Comparator.comparing(GroupedPage::ref, ORDER));
      return checked(shared, 1, set, RuleInput.GROUP, new PageGroup(grouped));
    };
  }

  static FlatMapGroupsFunction<String, Row, Row> ofOnePayload(Broadcast<SharedReader> shared) {
    return (hash, rows) -> {
      List<CaptureRef> refs = new ArrayList<>();
      rows.forEachRemaining(row -> refs.add(new BelievedPage(row).ref()));
      refs.sort(ORDER);
      return refs.stream().map(CaptureRef::page).distinct().count() < 2
          ? List.<Row>of().iterator()
          : checked(shared, 3, hash, RuleInput.CAPTURES, refs);
    };
  }

  static FlatMapGroupsFunction<String, Row, Row> ofOnePage(
      Broadcast<SharedReader> shared, String nominalTime) {
    return (name, rows) -> {
      BelievedPage latest = new BelievedPage(rows.next());
      while (rows.hasNext()) {
        BelievedPage next = new BelievedPage(rows.next());
        latest = LATEST.compare(next, latest) < 0 ? next : latest;
      }
      PageAge age = new PageAge(latest.ref(), latest.lastSeen(), Instant.parse(nominalTime), null);
      return checked(shared, 4, name, RuleInput.AGE, age);
    };
  }

  private static final Comparator<BelievedPage> LATEST =
      Comparator.comparing(BelievedPage::lastSeen)
          .reversed()
          .thenComparing(page -> page.ref().source())
          .thenComparing(page -> page.ref().rawSha256());

  private static <T> Iterator<Row> checked(
      Broadcast<SharedReader> shared, int place, String about, RuleInput<T> kind, T input) {
    RuleBook rules = shared.value().pages().rules();
    Tally tally = new Tally();
    List<Flag> flags = rules.check(kind, input, tally);
    return List.of(GroupResult.of(place, about, List.of(), flags, NO_NAMES, tally)).iterator();
  }
}
