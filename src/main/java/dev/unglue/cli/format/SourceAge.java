package dev.unglue.cli.format;

import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.cron.Cron;
import dev.unglue.store.row.SourceRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How old the data of a source is.
 *
 * @param name name of the source
 * @param row how it stands in the store; absent where it was never read
 * @param age since its last good run; absent where there was none
 * @param stale true if that is more than its limit, or there is a limit and no age
 * @param next when it is run next; absent where it has no schedule
 */
public record SourceAge(
    String name,
    @Nullable SourceRow row,
    @Nullable Duration age,
    boolean stale,
    @Nullable Instant next) {

  /** Of all sources that were read or are to be read by themselves, by name. */
  public static List<SourceAge> of(List<SourceRow> rows, Settings settings, Instant now) {
    Map<String, Optional<SourceRow>> all = new TreeMap<>();
    settings.enabledSources().stream()
        .filter(source -> source.schedule() != null)
        .forEach(source -> all.put(source.name(), Optional.empty()));
    rows.forEach(row -> all.put(row.source(), Optional.of(row)));
    List<SourceAge> ages = new ArrayList<>();
    all.forEach((name, row) -> ages.add(of(name, row, settings, now)));
    return ages;
  }

  private static SourceAge of(
      String name, Optional<SourceRow> row, Settings settings, Instant now) {
    Duration age =
        row.map(SourceRow::lastGoodAt).map(good -> Duration.between(good, now)).orElse(null);
    boolean stale =
        settings
            .gate()
            .mostAge(name)
            .filter(most -> age == null || age.compareTo(most) > 0)
            .isPresent();
    Optional<Source> planned = settings.source(name).filter(Source::enabled);
    Optional<Instant> next =
        planned.flatMap(
            source ->
                Optional.ofNullable(source.schedule())
                    .flatMap(cron -> Cron.of(cron).next(now, source.zone())));
    return new SourceAge(name, row.orElse(null), age, stale, next.orElse(null));
  }
}
