package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Mention;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphReaderTest {
  private static final String DUTY =
      " keep an eye on every account that is handed to them and write to its owner, week after"
          + " week, until the matter has been settled in full.";
  private static final String TABLE =
      "| Loan Officer | Account Specialist | |\n| Age | 42 | 46 |\n";

  private static List<String> owners(String page) {
    return Reading.of(page, "Loan Officer", "Account Specialist").mentions().stream()
        .map(ParagraphReaderTest::shown)
        .toList();
  }

  private static String shown(Mention mention) {
    String head = mention.value().substring(0, mention.value().indexOf(" keep"));
    return String.valueOf(mention.subject()).replaceAll(".*slug=|\\]", "")
        + " "
        + mention.method()
        + " "
        + head;
  }

  private static String page(String... paragraphs) {
    return TABLE + String.join(DUTY + "\n", paragraphs) + DUTY + "\n" + TABLE;
  }

  @Test
  void findsTheSubjectInTheFirstWords() {
    assertThat(owners(page("Account specialists are people who", "A loan officer must")))
        .containsExactly(
            "account-specialist paragraph Account specialists are people who",
            "loan-officer paragraph A loan officer must");
  }

  @Test
  void findsASubjectThatIsNamedInPart() {
    assertThat(owners(page("Officers for loans", "Specialists, those of the account,")))
        .containsExactly(
            "loan-officer paragraph Officers for loans",
            "account-specialist paragraph Specialists, those of the account,");
  }

  @Test
  void givesTheOtherParagraphToTheOtherSubject() {
    assertThat(owners(page("Such people", "A loan officer must")))
        .containsExactly(
            "account-specialist elimination Such people",
            "loan-officer paragraph A loan officer must");
    assertThat(owners(page("A loan officer must", "Each loan officer must")))
        .containsExactly(
            "loan-officer paragraph A loan officer must",
            "account-specialist elimination Each loan officer must");
  }

  @Test
  void saysWhenOnlyTheOrderTells() {
    assertThat(owners(page("Such people", "Those people")))
        .containsExactly("loan-officer order Such people", "account-specialist order Those people");
  }

  @Test
  void guessesNothingWhereParagraphsAndSubjectsDoNotMatch() {
    assertThat(owners(page("Such people"))).isEmpty();
    assertThat(owners(page("Such people", "Those people", "More people"))).isEmpty();
    assertThat(owners(page("Short.\nA loan officer must")))
        .containsExactly("loan-officer paragraph A loan officer must");
  }

  @Test
  void needsAnOpeningOutsideTheTables() {
    String bare = "A loan officer must" + DUTY + "\n\nSuch people" + DUTY;

    assertThat(owners(bare)).containsExactly("loan-officer paragraph A loan officer must");
    assertThat(owners("At times a loan officer must" + DUTY)).isEmpty();
  }

  @Test
  void leavesAloneWhatAHeadingHasGiven() {
    String page =
        page("A loan officer must", "Such people")
            + "What does a loan officer do?\n\nLoan officers must"
            + DUTY;

    assertThat(owners(page)).containsExactly("loan-officer paragraph Loan officers must");
  }
}
