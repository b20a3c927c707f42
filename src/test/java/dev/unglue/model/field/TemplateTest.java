package dev.unglue.model.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.field.Template.Way;
import dev.unglue.text.LowerText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Words WORDS =
      new Words(
          List.of("a", "an"),
          List.of("and"),
          List.of("vs"),
          List.of("they"),
          List.of("more"),
          List.of("less"),
          List.of("$"),
          List.of("May"),
          Map.of("year", 12),
          Map.of("two", 2),
          List.of("to"),
          List.of("at least"),
          List.of("up to"),
          List.of());

  private static Template of(String text) {
    return Template.of(text, WORDS);
  }

  @Test
  void knowsItsPlaceholders() {
    Template template = of("{a} earns{gap} {x:money}(?: {2}x{1,3})?");

    assertThat(template.slots())
        .containsExactly(
            Map.entry("a", Template.Type.SUBJECT), Map.entry("x", Template.Type.MONEY));
    assertThat(template.needsSubject()).isTrue();
    assertThat(template).hasToString("{a} earns{gap} {x:money}(?: {2}x{1,3})?");
    assertThat(of("{c:name} jobs").needsSubject()).isFalse();
    assertThat(of("{c:subjects} jobs").needsSubject()).isTrue();
  }

  @Test
  void knowsWhatATextMustHold() {
    Template template = of("{a} (?:earns|gets) the sums? of {x:money}");

    assertThat(template.canFit(LowerText.of("\ue000 earns the sum of $5"))).isTrue();
    assertThat(template.canFit(LowerText.of("\ue000 earns the sum of 5"))).isFalse();
    assertThat(template.canFit(LowerText.of("\ue000 earns $5"))).isFalse();
    assertThat(of("one|two").canFit(LowerText.of(""))).isTrue();
    assertThat(of("ab?").canFit(LowerText.of(""))).isTrue();
    assertThat(of("abcd?").canFit(LowerText.of("abc"))).isTrue();
    assertThat(
            of("{s:sign} {p:percent} {d:duration} {n:versus}")
                .canFit(LowerText.of("less 5% year vs")))
        .isTrue();
    assertThat(of("{n:pair}").canFit(LowerText.of("a or b"))).isFalse();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> of("{a} {a}"))
        .hasMessage("template \"{a} {a}\": expected each name once, found \"a\" twice");
    assertThatThrownBy(() -> of("{a:sum}"))
        .hasMessage("template \"{a:sum}\": unknown type \"sum\" of a placeholder");
    assertThatThrownBy(() -> of("{gap:x1}"))
        .hasMessage("template \"{gap:x1}\": expected a gap of 1 to 999 characters, found \"x1\"");
    assertThatThrownBy(() -> of("(x"))
        .hasMessage("template \"(x\": expected a regular expression, found Unclosed group");
  }

  @Test
  void matchesNothingWithoutWords() {
    List<String> no = List.of();
    Words nothing = new Words(no, no, no, no, no, no, no, no, Map.of(), Map.of(), no, no, no, no);
    Template none = Template.of("{s:sign}|{n:versus}", nothing);

    assertThat(none.match(LowerText.of("more a vs b"), 0, Way.FIND)).isEmpty();
  }

  @Test
  void bindsEachRepetitionOfAGroupSoThatNoTextIsTooLongForIt() {
    Template form = Template.of("(?:a|b)*(?:c|[)+])+\\)*\\Q)*\\E", WORDS);

    assertThat(form.strict().pattern().pattern())
        .isEqualTo("(?:a|b){0,200}(?:c|[)+]){1,200}\\)*\\Q)*\\E");
    assertThat(whole(form, "ab".repeat(100_000))).isEmpty();
    assertThat(form.strict().matchSlowly("ab".repeat(100_000), 0, Way.WHOLE)).isEmpty();
    assertThat(whole(Template.of("(?:a|b)+", WORDS), "abab")).containsExactly(0, 4);
    assertThat(whole(Template.of("x\\Q)*", WORDS), "x)*")).containsExactly(0, 3);
  }

  private static int[] whole(Template template, String text) {
    return template.match(LowerText.of(text), 0, Way.WHOLE);
  }
}
