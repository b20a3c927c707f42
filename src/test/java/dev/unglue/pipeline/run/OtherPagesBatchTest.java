package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.subject.Belief;
import dev.unglue.model.subject.PropagationResult;
import dev.unglue.model.subject.UnresolvedCells;
import dev.unglue.model.value.SourceText;
import dev.unglue.normalize.CellForms;
import dev.unglue.reconcile.BeliefPropagation;
import dev.unglue.reconcile.PageTrust;
import dev.unglue.split.Splitter;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.NameShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The batch of the benchmark: every page glued, every subject on four pages, and names that no list
 * holds. Half of each closed list is known; the names of the pages are drawn from the other half.
 */
class OtherPagesBatchTest {
  private static final long SEED = 42;
  private static final int SUBJECTS = 500;

  private final Catalogue whole = TestCatalogue.settings().catalogue();
  private final Catalogue known = half(whole, 0);
  private final Splitter splitter = Splitter.standard(NameShape.of(known));

  /** A row of one page: whose cells, and what they truly are. */
  private record Page(int left, int right, String leftCell, String rightCell) {
    String text() {
      return leftCell + rightCell;
    }
  }

  /** How many rows of a batch ended how. */
  private record Score(int right, int wrong, int open) {}

  private static Catalogue half(Catalogue catalogue, int half) {
    Map<String, List<String>> lists = new LinkedHashMap<>(catalogue.lexicon());
    nameLists(catalogue)
        .values()
        .forEach(list -> lists.computeIfPresent(list, (k, v) -> of(v, half)));
    return new Catalogue(
        catalogue.kind(),
        catalogue.missingMarks(),
        catalogue.attributes(),
        lists,
        catalogue.weights(),
        catalogue.confidence(),
        catalogue.relations());
  }

  private static List<String> of(List<String> names, int half) {
    return names.stream().filter(name -> Math.floorMod(name.hashCode() / 7, 2) == half).toList();
  }

  /** The closed list of each attribute that is a name. */
  private static Map<String, String> nameLists(Catalogue catalogue) {
    Map<String, String> lists = new LinkedHashMap<>();
    for (Attribute attribute : catalogue.attributes().values()) {
      String list = attribute.lexicon();
      if (attribute.type() == CellType.NAME && list != null) {
        lists.put(attribute.id(), list);
      }
    }
    return lists;
  }

  // --- the batch ------------------------------------------------------------------------------

  @Test
  void decidesEveryRowOfABatchInWhichEachSubjectStandsOnFourPages() {
    nameLists(whole)
        .forEach(
            (id, list) -> {
              List<String> names = of(whole.lexicon().getOrDefault(list, List.of()), 1);
              List<Page> pages = pages(names, 0);
              assertThat(score(id, pages)).as(id).isEqualTo(new Score(1000, 0, 0));
            });
  }

  /** Names of real pages; those that a list holds are left out. */
  @Test
  void decidesABatchOfRealNames() throws IOException {
    Path file = Path.of("../shared/pages/real/names.json");
    assumeThat(file).as("real names are not on this machine: " + file).exists();
    JsonNode real = new ObjectMapper().readTree(file.toFile());
    nameLists(whole)
        .forEach(
            (id, list) -> {
              Set<String> listed = Set.copyOf(known.lexicon().getOrDefault(list, List.of()));
              List<String> names = new ArrayList<>();
              real.path(list).forEach(name -> names.add(name.asText()));
              names.removeIf(listed::contains);
              assertThat(score(id, pages(names, 0))).as(id).isEqualTo(new Score(1000, 0, 0));
            });
  }

  @Test
  void neverMakesARowWrongThatItsPageAloneDidNotGetWrong() {
    nameLists(whole)
        .forEach(
            (id, list) -> {
              List<String> names = of(whole.lexicon().getOrDefault(list, List.of()), 1);
              List<Page> pages = pages(names, 0.2);
              assertThat(newlyWrong(id, pages)).as(id).isEmpty();
            });
  }

