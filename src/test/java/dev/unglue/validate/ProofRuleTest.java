package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.RuleInput.ReadPage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofRuleTest {
  private static final RuleBook BOOK =
      new RuleBook(PageFixture.CATALOGUE, Rules.defaults(), List.of(), List.of());

  private static List<String> messages(PageFixture page, String text, Tally tally) {
    return Checks.messages(BOOK.check(RuleInput.PROOF, new ReadPage(page.build(), text), tally));
  }

  private static PageFixture page(String before) {
    return PageFixture.page("a.txt", "Teller", "Head Teller")
        .text(before)
        .table(Section.OVERVIEW, Layout.PIPE)
        .row("Average age", "42", "46")
        .row("Best paying company", "Nestlé 🍫", "Citi");
  }

  @Test
  void findsEveryProofAtItsPlace() {
    Tally tally = new Tally();

    assertThat(messages(page("plain"), page("plain").captureText(), tally)).isEmpty();
    assertThat(tally.of("span_roundtrip")).isEqualTo(new Tally.Count(4, 0, 0));
  }

  @Test
  void countsSpansInCodePoints() {
    PageFixture beyondTheBasicPlane = page("🍫🍫");

    assertThat(messages(beyondTheBasicPlane, beyondTheBasicPlane.captureText(), new Tally()))
        .isEmpty();
  }

  @Test
  void findsProofsOfATextWithoutRareCharacters() {
    PageFixture plain =
        PageFixture.page("a.txt", "A", "B")
            .table(Section.OVERVIEW, Layout.PIPE)
            .row("Average age", "42", "46");

    assertThat(messages(plain, plain.captureText(), new Tally())).isEmpty();
    assertThat(messages(plain, "", new Tally()))
        .containsExactly(
            "A proof does not stand at its place: expected 42, found \"\", at " + "a.txt[16..18]");
  }

  @Test
  void flagsThePageOnceWhereOffsetsAreWrong() {
    PageFixture page = page("plain");
    Tally tally = new Tally();

    assertThat(messages(page, "x" + page.captureText(), tally))
        .containsExactly(
            "A proof does not stand at its place: expected 42, found \" 4\", at "
                + "a.txt[37..39]");
    assertThat(tally.of("span_roundtrip")).isEqualTo(new Tally.Count(4, 1, 0));
  }
}
