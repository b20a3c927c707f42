package dev.unglue.split;

import static dev.unglue.split.Questions.CATALOGUE;
import static dev.unglue.split.Questions.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.SourceText;
import dev.unglue.normalize.Attributes;
import dev.unglue.normalize.CellForms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderSplitterTest {
  private static final Attribute NAME = Attributes.text("header");

  private final HeaderSplitter splitter =
      new HeaderSplitter(CellForms.of(NAME, CATALOGUE), NAME, Shapes.LEARNED, Steps.NONE);

  private String split(String text, Join join, List<String> named, String prose) {
    return told(
        splitter.split(
            SourceText.verbatim(text, 0), join, Math.max(2, named.size()), named, prose));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TellerHead Teller; Teller; Head Teller",
        "LecturerAdjunct Lecturer; Lecturer; Adjunct Lecturer",
        "1st Grade Teacher5th Grade Teacher; 1st Grade Teacher; 5th Grade Teacher",
        "Cook/Dietary AideLine Cook; Cook/Dietary Aide; Line Cook",
        "Instructor, Adjunct FacultyProfessor; Instructor, Adjunct Faculty; Professor",
        "Nurse (RN)Nurse (LPN); Nurse (RN); Nurse (LPN)",
        "NET DeveloperC++ Developer; NET Developer; C++ Developer",
        "eCommerce ManageriOS Developer; eCommerce Manager; iOS Developer",
        "VPCEO; VP; CEO",
        "managermanager of stores; manager; manager of stores",
      })
  void cutsWhereTitleOrAddressSays(String header, String left, String right) {
    String wanted = "decided [" + left + ", " + right + "] by title";

    assertThat(split(header, Join.GLUED, List.of(left, right), "")).isEqualTo(wanted);
    // an address has neither case nor marks
    assertThat(split(header, Join.GLUED, List.of(slug(left), slug(right)), "")).isEqualTo(wanted);
  }

  private static String slug(String name) {
    return dev.unglue.model.value.Subject.slugOf(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TellerHead Teller; every bank has tellers, and each head teller leads some; Teller; Head Teller",
        "Line CookBus Person; a line cook earns less than bus persons; Line Cook; Bus Person",
        "WaitressWaiter; most waitresses and waiters share their tips; Waitress; Waiter",
      })
  void cutsWhereTheProseNamesBoth(String header, String prose, String left, String right) {
    assertThat(split(header, Join.GLUED, List.of(), prose))
        .isEqualTo("decided [" + left + ", " + right + "] by mentions");
  }

  @ParameterizedTest
  @CsvSource({"TellerHead Teller", "LecturerAdjunct Lecturer", "Line CookBus Person"})
  void neverCutsByCaseAlone(String header) {
    assertThat(split(header, Join.GLUED, List.of(), "")).startsWith("ambiguous, ");
    assertThat(
            split(header, Join.GLUED, List.of(), "tellerhead, lecturerman and a cookbus person's"))
        .startsWith("ambiguous, ");
  }

  @Test
  void doesNotTrustATitleThatNamesOthers() {
    assertThat(split("TellerHead Teller", Join.GLUED, List.of("Cook", "Baker"), ""))
        .startsWith("ambiguous, ");
  }

  @Test
  void asksNoTitleThatNamesAnotherNumber() {
    assertThat(
            told(
                splitter.split(
                    SourceText.verbatim("TellerHead Teller", 0),
                    Join.GLUED,
                    2,
                    List.of("Teller", "Head Teller", "Cook"),
                    "")))
        .startsWith("ambiguous, ");
  }

  @Test
  void cutsThreeNames() {
    assertThat(
            split(
                "TellerHead TellerBank Manager",
                Join.GLUED,
                List.of("teller", "head teller", "bank manager"),
                ""))
        .isEqualTo("decided [Teller, Head Teller, Bank Manager] by title");
  }

  @Test
  void cutsNamesWithBlanksOrPipesOfTheirOwn() {
    assertThat(split("Teller Head Teller", Join.SPACED, List.of("teller", "head-teller"), ""))
        .isEqualTo("decided [Teller, Head Teller] by title");
    assertThat(
            split(
                "Nurse Med/Surg | Contractor-Nurse | Nurse",
                Join.PIPED,
                List.of("nurse-med-surg-contractor-nurse", "nurse"),
                ""))
        .isEqualTo("decided [Nurse Med/Surg | Contractor-Nurse, Nurse] by title");
  }

  @Test
  void saysWhatIsNoPairOfNames() {
    assertThat(split("", Join.GLUED, List.of(), ""))
        .isEqualTo("impossible: expected 2 cells, found none that fit in \"\"");
    assertThat(split("Teller", Join.SPACED, List.of(), "")).isEqualTo("too few [Teller]");
  }
}
