package dev.unglue.bench.fault;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.run.RunMetrics;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.subject.NamedSubject;
import dev.unglue.model.subject.PageAge;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectHistory;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Subject;
import dev.unglue.page.PageParser;
import dev.unglue.resolve.FactResolver;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Rules;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.RuleInput.ReadPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Reads pages and asks every rule of the catalogue, as a run does, without a store. */
final class Examiner {
  private static final String SOURCE = "bench";

  private final PageParser parser;
  private final FactResolver resolver;
  private final RuleBook rules;

  /** The pages of good nights, which every fault of a night is compared with. */
  private final Map<FaultPage, ExaminedPage> known = new ConcurrentHashMap<>();

  Examiner(Catalogue catalogue, StatementForms forms) {
    this.parser = new PageParser(catalogue, forms);
    this.resolver = new FactResolver(catalogue);
    this.rules = new RuleBook(catalogue, Rules.defaults(), List.of(), List.of());
  }

  private record ExaminedPage(FaultPage page, ParsedPage parsed) {
    CaptureRef ref() {
      return parsed.ref();
    }
  }

  /** All that the rules say of a run. */
  List<Flag> flags(Scenario scenario) {
    Tally tally = new Tally();
    List<ExaminedPage> read = scenario.pages().parallelStream().map(this::read).toList();
    List<Flag> flags = new ArrayList<>();
    for (ExaminedPage each : read) {
      flags.addAll(rules.checkPage(each.parsed(), tally));
      flags.addAll(
          rules.check(RuleInput.PROOF, new ReadPage(each.parsed(), each.page().stored()), tally));
      flags.addAll(rules.checkDecisions(each.parsed(), scenario.decided().on(each.ref()), tally));
      flags.addAll(
          rules.check(
              RuleInput.AGE,
              new PageAge(each.ref(), each.page().seenAt(), scenario.now(), each.page().goneAt()),
              tally));
    }
    bySubject(read).forEach((subject, seen) -> flags.addAll(ofSubject(subject, seen, tally)));
    groups(read).forEach(group -> flags.addAll(rules.check(RuleInput.GROUP, group, tally)));
    flags.addAll(rules.check(RuleInput.NAMES, names(read), tally));
    flags.addAll(
        rules.check(RuleInput.CAPTURES, read.stream().map(ExaminedPage::ref).toList(), tally));
    if (!scenario.before().isEmpty()) {
      flags.addAll(rules.check(RuleInput.RUN, metrics(scenario, read), tally));
    }
    return flags;
  }

  /** Many faults are planted on the same pages. */
  private ExaminedPage remembered(FaultPage page) {
    return known.computeIfAbsent(page, key -> new ExaminedPage(key, parser.parse(key.capture())));
  }

  private ExaminedPage read(FaultPage page) {
    ExaminedPage before = known.get(page);
    return before == null ? new ExaminedPage(page, parser.parse(page.capture())) : before;
  }

  private static Map<Subject, List<Sighting>> bySubject(List<ExaminedPage> read) {
    Map<String, Subject> subjects = new TreeMap<>();
    Map<String, List<Sighting>> seen = new TreeMap<>();
    for (ExaminedPage each : read) {
      for (Observation said : each.parsed().observations()) {
        Subject subject = said.subject();
        if (subject != null) {
          subjects.putIfAbsent(subject.slug(), subject);
          seen.computeIfAbsent(subject.slug(), slug -> new ArrayList<>())
              .add(new Sighting(each.ref(), each.page().seenAt(), said, "", ""));
        }
      }
    }
    Map<Subject, List<Sighting>> bySubject = new LinkedHashMap<>();
    subjects.forEach((slug, subject) -> bySubject.put(subject, seen.getOrDefault(slug, List.of())));
    return bySubject;
  }

  private List<Flag> ofSubject(Subject subject, List<Sighting> seen, Tally tally) {
    List<Fact> facts = resolver.resolve(subject, seen);
    List<Flag> flags =
        new ArrayList<>(rules.check(RuleInput.SUBJECT, new SubjectSightings(subject, seen), tally));
    flags.addAll(rules.check(RuleInput.HISTORY, new SubjectHistory(subject, seen, facts), tally));
    return flags;
  }

  private static List<PageGroup> groups(List<ExaminedPage> read) {
    Map<String, List<GroupedPage>> groups = new TreeMap<>();
    for (ExaminedPage each : read) {
      List<Subject> subjects = each.parsed().subjects();
      if (subjects.size() > 1) {
        String set = subjects.stream().map(Subject::slug).sorted().collect(Collectors.joining(" "));
        groups
            .computeIfAbsent(set, key -> new ArrayList<>())
            .add(new GroupedPage(each.ref(), subjects, each.parsed().observations()));
      }
    }
    return groups.values().stream().filter(all -> all.size() > 1).map(PageGroup::new).toList();
  }

  private static List<NamedSubject> names(List<ExaminedPage> read) {
    return read.stream()
        .flatMap(
            each ->
                each.parsed().subjects().stream()
                    .map(subject -> new NamedSubject(each.ref().page(), subject)))
        .collect(Collectors.toMap(NamedSubject::subject, named -> named, (a, b) -> a))
        .values()
        .stream()
        .toList();
  }

  private RunMetrics metrics(Scenario scenario, List<ExaminedPage> read) {
    return new RunMetrics(
        SOURCE,
        PageMetrics.of(SOURCE, read.stream().map(ExaminedPage::parsed).toList()),
        scenario.before().stream()
            .map(
                night ->
                    PageMetrics.of(
                        SOURCE,
                        night.parallelStream().map(page -> remembered(page).parsed()).toList()))
            .toList());
  }
}
