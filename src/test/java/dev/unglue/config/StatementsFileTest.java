package dev.unglue.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unglue.config.yaml.ConfigException;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.EntryLine;
import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.field.Template;
import dev.unglue.model.value.Section;
import dev.unglue.text.LowerText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsFileTest {
  private static final String WORDS =
      """
      words:
        articles: [a]
        plus: [more]
        currency: ["$"]
        units: {year: 12}
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeAttributes() throws IOException {
    Files.writeString(
        folder.resolve("attributes.yaml"),
        """
        kind: phone
        missing: ["-"]
        attributes:
          - {id: price_usd, title: Price, type: money, unit: USD, sections: [prose]}
        """);
  }

  private StatementForms read(String statements) throws IOException {
    Files.writeString(folder.resolve("statements.yaml"), statements);
    return ConfigFolder.load(folder).statements();
  }

  private String said(String statements) {
    ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(statements));
    return String.valueOf(e.getMessage()).replace(folder.toString().replace('\\', '/'), "config");
  }

  @Test
  void readsEveryKey() throws IOException {
    StatementForms forms =
        read(
            WORDS
                + """
                titles: ["{n:versus}"]
                profile_titles: ["{n:name}"]
                urls: ["{n:versus}"]
                profile_urls: ["{n:name}"]
                sentences:
                  - id: price
                    on: [comparison, page]
                    section: prose
                    guard: "{a} costs"
                    pattern: "{x:money} {s:sign} than {b}"
                    gives:
                      - {attribute: price_usd, subject: a, value: x, sign: s}
                    rank: {attribute: price_usd, greater: a, lesser: b, sign: s}
                blocks:
                  - id: prices
                    on: [profile]
                    section: page
                    scope: related
                    start: ["prices of {a}"]
                    skip: ["more"]
                    ends: ["end"]
                    entries:
                      - line: item
                        pattern: "{m:text}"
                        next: "{x:money}"
                        gives:
                          - {attribute: price_usd, subject: a, value: x, member: m, ordinal: place}
                        note:
                          - {attribute: price_usd, subject: a, value: line}
                paragraphs:
                  attribute: price_usd
                  section: prose
                  min_length: 9
                  openings: ["{a} is"]
                """);

    assertThat(forms.words().units()).containsEntry("year", 12);
    assertThat(forms.titles()).hasToString("[{n:versus}]");
    assertThat(forms.profileTitles()).hasSize(1);
    assertThat(forms.urls()).hasSize(1);
    assertThat(forms.profileUrls()).hasSize(1);
    assertThat(forms.sentences())
        .singleElement()
        .satisfies(
            form -> {
              assertThat(form.on()).containsExactlyInAnyOrder(Scope.COMPARISON, Scope.PAGE);
              assertThat(form.guard()).hasToString("{a} costs");
              assertThat(form.gives())
                  .containsExactly(new Give("price_usd", "a", "x", "", "s", false));
              assertThat(form.rank())
                  .isEqualTo(new StatementForms.Rank("price_usd", "a", "b", "s"));
            });
    assertThat(forms.blocks())
        .singleElement()
        .satisfies(
            form -> {
              assertThat(form.scope()).isEqualTo(Scope.RELATED);
              assertThat(form.section()).isEqualTo(Section.PAGE);
              assertThat(form.skip()).hasToString("[more]");
              assertThat(form.ends()).hasToString("[end]");
              assertThat(form.entries().get(0).line()).isEqualTo(EntryLine.ITEM);
              assertThat(form.entries().get(0).gives())
                  .containsExactly(new Give("price_usd", "a", "x", "m", "", true));
              assertThat(form.entries().get(0).note()).hasSize(1);
            });
    assertThat(forms.paragraphs()).extracting("minLength").isEqualTo(9);
  }

  @Test
  void readsNothingButTitlesOutsideTablesWithoutTheFile() {
    StatementForms shipped = ConfigFolder.loadDefault().statements();
    StatementForms forms = ConfigFolder.load(folder).statements();

    assertThat(forms.titles()).hasToString(shipped.titles().toString()).isNotEmpty();
    assertThat(forms.introductions()).hasToString(shipped.introductions().toString()).isNotEmpty();
    assertThat(forms.urls()).hasToString(shipped.urls().toString()).isNotEmpty();
    assertThat(forms.words().versus()).isEqualTo(shipped.words().versus());
    assertThat(forms.words().joins()).isEqualTo(shipped.words().joins());
    assertThat(forms.words().articles()).isEqualTo(shipped.words().articles());
    assertThat(forms.profileTitles()).isEmpty();
    assertThat(forms.sentences()).isEmpty();
    assertThat(forms.blocks()).isEmpty();
    assertThat(forms.paragraphs()).isNull();
  }

  @Test
  void takesTheShippedFormsOfTitlesWithWordsOfItsOwn() throws IOException {
    StatementForms forms =
        read("words: {articles: [der], joins: [und], versus: [gegen]}\nurls: []\n");

    assertThat(forms.words().versus()).containsExactly("gegen");
    assertThat(forms.words().joins()).containsExactly("und");
    assertThat(forms.words().articles()).containsExactly("der");
    assertThat(forms.titles().get(0).match(LowerText.of("Rot gegen Blau"), 0, Template.Way.WHOLE))
        .containsExactly(0, 14, 0, 14);
  }

  @Test
  void keepsFormsOfTitlesOfItsOwn() throws IOException {
    StatementForms forms =
        read(WORDS + "urls: [\"{n:versus}\"]\nintroductions: [\"so {n:pair}\"]\n");

    assertThat(forms.titles()).isEmpty();
    assertThat(forms.urls()).hasToString("[{n:versus}]");
    assertThat(forms.introductions()).hasToString("[so {n:pair}]");
  }

  @Test
  void saysWhichKeyOfAFormIsWrong() {
    String start = WORDS + "sentences:\n  - id: s\n    on: [page]\n    section: prose\n";

    assertThat(said(start + "    pattern: \"{x:mony}\"\n    gives: []\n"))
        .isEqualTo(
            """
            config/statements.yaml:7: sentences[0]: expected values under gives, or a rank; found neither
            config/statements.yaml:10: sentences[0].pattern: template "{x:mony}": unknown type "mony" of a placeholder""");
    assertThat(
            said(
                start
                    + "    pattern: \"{x:money}\"\n    gives: [{attribute: price_eur, value: y}]\n"))
        .isEqualTo(
            """
            config/statements.yaml:11: sentences[0].gives[0].value: expected a placeholder of the form (x), found "y"
            config/statements.yaml:11: sentences[0].gives[0].attribute: unknown attribute "price_eur"; did you mean price_usd?""");
    assertThat(said(start + "    patern: x\n"))
        .contains(
            "config/statements.yaml:7: sentences[0].pattern: missing: expected the form of a"
                + " sentence",
            "config/statements.yaml:10: sentences[0].patern: unknown key: expected one of guard,"
                + " pattern, on, id, section, gives, rank; did you mean pattern?");
  }

  @Test
  void saysWhichPlaceholderOfABlockIsWrong() {
    String start = WORDS + "blocks:\n  - id: b\n    on: [page]\n    section: prose\n";

    assertThat(said(start))
        .isEqualTo(
            "config/statements.yaml:7: blocks[0]: expected at least one form of a heading under"
                + " start, found none");
    assertThat(
            said(
                start
                    + "    start: [\"of {a}\"]\n"
                    + "    entries:\n"
                    + "      - line: row\n"
                    + "        gives: [{attribute: price_usd, subject: c, value: line}]\n"))
        .isEqualTo(
            """
            config/statements.yaml:12: blocks[0].entries[0].line: expected one of item, plain, paragraph, found "row"
            config/statements.yaml:13: blocks[0].entries[0].gives[0].subject: expected a placeholder of the form (a), found "c\"""");
    assertThat(
            said(
                start
                    + "    start: [\"of {a}\"]\n"
                    + "    entries: [{line: item, gives: [{attribute: price_usd, value: x}]}]\n"))
        .isEqualTo(
            "config/statements.yaml:11: blocks[0].entries[0].gives[0].value: expected a placeholder"
                + " of the form (none), found \"x\"");
  }

  @Test
  void saysWhichWordsAreWrong() {
    assertThat(said("words: {months: [May], units: {year: x}, rest: []}"))
        .isEqualTo(
            """
            config/statements.yaml:1: words.months: expected 12 names of months, found 1
            config/statements.yaml:1: words.units.year: expected a whole number, found "x"
            config/statements.yaml:1: words.rest: unknown key: expected one of articles, joins, versus, pronouns, plus, minus, currency, months, units, numbers, ranges, at_least, at_most, abbreviations""");
    assertThat(
            said(
                "words: {}\nparagraphs: {attribute: price_usd, section: prose, min_length: 1,"
                    + " openings: [x]}"))
        .isEqualTo("config/statements.yaml:2: paragraphs: expected {a} in the opening \"x\"");
    assertThat(
            said(
                "words: {}\nsentences: [{id: s, on: [page], section: prose, pattern: \"{a} {s:sign}"
                    + " {b}\", rank: {attribute: price_usd, greater: a, lesser: b, sign: s}}]"))
        .isEqualTo(
            "config/statements.yaml:2: sentences[0].rank: expected words under words.plus or"
                + " words.minus, found none");
  }
}
