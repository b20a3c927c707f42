package dev.unglue.bench.fault;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.NamePool;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.bench.page.PageGenerator;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.page.Flag;
import dev.unglue.model.value.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Plants every kind of fault in every layout, and looks at as many pages without one. */
public final class FaultBench {
  /** Subjects whose pages make one night. */
  private static final int NIGHT = 6;

  private static final int PAGES_EACH = 4;

  private final Examiner examiner;
  private final NamePool pool;

  /** A bench for the rules as they are by default. */
  public FaultBench(Catalogue catalogue, StatementForms forms) {
    this.examiner = new Examiner(catalogue, forms);
    this.pool = NamePool.bundled(catalogue, name -> true);
  }

  /** All kinds of faults, in the order of the documents. */
  static List<Fault> faults() {
    List<Fault> faults = new ArrayList<>(ShapeFaults.all());
    faults.addAll(ValueFaults.all());
    faults.addAll(CrossFaults.all());
    faults.addAll(DriftFaults.all());
    return faults;
  }

  /**
   * Plants and looks.
   *
   * @param random draws the pages; the same one gives the same result
   */
  public FaultResult run(RandomGenerator random, FaultSize size) {
    List<Comparison> night = new PageGenerator(pool, random).batch(NIGHT, PAGES_EACH);
    List<PageDraft> drafts = night.stream().map(CleanPages::clean).toList();
    List<FaultResult.FaultRow> rows =
        faults().parallelStream().map(fault -> plant(fault, drafts, size)).toList();
    CleanPages clean = CleanPages.of(pool, random, size.cleanPages());
    return new FaultResult(rows, size.cleanPages(), loud(clean));
  }

  private Map<String, Long> loud(CleanPages clean) {
    Map<String, Long> loud = new TreeMap<>();
    examiner.flags(clean.scenario()).stream()
        .filter(flag -> flag.severity().compareTo(Severity.WARN) >= 0)
        .forEach(flag -> loud.merge(flag.rule(), 1L, Long::sum));
    return loud;
  }

  private FaultResult.FaultRow plant(Fault fault, List<PageDraft> drafts, FaultSize size) {
    FaultResult.FaultRow row = FaultResult.FaultRow.of(fault.id(), fault.rule());
    for (Dialect dialect : size.dialects()) {
      if (fault.fits().test(dialect)) {
        int planted = 0;
        for (int i = 0; i < NIGHT && planted < size.each(); i++) {
          var made = fault.plant().apply(specimen(drafts, i, dialect));
          if (made.isPresent()) {
            planted++;
            row = row.plus(judge(fault, made.get()), dialect);
          }
        }
      }
    }
    return row;
  }

  private static Specimen specimen(List<PageDraft> drafts, int left, Dialect dialect) {
    PageDraft draft = drafts.get(left);
    String name = draft.names().get(0);
    List<PageDraft> others =
        drafts.stream()
            .filter(other -> !other.equals(draft) && other.names().contains(name))
            .toList();
    return new Specimen(dialect, draft, others, drafts);
  }

  private FaultResult.FaultOutcome judge(Fault fault, Planted planted) {
    Set<String> before = new HashSet<>();
    examiner.flags(planted.clean()).forEach(flag -> before.add(key(flag)));
    List<Flag> news =
        examiner.flags(planted.faulty()).stream()
            .filter(flag -> !before.contains(key(flag)))
            .toList();
    List<Flag> right = news.stream().filter(flag -> flag.rule().equals(fault.rule())).toList();
    boolean told =
        !right.isEmpty()
            && planted.expected().stream().allMatch(said -> right.stream().anyMatch(said::fits))
            && (planted.expected().isEmpty()
                || right.stream()
                    .allMatch(flag -> planted.expected().stream().anyMatch(e -> e.fits(flag))));
    List<Flag> strange =
        news.stream()
            .filter(flag -> !flag.rule().equals(fault.rule()))
            .filter(flag -> !fault.with().contains(flag.rule()))
            .filter(flag -> flag.severity() != Severity.INFO)
            .toList();
    return new FaultResult.FaultOutcome(
        told,
        strange.isEmpty(),
        (told ? "" : "said: " + right + ", wanted: " + planted.expected())
            + (strange.isEmpty() ? "" : " strange: " + strange));
  }

  private static String key(Flag flag) {
    return String.join(
        "\u001f",
        flag.rule(),
        flag.page(),
        flag.subject(),
        flag.attribute(),
        flag.member(),
        flag.expected(),
        flag.actual());
  }
}
