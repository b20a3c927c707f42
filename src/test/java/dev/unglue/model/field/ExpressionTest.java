package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.field.StatementForms.EntryForm;
import dev.unglue.model.field.Template.Way;
import dev.unglue.text.LowerText;
import dev.unglue.text.RandomText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The twin of each expression is {@link java.util.regex}. */
class ExpressionTest {
  private static final StatementForms FORMS = ConfigFolder.load(Path.of("config")).statements();

  private static final List<String> PIECES =
      List.of(
          "\ue000",
          "\ue001",
          "\uf8ff",
          " ",
          " ",
          " ",
          ", ",
          " and ",
          ". ",
          "a ",
          "The ",
          "s",
          "-",
          "earns",
          "HAS",
          " a salary of ",
          "$43,251",
          "$5k",
          "12%",
          "3.5 %",
          "6-12 months",
          "two",
          " years",
          "at least ",
          "than ",
          "more",
          "lower",
          "to become",
          "becoming",
          "skills for",
          "include",
          "vs",
          " vs. ",
          "difference",
          "differences between ",
          "salary",
          "in 2024",
          "(",
          ")",
          "?",
          ":",
          " | ",
          "what does ",
          " do",
          "Browse ",
          "jobs",
          "January 8, 2025",
          "likely",
          "x",
          "\u00e9",
          "\u017f",
          "\u0130",
          "\u212a",
          "\u03a3",
          "_",
          "7",
          "years",
          "after",
          " ready ",
          "for ",
          " will ",
          "\"",
          "names ",
          "industry",
          "responsibilities");

  private static Stream<Template> templates() {
    List<Template> all = new ArrayList<>();
    Stream.of(FORMS.titles(), FORMS.introductions(), FORMS.profileTitles(), FORMS.urls())
        .forEach(all::addAll);
    FORMS.sentences().forEach(form -> Stream.of(form.guard(), form.pattern()).forEach(all::add));
    for (BlockForm block : FORMS.blocks()) {
      Stream.of(block.starts(), block.skip(), block.ends()).forEach(all::addAll);
      for (EntryForm entry : block.entries()) {
        Stream.of(entry.pattern(), entry.next()).forEach(all::add);
      }
    }
    all.addAll(Objects.requireNonNull(FORMS.paragraphs()).openings());
    return all.stream().filter(Objects::nonNull);
  }

  @Test
  void fitsTheFormsOfTheConfigurationWhereTheirTwinsDo() {
    List<String> texts = RandomText.of(150, 14, PIECES).toList();
    List<Template> templates = templates().toList();

    assertThat(templates).hasSizeGreaterThan(60);
    for (Template template : templates) {
      for (String text : texts) {
        assertSame(template.strict(), text);
        assertSame(template.loose(), text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?:a|ab){0,3}?(?:c|bcd|){1,2}",
        "(?:(?:a|b){1,2}c?){2,3}",
        "(?:a?){0,4}b",
        "(?:a{0,2}|b)*?c",
        "(?<x>a|b)+?(?<y>c{0,2})",
        "(?<x>(?:ab?){1,3})(?<y>b?)c",
        "(?=a.*c)[ab]{1,3}+c|b*+a",
        "(?<!a|bc)b(?!c)",
        "(?<=^|a)b{1,2}?$",
        "\\bab\\b|[^a-c\\d]\\s?",
        "a??b|(?:bc)??c",
        "[a\\-c.]{2,}\\.?",
        "\\Qa.b\\E?c",
        "(?:a|)*b",
        "(a(b|c)?){1,}c",
        "[A-C]+|\\w",
        "(?i)a(?>b|bc)c",
        "(?:ab)?+b",
      })
  void fitsAsTheLanguageOfExpressionsHasIt(String regex) {
    TemplateExpression expression =
        TemplateExpression.of(
            regex,
            List.of("x", "y").stream().filter(name -> regex.contains("<" + name + ">")).toList());
    List<String> pieces =
        List.of("a", "b", "c", "A", "d", ".", " ", "1", "-", "\ud83d\ude00", "\u0301");

    RandomText.of(1_000, 9, pieces).forEach(text -> assertSame(expression, text));
  }

  @Test
  void leavesToOthersWhatItDoesNotKnow() {
    assertThat(templates().filter(template -> !template.strict().isPlain())).isEmpty();
    assertThat(templates().filter(template -> !template.loose().isPlain())).isEmpty();
    assertThat(
            Stream.of("(?i)a", "(?>a)", "\\w", "[a&&b]", "[[a]]", "[A-z]", "(a)\\1", "(?:a)++")
                .filter(regex -> TemplateExpression.of(regex, List.of()).isPlain()))
        .isEmpty();
  }

  @Test
  void triesNoPartTwiceAtAPlace() {
    Template form = Template.of("a{gap}b{gap:99}c{gap:99}d{gap:99}e", FORMS.words());
    LowerText text = LowerText.of("abcd".repeat(25_000));

    assertThat(form.match(text, 0, Way.FIND)).isEmpty();
  }

  private static void assertSame(TemplateExpression expression, String text) {
    LowerText folded = LowerText.of(text);
    for (Way way : Way.values()) {
      assertThat(expression.match(folded, 0, way))
          .as("%s %s", way, text)
          .isEqualTo(expression.matchSlowly(text, 0, way));
    }
    int from = text.length() / 2;
    assertThat(expression.match(folded, from, Way.FIND))
        .isEqualTo(expression.matchSlowly(text, from, Way.FIND));
  }
}
