package dev.unglue.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each row of the pages that there are is read, open or kept by name; each value is proven. */
class AccountTest {
  private final Settings settings = ConfigFolder.load(Path.of("config"));
  private final PageCheck check = new PageCheck(settings);

  @Test
  void accountsForTheSamplesAndFixtures() {
    assertHolds(PageCorpus.samples());
    assertHolds(PageCorpus.fixtures());
  }

  @Test
  void accountsForGeneratedPagesOfAllLayouts() {
    assertHolds(PageCorpus.generated(settings.catalogue(), 10));
  }

  @Test
  void accountsForTheSharedPages() {
    List<FuzzInput> shared = PageCorpus.shared();
    assumeTrue(!shared.isEmpty(), "no ../shared/pages: pages of other sites are not at hand");
    assertHolds(shared);
  }

  private void assertHolds(List<FuzzInput> pages) {
    assertThat(pages).isNotEmpty();
    List<String> broken =
        pages.stream()
            .flatMap(page -> check.broken(page).map(rule -> page.name() + ": " + rule).stream())
            .toList();
    assertThat(broken).as("pages and the rule that each breaks").isEmpty();
  }

  @Test
  void knowsARowWhenItSeesOne() {
    RowOracle oracle = new RowOracle(settings.catalogue());
    assertThat(
            List.of(
                oracle.isRow("Average age 42", false),
                oracle.isRow("| Average age | 42 | 46 |", false),
                oracle.isRow("Yearly salary$34,920$43,251", false),
                oracle.isRow("Height 143mm 151mm", true)))
        .containsOnly(true);
    assertThat(
            List.of(
                oracle.isRow("Average age", true),
                oracle.isRow("Average ages of 12", true),
                oracle.isRow("Height 143mm 151mm", false),
                oracle.isRow("Seen in 2020 2021", true),
                oracle.isRow("The average age of all tellers is now 42 46.", true)))
        .containsOnly(false);
    assertThat(oracle.rows(new FuzzInput("", FuzzInput.HTML, "<table><tr hidden><td>a<td>b"), true))
        .isEmpty();
    assertThat(oracle.rows(new FuzzInput("", FuzzInput.HTML, "<table><tr><td>a<td>b"), true))
        .hasSize(1);
    String nested = "<table><tr><td>a<td>b<tr><td>c<td><table><tr><td>d<td>e<tr><td>f<td>g</table>";
    assertThat(oracle.rows(new FuzzInput("", FuzzInput.HTML, nested), true)).hasSize(1);
  }

  @Test
  void makesAPageSmallThatBreaksARule() {
    InputShrinker shrinker = new InputShrinker(text -> text.contains("a") && text.contains("z"));

    assertThat(shrinker.shrink("some words, a few lines\nand a zebra\n")).isEqualTo("az");
    assertThat(check.broken(new FuzzInput("", FuzzInput.TEXT, ""))).isEmpty();
  }
}
