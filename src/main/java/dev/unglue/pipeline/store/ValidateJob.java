package dev.unglue.pipeline.store;

import dev.unglue.config.Settings;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.NamedSubject;
import dev.unglue.model.subject.PageAge;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectHistory;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.parse.RuleConfig;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.publish.ObservationCsvReader;
import dev.unglue.publish.PageObservations;
import dev.unglue.publish.StoredPageReader;
import dev.unglue.resolve.FactResolver;
import dev.unglue.store.WorkStore;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks the rules of observations that somebody has stored or published; loads nothing. */
public final class ValidateJob {
  private static final Comparator<Flag> ORDER =
      Comparator.comparing(Flag::severity)
          .reversed()
          .thenComparing(Flag::rule)
          .thenComparing(Flag::page)
          .thenComparing(Flag::subject)
          .thenComparing(Flag::attribute)
          .thenComparing(Flag::member)
          .thenComparing(Flag::expected)
          .thenComparing(Flag::actual);

  private final Catalogue catalogue;
  private final RuleBook rules;
  private final FactResolver resolver;
  private final Instant now;
  private final Tally tally = new Tally();
  private final List<Flag> flags = new ArrayList<>();

  private ValidateJob(Settings settings, Instant now) {
    this.rules =
        RuleBook.ofObservations(
            settings.catalogue(),
            RuleConfig.of(settings),
            settings.decisions().flags(),
            RuleConfig.expectations(settings));
    this.catalogue = settings.catalogue();
    this.resolver = new FactResolver(catalogue);
    this.now = now;
  }

  /**
   * What the rules say.
   *
   * @param flags those not silenced, the worst first
   * @param pages captures that were looked at
   * @param observations cells that were looked at
   * @param evaluated rules that could compare something
   * @param idle rules that could not
   */
  public record Report(List<Flag> flags, long pages, long observations, long evaluated, long idle) {
    /** Copies the flags. */
    public Report {
      flags = List.copyOf(flags);
    }
  }

  /**
   * Looks at a file or at the store.
   *
   * @param file a database, a CSV or a folder of CSVs; absent: the work store
   * @param out the folder of the results
   * @param now the time of asking
   * @throws JobException if nothing is there
   * @throws dev.unglue.store.sql.StoreException if a file is not of our schema, with its line
   */
  public static Report validate(Settings settings, Optional<Path> file, Path out, Instant now) {
    ValidateJob job = new ValidateJob(settings, now);
    return job.check(
        file.map(job::pages).orElseGet(() -> StoreReading.ask(out, StoredPageReader::of)));
  }

  // --- what is looked at ----------------------------------------------------------------------

  private List<PageObservations> pages(Path file) {
    if (Files.isDirectory(file)) {
      return ofFolder(file);
    }
    if (!Files.isRegularFile(file)) {
      throw JobException.usage(
          "expected a database, a CSV or a folder of CSVs, found none, at " + file);
    }
    if (String.valueOf(file.getFileName()).endsWith(".csv")) {
      return csv(file);
    }
    try (WorkStore store = WorkStore.openFile(file)) {
      return StoredPageReader.of(store);
    }
  }

