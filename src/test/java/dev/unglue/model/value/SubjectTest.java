package dev.unglue.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Teller; teller",
        "Head Teller; head-teller",
        "Cook/Dietary Aide; cook-dietary-aide",
        "Registered Nurse Med/Surg | Contractor; registered-nurse-med-surg-contractor",
        "Instructor, Adjunct Faculty; instructor-adjunct-faculty",
        "1st Grade Teacher; 1st-grade-teacher",
        "Driver's Aide; drivers-aide",
        "Driver’s Aide; drivers-aide",
        "C++ Developer; c-plus-plus-developer",
        "C# Developer; c-sharp-developer",
        ".NET Developer; net-developer",
        "Maître d'Hôtel; maitre-dhotel",
        "'  --Teller--  '; teller",
        "ＴＥＬＬＥＲ; teller",
        "ﬁnance; finance",
        "İstanbul; istanbul",
        "Straße; straße",
        "料理人; 料理人",
        "A\u00a0B; a-b",
        "!!!; unnamed",
        "''; unnamed",
        "\uD83D\uDE00; unnamed",
        "\uD83D; unnamed",
      })
  void makesASlugOfAName(String name, String slug) {
    assertThat(Subject.slugOf(name)).isEqualTo(slug);
    assertThat(Subject.named(name)).isEqualTo(new Subject(name, slug));
  }

  @Test
  void givesOneSlugToBothSpellingsOfAnAccent() {
    assertThat(Subject.slugOf("Caf\u00e9")).isEqualTo(Subject.slugOf("Cafe\u0301"));
  }

  @Test
  void isNamedWithoutTheMarksOfFootnotes() {
    for (String name :
        List.of(
            "Teller*", "Teller †", "Teller[1]", "Teller [note 2]", "Teller[a][b]", "Teller¹²")) {
      assertThat(Subject.named(name)).isEqualTo(new Subject("Teller", "teller"));
    }
    for (String name : List.of("A*", "C#", "Pixel 4[5", "iPhone 6", "Route 66¹", "Teller (1)")) {
      assertThat(Subject.named(name).name()).isEqualTo(name);
    }
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Subject.slugOf("INTERN")).isEqualTo("intern");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20260105})
  void leavesASlugAsItIs(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = random.nextInt(6); length >= 0; length--) {
        name.append((char) random.nextInt(random.nextBoolean() ? 0x250 : 0x10000));
      }
      String slug = Subject.slugOf(name.toString());

      assertThat(Subject.slugOf(slug)).as(name.toString()).isEqualTo(slug);
      assertThat(slug).doesNotStartWith("-").doesNotEndWith("-").doesNotContain("--").isNotEmpty();
    }
  }
}
