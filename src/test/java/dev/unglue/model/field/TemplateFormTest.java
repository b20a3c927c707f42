package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.field.Template.Way;
import dev.unglue.text.LowerText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFormTest {
  private static final Words WORDS =
      new Words(
          List.of("a", "an", "the"),
          List.of("and"),
          List.of("vs"),
          List.of("they"),
          List.of("more"),
          List.of("less"),
          List.of("$"),
          List.of("January", "February"),
          Map.of("month", 1, "months", 1, "year", 12, "years", 12),
          Map.of("two", 2),
          List.of("to"),
          List.of("at least"),
          List.of(),
          List.of());

  /** Two mentions of subjects. */
  private static final String A = "\ue000";

  private static final String B = "\ue001";

  @Test
  void namesItsPlaceholdersInTheirOrder() {
    Template template = Template.of("{a} earns {x:money}{gap} than {bs:subjects}{gap:30}", WORDS);

    assertThat(template.slots())
        .isEqualTo(
            Map.of(
                "a",
                Template.Type.SUBJECT,
                "x",
                Template.Type.MONEY,
                "bs",
                Template.Type.SUBJECTS));
    assertThat(template.slots().keySet()).containsExactly("a", "x", "bs");
    assertThat(template).hasToString("{a} earns {x:money}{gap} than {bs:subjects}{gap:30}");
    assertThat(template.text()).isEqualTo(template.toString());
  }

  @Test
  void knowsWhetherItNeedsASubject() {
    assertThat(Template.of("{a} earns", WORDS).needsSubject()).isTrue();
    assertThat(Template.of("{all:subjects} earn", WORDS).needsSubject()).isTrue();
    assertThat(Template.of("updated {d:date}", WORDS).needsSubject()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{x:money}; $43,251; $43,251",
        "{x:money}; $43,25; ",
        "{x:percent}; -3.5 %; -3.5 %",
        "{x:count}; 1,200; 1,200",
        "{x:duration}; 6-12 months; 6-12 months",
        "{x:duration}; at least two years; at least two years",
        "{x:duration}; 6 to 12 months; 6 to 12 months",
        "{x:date}; Jan. 8, 2025; Jan. 8, 2025",
        "{x:date}; 2025-01-08; 2025-01-08",
        "{x:sign}; more; more",
        "{x:sign}; same; ",
        "{x:list}; sales, cash and tact; sales, cash and tact",
        "{x:versus}; Teller vs Clerk; Teller vs Clerk",
        "{x:versus}; Teller and Clerk; ",
        "{x:pair}; Teller and Clerk; Teller and Clerk",
        "{x:name}; Node.js; Node.js",
        "{x:name}; one. two; ",
        "{x:text}; one. two; one. two",
        "{x:new}; Teller; Teller",
        "a{2}{x:count}; aa7; 7",
      })
  void matchesWhatItsPlaceholdersStandFor(String template, String text, String found) {
    int[] places = Template.of(template, WORDS).match(LowerText.of(text), 0, Way.WHOLE);

    assertThat(places.length == 0 ? null : text.substring(places[2], places[3])).isEqualTo(found);
  }

  @Test
  void matchesMentionsWithTheirArticles() {
    Template template = Template.of("{a} earns more than {bs:subjects}", WORDS);
    LowerText text = LowerText.of("The " + A + " earns more than a " + B + " and " + A);

    assertThat(template.match(text, 0, Way.WHOLE)).containsExactly(0, 31, 4, 5, 22, 31);
    assertThat(text.original().substring(22, 31)).isEqualTo("a " + B + " and " + A);
  }

  @Test
  void matchesAnyShortTextWhereItIsLoose() {
    Template template = Template.of("{a} earns", WORDS);

    LowerText text = LowerText.of("a clerk earns");
    assertThat(template.match(text, 0, Way.WHOLE)).isEmpty();
    assertThat(template.matchLoosely(text, Way.WHOLE)).containsExactly(0, 13, 2, 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{a:colour}; template \"{a:colour}\": unknown type \"colour\" of a placeholder",
        "{a} {a}; template \"{a} {a}\": expected each name once, found \"a\" twice",
        "{gap:0}; template \"{gap:0}\": expected a gap of 1 to 999 characters, found \"0\"",
        "{gap:1000}; template \"{gap:1000}\": expected a gap of 1 to 999 characters, found \"1000\"",
        "(x; template \"(x\": expected a regular expression, found Unclosed group",
      })
  void saysWhatIsWrong(String template, String message) {
    assertThatThrownBy(() -> Template.of(template, WORDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