  /** Of an exported folder the observations; facts follow from them. */
  private List<PageObservations> ofFolder(Path folder) {
    for (String name : List.of("observations.csv", "facts.csv")) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return csv(folder.resolve(name));
      }
    }
    throw JobException.usage("expected observations.csv or facts.csv, found neither, at " + folder);
  }

  private List<PageObservations> csv(Path file) {
    Set<String> known = new HashSet<>(catalogue.attributes().keySet());
    known.add(Observation.UNMAPPED);
    return ObservationCsvReader.read(file, known, now);
  }

  // --- what is said of it ---------------------------------------------------------------------

  private Report check(List<PageObservations> pages) {
    for (PageObservations page : pages) {
      flags.addAll(rules.checkPage(parsed(page), tally));
      if (page.ref().capturedAt() != null) {
        flags.addAll(
            rules.check(RuleInput.AGE, new PageAge(page.ref(), page.seenAt(), now, null), tally));
      }
    }
    bySubject(pages).forEach(this::checkSubject);
    groups(pages).forEach(group -> flags.addAll(rules.check(RuleInput.GROUP, group, tally)));
    flags.addAll(rules.check(RuleInput.NAMES, names(pages), tally));
    duplicates(pages).forEach(same -> flags.addAll(rules.check(RuleInput.CAPTURES, same, tally)));
    List<Flag> shown =
        flags.stream().filter(flag -> !flag.silenced()).sorted(ORDER).distinct().toList();
    long cells = pages.stream().mapToLong(page -> page.observations().size()).sum();
    long evaluated = tally.counts().values().stream().filter(c -> c.evaluated() > 0).count();
    return new Report(shown, pages.size(), cells, evaluated, RuleBook.idle(tally));
  }

  private void checkSubject(Subject subject, List<Sighting> seen) {
    flags.addAll(rules.check(RuleInput.SUBJECT, new SubjectSightings(subject, seen), tally));
    flags.addAll(
        rules.check(
            RuleInput.HISTORY,
            new SubjectHistory(subject, seen, resolver.resolve(subject, seen)),
            tally));
  }

  /** How many subjects have a column; sentences of a profile name others, too. */
  private static long inTables(PageObservations page) {
    return page.observations().stream()
        .filter(Observation::inTable)
        .map(Observation::slug)
        .filter(slug -> !slug.isEmpty())
        .distinct()
        .count();
  }

  private static ParsedPage parsed(PageObservations page) {
    return new ParsedPage(
        page.ref(),
        inTables(page) > 1 ? PageKind.COMPARISON : PageKind.PROFILE,
        "mixed",
        page.subjects(),
        List.of(),
        page.observations(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  /** By slug; of several spellings of a name the first stands for them. */
  private static Map<Subject, List<Sighting>> bySubject(List<PageObservations> pages) {
    Map<Subject, List<Sighting>> seen = new TreeMap<>(Comparator.comparing(Subject::slug));
    for (PageObservations page : pages) {
      for (Observation cell : page.observations()) {
        Subject subject = cell.subject();
        if (subject != null) {
          seen.computeIfAbsent(subject, first -> new ArrayList<>())
              .add(new Sighting(page.ref(), page.seenAt(), cell, "", ""));
        }
      }
    }
    return seen;
  }

  private static List<PageGroup> groups(List<PageObservations> pages) {
    return pages.stream()
        .filter(page -> page.subjects().size() > 1)
        .collect(Collectors.groupingBy(ValidateJob::slugs, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(same -> same.size() > 1)
        .map(same -> new PageGroup(same.stream().map(ValidateJob::grouped).toList()))
        .toList();
  }

  private static String slugs(PageObservations page) {
    return page.subjects().stream().map(Subject::slug).sorted().collect(Collectors.joining(" "));
  }

  private static GroupedPage grouped(PageObservations page) {
    return new GroupedPage(page.ref(), page.subjects(), page.observations());
  }

  private static List<NamedSubject> names(List<PageObservations> pages) {
    Map<Subject, NamedSubject> names = new LinkedHashMap<>();
    for (PageObservations page : pages) {
      page.subjects().forEach(s -> names.putIfAbsent(s, new NamedSubject(page.ref().page(), s)));
    }
    return names.values().stream()
        .sorted(
            Comparator.comparing((NamedSubject each) -> each.subject().slug())
                .thenComparing(each -> each.subject().name()))
        .toList();
  }

  private List<List<CaptureRef>> duplicates(List<PageObservations> pages) {
    Map<String, List<CaptureRef>> byBytes =
        pages.stream()
            .map(PageObservations::ref)
            .filter(ref -> !ref.rawSha256().isEmpty())
            .collect(
                Collectors.groupingBy(CaptureRef::rawSha256, TreeMap::new, Collectors.toList()));
    tally.compared("duplicate_capture", byBytes.size() > 1 ? byBytes.size() : 0);
    return byBytes.values().stream()
        .filter(all -> all.stream().map(CaptureRef::page).distinct().count() > 1)
        .toList();
  }
}
