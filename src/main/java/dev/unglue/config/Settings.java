package dev.unglue.config;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.page.Decisions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A whole configuration, checked.
 *
 * @param origin where it comes from: the folder as given, or {@code (built-in)}
 * @param catalogue the attributes and the closed lists of names
 * @param statements how the pages speak
 * @param rules what is set of rules, by rule id, in the order of the file
 * @param expectations the user's own rules, in the order of the file
 * @param sources by name, sorted
 * @param gate when a run is not published
 * @param fetch what holds for the fetch of a run
 * @param alerts who is told of what
 * @param decisions what people have decided
 * @param brokenSources those whose files cannot be used, by name
 * @param configSha256 hash over name and bytes of every file read, 64 hex digits; the same for the
 *     same files wherever they lie
 */
public record Settings(
    String origin,
    Catalogue catalogue,
    StatementForms statements,
    Map<String, RuleEntry> rules,
    List<ExpectationEntry> expectations,
    Map<String, Source> sources,
    GateLimits gate,
    FetchSettings fetch,
    AlertSettings alerts,
    Decisions decisions,
    Map<String, BrokenSource> brokenSources,
    String configSha256) {
  /** Copies the collections, keeping their order. */
  public Settings {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    expectations = List.copyOf(expectations);
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    brokenSources = Collections.unmodifiableMap(new TreeMap<>(brokenSources));
  }

  /** The same where other things were decided. */
  public Settings with(Decisions decided) {
    return new Settings(
        origin,
        catalogue,
        statements,
        rules,
        expectations,
        sources,
        gate,
        fetch,
        alerts,
        decided,
        brokenSources,
        configSha256);
  }

  /** The source of that name. */
  public Optional<Source> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** The names of the sources that are switched on, also of those that are broken; sorted. */
  public List<String> enabledNames() {
    Stream<String> broken =
        brokenSources.entrySet().stream()
            .filter(source -> source.getValue().enabled())
            .map(Map.Entry::getKey);
    return Stream.concat(enabledSources().stream().map(Source::name), broken).sorted().toList();
  }

  /** The sources that are switched on, by name. */
  public List<Source> enabledSources() {
    return sources.values().stream().filter(Source::enabled).toList();
  }
}