  /**
   * Two rings through all subjects: each stands on four pages, its side drawn by chance.
   *
   * @param changed share of the cells that hold another name than the subject's other pages
   */
  private static List<Page> pages(List<String> names, double changed) {
    Random random = new Random(SEED);
    List<String> truth = random.ints(SUBJECTS, 0, names.size()).mapToObj(names::get).toList();
    List<Page> pages = new ArrayList<>();
    for (int ring = 0; ring < 2; ring++) {
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < SUBJECTS; i++) {
        order.add(i);
      }
      Collections.shuffle(order, random);
      for (int i = 0; i < SUBJECTS; i++) {
        boolean turned = random.nextBoolean();
        int one = order.get(i);
        int next = order.get((i + 1) % SUBJECTS);
        int left = turned ? next : one;
        int right = turned ? one : next;
        pages.add(
            new Page(
                left,
                right,
                cell(random, names, truth.get(left), changed),
                cell(random, names, truth.get(right), changed)));
      }
    }
    return pages;
  }

  private static String cell(Random random, List<String> names, String truth, double changed) {
    return random.nextDouble() < changed ? names.get(random.nextInt(names.size())) : truth;
  }

  // --- asking ---------------------------------------------------------------------------------

  private Question question(String id, Page page) {
    Attribute attribute = whole.attribute(id).orElseThrow();
    return new Question(
        SourceText.verbatim(page.text(), 0),
        Join.GLUED,
        2,
        List.of(attribute),
        List.of(CellForms.of(attribute, known)),
        known.missingMarks(),
        new Hints(Map.of(), known.names(String.valueOf(attribute.lexicon()))));
  }

  private static Question told(Question alone, List<Belief> beliefs) {
    return new Question(
        alone.text(),
        alone.join(),
        alone.columns(),
        alone.attributes(),
        alone.forms(),
        alone.marks(),
        alone.hints().with(Set.of(), beliefs));
  }

  private List<List<Belief>> beliefs(String id, List<Page> pages) {
    List<UnresolvedCells> rows = new ArrayList<>();
    for (Page page : pages) {
      rows.add(
          new UnresolvedCells(
              Integer.toString(rows.size()),
              page.text(),
              List.of("s" + page.left(), "s" + page.right()),
              splitter.readings(question(id, page)).stream()
                  .map(
                      reading ->
                          new UnresolvedCells.Option(
                              reading.cells().stream().map(Cell::key).toList(), reading.weight()))
                  .toList()));
    }
    return BeliefPropagation.propagate(rows, List.of(), List.of(), PageTrust.of(known.weights()))
        .stream()
        .map(PropagationResult::beliefs)
        .toList();
  }

  private Score score(String id, List<Page> pages) {
    List<List<Belief>> beliefs = beliefs(id, pages);
    int right = 0;
    int open = 0;
    for (int i = 0; i < pages.size(); i++) {
      List<String> cells = cells(told(question(id, pages.get(i)), beliefs.get(i)));
      open += cells.isEmpty() ? 1 : 0;
      right += isRight(cells, pages.get(i)) ? 1 : 0;
    }
    return new Score(right, pages.size() - right - open, open);
  }

  private List<String> newlyWrong(String id, List<Page> pages) {
    List<List<Belief>> beliefs = beliefs(id, pages);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      List<String> alone = cells(question(id, page));
      List<String> together = cells(told(question(id, page), beliefs.get(i)));
      boolean wasWrong = !alone.isEmpty() && !isRight(alone, page);
      if (!together.isEmpty() && !isRight(together, page) && !wasWrong) {
        wrong.add(page.leftCell() + "|" + page.rightCell() + " as " + together);
      }
    }
    return wrong;
  }

  private List<String> cells(Question question) {
    return splitter
        .split(question)
        .match(
            decided -> decided.cells().stream().map(Slice::text).toList(),
            ambiguous -> List.of(),
            few -> List.of(),
            impossible -> List.of());
  }

  private static boolean isRight(List<String> cells, Page page) {
    return cells.equals(List.of(page.leftCell(), page.rightCell()));
  }
}
