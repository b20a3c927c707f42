package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unglue.model.field.Template;
import dev.unglue.model.value.Subject;
import dev.unglue.text.RandomText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectMentionsTest {
  private static SubjectMentions names(String... names) {
    return new SubjectMentions(Stream.of(names).map(Subject::named).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mortgage Service Specialist|mortgage service specialists",
        "Mortgage Service Specialist|mortgage service specialists'",
        "Mortgage Service Specialist|Mortgage Service Specialist’s",
        "Loan Services Representative|loan service representative",
        "Collections, Customer Service|collectionss, customer service",
        "Collections, Customer Service|collections customer service",
        "Chief Of Police|chiefs of police",
        "Store Manager Trainee|store managers trainee",
        "Java/J2ee Developer|java/j2ee developers",
        "Java/J2ee Developer|Java / J2EE developer",
        "Registered Nurse Med/Surg|registered nurse med/surg",
        "Contractor-Registered Nurse|contractor-registered nurses",
        "Research & Development Manager|research and development managers",
        "C++ Developer|c++ developers",
        "NET Developer|.net developers",
        "Salesman|salesmen",
        "Sales Person|sales people",
        "Housewife|housewives",
        "Loan Secretary|loan secretaries",
        "Business Coach|business coaches",
        "Cafe Chef|café chefs",
        "1st Grade Teacher|1st grade teachers",
        "Esl Tutor|ESL tutors",
      })
  void findsANameInAnyForm(String name, String mention) {
    assertThat(names(name, "Something Else").resolve(mention)).contains(Subject.named(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C++ Developer|c developer",
        "Cook|cooking",
        "Cook|head cook",
        "Cook|cook, head",
        "Loan Officer|loan. Next: officer",
        "Loan Officer|loan      officer",
        "Loan Officer|loan",
        "Cook|",
        "!!!|!!!",
      })
  void findsNoOtherName(String name, String mention) {
    assertThat(names(name).resolve(mention == null ? "" : mention)).isEmpty();
  }

  @Test
  void takesPunctuationThatBelongsToTheName() {
    assertThat(names("Designer (Web)").find("A designer (web) earns more."))
        .extracting(SubjectMentions.Hit::start, SubjectMentions.Hit::end)
        .containsExactly(tuple(2, 16));
    assertThat(names(".NET Developer").find("A .net developer (senior) earns more."))
        .extracting(SubjectMentions.Hit::start, SubjectMentions.Hit::end)
        .containsExactly(tuple(2, 16));
  }

  @Test
  void takesTheLongerOfTwoNames() {
    SubjectMentions names = names("Registered Nurse", "Registered Nurse Charge Nurse");
    List<SubjectMentions.Hit> hits =
        names.find("registered nurses, registered nurse charge nurses, a registered nurse");

    assertThat(hits.stream().map(hit -> names.subjectOf(hit.mark()).map(Subject::slug)))
        .containsExactly(
            Optional.of("registered-nurse"),
            Optional.of("registered-nurse-charge-nurse"),
            Optional.of("registered-nurse"));
  }

  @Test
  void marksAMentionThatFitsTwo() {
    SubjectMentions names = names("Account Manager", "Accounts Manager");

    assertThat(names.find("account managers").get(0).mark()).isEqualTo(Template.LAST_SUBJECT);
    assertThat(names.subjectOf(Template.LAST_SUBJECT)).isEmpty();
    assertThat(names.resolve("accounts manager")).contains(Subject.named("Accounts Manager"));
    assertThat(names.subjectOf('a')).isEmpty();
  }

  static Stream<String> texts() {
    return RandomText.of(
        2_000,
        10,
        List.of("Cook", "cooks ", "head ", "Head-", "café ", "Cafe ", "c++ ", "& ", "'", ".", "É"));
  }

  /** Word by word, as a name is resolved: slower, and plainer. */
  @ParameterizedTest
  @MethodSource("texts")
  void areFoundWhereverAWordBeginsOne(String text) {
    SubjectMentions names = names("Head Cook", "Cook", "Café & Cook", "C++ Cook");
    List<SubjectMentions.Hit> hits = names.find(text);

    int done = 0;
    for (Tokens.Token token : Tokens.of(text)) {
      int start = token.start();
      boolean hit = hits.stream().anyMatch(each -> each.start() == start);
      boolean named =
          Tokens.of(text).stream()
              .filter(last -> last.end() > start)
              .anyMatch(last -> names.resolve(text.substring(start, last.end())).isPresent());
      assertThat(hit).as("at %d", start).isEqualTo(start >= done && named);
      done =
          hits.stream()
              .filter(each -> each.start() == start)
              .findFirst()
              .map(h -> h.end())
              .orElse(done);
    }
  }
}
