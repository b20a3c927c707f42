package dev.unglue.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Section;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.RuleInput.ReadPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofRuleTest {
  private static final String LABEL = "Best paying company";

  /** Where the first cell of a row with that label stands below a header of two letters. */
  private static final int PLACE = "A|B|".length() + LABEL.length() + 1;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L\ufffdOr\ufffdal",
        "L?Or?al",
        "L\u00e2\u20ac\u2122Or\u00c3\u00a9al",
        "Nestl\u00c3\u00a9",
        "Caf\u00ef\u00bf\u00bd",
        "5\u00c2\u00a0mm"
      })
  void flagsLettersThatAWrongCharsetHasDamaged(String name) {
    assertThat(doubts(name))
        .containsExactly(
            "Letters of a text are damaged: expected a text without marks of a wrong charset, found"
                + " \"%s\", at a.txt[%d..%d]; look at the page in a browser"
                    .formatted(name, PLACE, PLACE + name.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nestl\u00e9",
        "S\u00c3O PAULO",
        "CAF\u00c9\u2019S",
        "\u00c2ge d\u2019or",
        "Who? Me",
        "Why?Yes",
        "https://a.test/?q=x?y",
        "\u7b2c\u4e00"
      })
  void keepsQuietOnLettersThatLookOdd(String name) {
    assertThat(doubts(name)).isEmpty();
  }

  private static List<String> doubts(String name) {
    PageFixture page =
        PageFixture.page("a.txt", "A", "B")
            .table(Section.OVERVIEW, Layout.PIPE)
            .row(LABEL, name, "Citi");
    return messages(page, page.captureText(), new Tally());
  }
}
