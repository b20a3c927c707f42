package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.text.Captures;
import dev.unglue.model.page.PageText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleReaderTest {
  private static final TitleReader READER = new TitleReader(Reading.FORMS);

  private static List<String> names(String text, String url) {
    PageText page = Captures.lines(Captures.plain(text));
    return READER.names(page, Optional.of(url).filter(address -> !address.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cook vs baker|Cook;baker",
        "Cook vs. Baker|Cook;Baker",
        "Cook VERSUS Baker|Cook;Baker",
        "# Cook vs Baker vs Grocer|Cook;Baker;Grocer",
        "Cook vs Baker: What's the Difference?|Cook;Baker",
        "Cook vs Baker - Example Site|Cook;Baker",
        "Cook vs Baker salary|Cook;Baker",
        "Cook vs Director of Education|Cook;Director of Education",
        "Loss mitigation specialist vs collections, customer service skills|Loss mitigation"
            + " specialist;collections, customer service",
        "Differences between a cook and a baker|cook;baker",
        "What is the difference between Cook and Baker?|Cook;Baker",
        "Differences between cook and baker duties and responsibilities|cook;baker",
        "What does a Cook do?|Cook",
        "What do cooks do - Example Site|cooks",
      })
  void readsTheNamesInATitle(String title, String names) {
    assertThat(names(title, "")).containsExactly(names.split(";", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cooks and bakers",
        "- Cook vs Baker",
        "When it is cook vs baker, the cook wins most of the time.",
        "Differences between cook and research and development manager",
        "Cook vs  vs Baker",
        "vs",
      })
  void readsNoNamesWhereThereAreNone(String title) {
    assertThat(names(title, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.org/cook-jobs/cook-vs-prep-cook-differences|cook;prep cook",
        "https://example.org/compare/cook-vs-baker|cook;baker",
        "https://example.org/cook_versus_baker.html?x=a-vs-b#top|cook;baker",
        "https://example.org/cook-vs-baker/|cook;baker",
        "https://example.org/cook-vs-baker/salary|cook;baker",
        "/difference-between-cook-and-baker|cook;baker",
        "https://example.org/what-does-a-cook-do/|cook",
        "https://a-vs-b.example.org/about|",
        "|",
      })
  void readsTheNamesInAUrl(String url, String names) {
    assertThat(names("", url == null ? "" : url))
        .isEqualTo(names == null ? List.of() : List.of(names.split(";", -1)));
  }

  @Test
  void prefersTheSpellingOfATitleThatTheUrlConfirms() {
    String page = "Baker vs Grocer\nBaker vs Grocer\nCOOK vs Baker";

    assertThat(names(page, "https://example.org/cook-vs-baker")).containsExactly("COOK", "Baker");
    assertThat(names(page, "https://example.org/x-vs-y")).containsExactly("Baker", "Grocer");
    assertThat(names(page, "")).containsExactly("Baker", "Grocer");
  }

  @Test
  void tellsAProfileFromAComparison() {
    String profile = "What does a Cook do?\nCook vs. Baker\nCook vs. Grocer";
    String comparison = "Cook vs baker\nWhat does a cook do?\nWhat does a baker do?";
    String untitled = "What does a cook do?\nWhat does a baker do?\nWhat does a cook do?";

    assertThat(names(profile, "")).containsExactly("Cook");
    assertThat(names(comparison, "")).containsExactly("Cook", "baker");
    assertThat(names(untitled, "")).containsExactly("cook", "baker");
    assertThat(names("Cook vs baker\nWhat does a cook do?", "")).containsExactly("Cook", "baker");
  }

  @Test
  void readsTheTitleOfAnHtmlPage() {
    PageText page =
        Reading.html("<title>Cook vs Baker | Example</title><h1>Cook&nbsp;vs Baker</h1>");

    assertThat(READER.names(page, Optional.empty())).containsExactly("Cook", "Baker");
  }
}
