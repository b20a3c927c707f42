package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  private static List<String> of(String text) {
    SubjectMentions names = new SubjectMentions(List.of(Subject.named("Cook")));
    return new Sentences(List.of("vs", "e.g"))
        .of(MaskedText.of(SourceText.verbatim(text, 0), names)).stream()
            .map(sentence -> sentence.source().text())
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "One. Two.|One.;Two.",
        "One! Two? Three|One!;Two?;Three",
        "He said \"yes.\" Then he left.|He said \"yes.\";Then he left.",
        "It (all of it.) was. 12 more.|It (all of it.) was.;12 more.",
        "Cook vs. Baker. E.g. Bread.|Cook vs. Baker.;E.g. Bread.",
        "J. P. Morgan pays. Well.|J. P. Morgan pays.;Well.",
        "It is 3.5 or more. cooks know.|It is 3.5 or more.;cooks know.",
        "It was done. really.|It was done. really.",
        "He has a degree.Cooks have two.|He has a degree.;Cooks have two.",
        "It is $54,484.cooks earn more.|It is $54,484.;cooks earn more.",
        "Use ASP.NET and node.js.|Use ASP.NET and node.js.",
        "A cook.Another one.|A cook.;Another one.",
        "Grow by 5%.Then stop.|Grow by 5%.;Then stop.",
        "Version X.Y is out.|Version X.Y is out.",
        "Version 2.A is out.|Version 2.;A is out.",
        ".Net is old.|.Net is old.",
        "Wait...|Wait...",
      })
  void endsWhereASentenceEnds(String text, String sentences) {
    assertThat(of(text)).containsExactly(sentences.split(";", -1));
  }

  @Test
  void cutsWhatIsTooLongForASentence() {
    assertThat(of("x".repeat(2_500))).extracting(String::length).containsExactly(1000, 1000, 500);
    assertThat(of("   ")).isEmpty();
    assertThat(of("One.  ")).containsExactly("One.");
  }
}
