package dev.unglue.publish.parquet;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.store.sql.Json;
import dev.unglue.text.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one page gave, as rows of the tables; {@link PageRows} reads them back. */
public final class PageTables {
  private static final int FINGERPRINT_DIGITS = 32;

  private PageTables() {}

  /** What a capture is called in the tables. */
  public static String key(CaptureRef ref, String parserVersion) {
    return CaptureKey.of(ref, parserVersion);
  }

  /** Its row of {@code capture}. */
  public static TableRow capture(ParsedPage page, String parserVersion) {
    CaptureRef ref = page.ref();
    return TableRow.of(
        key(ref, parserVersion),
        ref.source(),
        ref.page(),
        ref.url(),
        text(ref.capturedAt()),
        ref.rawSha256(),
        ref.mediaType(),
        ref.rawPath(),
        ref.rawOffset(),
        ref.truncated(),
        page.contentSha256(),
        page.layout(),
        page.kind().id(),
        parserVersion,
        Json.writeUnlessEmpty(page.notes()),
        page.canonical().isEmpty() ? null : page.canonical());
  }

  /** Its rows of {@code comparison}; a profile names its one subject. */
  public static List<TableRow> comparison(String capture, List<Subject> subjects) {
    List<TableRow> rows = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      rows.add(TableRow.of(capture, i + 1L, subjects.get(i).slug(), subjects.get(i).name()));
    }
    return rows;
  }

  /** The row of a cell, by its position from 1. */
  public static TableRow observation(String capture, long position, Observation seen) {
    Subject subject = seen.subject();
    return TableRow.of(
        capture,
        position,
        subject == null ? null : subject.slug(),
        subject == null ? null : subject.name(),
        seen.attribute(),
        seen.member(),
        (long) seen.ordinal(),
        id(seen.section()),
        id(seen.state()),
        number(seen.valueNum()),
        seen.valueText(),
        seen.rawText(),
        (long) seen.span().start(),
        (long) seen.span().end(),
        seen.method(),
        seen.confidence(),
        Json.writeUnlessEmpty(seen.candidates()),
        seen.layout() == null ? null : id(seen.layout()));
  }

  /** The row of a cell that other captures have decided. */
  public static TableRow resolution(String capture, long position, Observation decided) {
    return TableRow.of(
        capture,
        position,
        id(decided.state()),
        number(decided.valueNum()),
        decided.valueText(),
        decided.rawText(),
        (long) decided.span().start(),
        (long) decided.span().end(),
        decided.method(),
        decided.confidence(),
        Json.writeUnlessEmpty(decided.candidates()));
  }

  /** The row of a fact of that subject. */
  public static TableRow fact(Subject subject, Fact fact) {
    return TableRow.of(
        subject.slug(),
        subject.name(),
        fact.attribute(),
        fact.member(),
        (long) fact.ordinal(),
        text(fact.validFrom()),
        text(fact.validTo()),
        number(fact.valueNum()),
        fact.valueText(),
        fact.resolution(),
        (long) fact.support(),
        (long) fact.dissent(),
        fact.confidence());
  }

  /**
   * The row of a flag.
   *
   * @param capture the one that raises it alone; empty where pages raise it together
   */
  public static TableRow flag(String capture, Flag flag) {
    Place first = Place.of(flag, 0);
    Place other = Place.of(flag, 1);
    return TableRow.of(
        capture.isEmpty() ? "pages" : "page",
        capture.isEmpty() ? null : capture,
        flag.rule(),
        flag.severity().id(),
        flag.page(),
        flag.subject().isEmpty() ? null : flag.subject(),
        flag.attribute().isEmpty() ? null : flag.attribute(),
        flag.member(),
        flag.expected(),
        flag.actual(),
        flag.message(),
        first.start(),
        first.end(),
        other.page(),
        other.start(),
        other.end(),
        flag.silenced() ? 1L : 0L,
        Sha256.hex(FlagDecision.keyOf(flag)).substring(0, FINGERPRINT_DIGITS),
        "new");
  }

  private record Place(@Nullable String page, @Nullable Long start, @Nullable Long end) {
    static Place of(Flag flag, int number) {
      return flag.origins().stream()
          .skip(number)
          .findFirst()
          .map(origin -> of(origin.page(), origin.span()))
          .orElse(new Place(null, null, null));
    }

    private static Place of(String page, @Nullable Span span) {
      return span == null
          ? new Place(page, null, null)
          : new Place(page, (long) span.start(), (long) span.end());
    }
  }

  /**
   * The row of what could not be read.
   *
   * @param capture empty where no page could be made of it
   */
  public static TableRow quarantine(String capture, Quarantined unread) {
    Span span = unread.span();
    return TableRow.of(
        capture.isEmpty() ? null : capture,
        unread.page(),
        unread.reason(),
        unread.message(),
        unread.rawText(),
        span == null ? null : (long) span.start(),
        span == null ? null : (long) span.end());
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static @Nullable Double number(@Nullable BigDecimal number) {
    return number == null ? null : number.doubleValue();
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
