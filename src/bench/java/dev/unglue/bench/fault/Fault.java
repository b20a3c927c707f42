package dev.unglue.bench.fault;

import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.PageDraft;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One kind of fault.
 *
 * @param id name of the kind, for people
 * @param rule id of the rule that is to speak
 * @param with ids of rules that cannot but speak too, for the fault is one of theirs as well
 * @param fits in which dialects the fault can be made
 * @param plant plants it; absent where the specimen does not suit
 */
record Fault(
    String id,
    String rule,
    Set<String> with,
    Predicate<Dialect> fits,
    Function<Specimen, Optional<Planted>> plant) {
  Fault {
    with = Set.copyOf(with);
  }

  static final Predicate<Dialect> EVERY = EnumSet.allOf(Dialect.class)::contains;
  static final Predicate<Dialect> APART = Dialect::keepsCellsApart;

  /** What became of a page, and what is to be said of it. */
  record ChangedPage(PageDraft draft, List<Expected> expected) {
    static Optional<ChangedPage> to(PageDraft draft, Expected... expected) {
      return Optional.of(new ChangedPage(draft, List.of(expected)));
    }
  }

  /** A fault of one page by itself. */
  static Fault page(
      String id,
      String rule,
      Predicate<Dialect> fits,
      Function<Specimen, Optional<ChangedPage>> change) {
    return new Fault(
        id,
        rule,
        Set.of(),
        fits,
        specimen ->
            change
                .apply(specimen)
                .map(
                    made ->
                        new Planted(
                            Scenario.of(specimen.page()),
                            Scenario.of(specimen.page(made.draft())),
                            made.expected())));
  }

  /** A fault of one cell, which prints something else wherever its label stands. */
  static Fault cell(
      String id, String rule, Predicate<Dialect> fits, String label, String cell, Expected said) {
    return page(
        id,
        rule,
        fits,
        s ->
            ChangedPage.to(
                s.draft().withCell(label, 0, cell),
                new Expected(s.slug(0), said.attribute(), said.expected(), said.actual())));
  }

  /** The same fault, with which other rules speak too. */
  Fault beside(String... others) {
    return new Fault(id, rule, Set.of(others), fits, plant);
  }
}
