package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {
  private static final List<Subject> BOTH =
      List.of(Subject.named("Teller"), Subject.named("Welder"));

  private static Header unnamed(int columns, String... printed) {
    List<Slice> slices =
        List.of(printed).stream().map(text -> new Slice(text, new Span(0, text.length()))).toList();
    return new Header(List.of(), slices, columns, false, "none");
  }

  @Test
  void leavesOutColumnsThatOnlyRemarkOnTheOthers() {
    Header header =
        new Header(List.of("Teller", "Welder", "Winner", "Notes"), List.of(), 4, false, "cell");

    assertThat(header.subjects()).containsExactly("Teller", "Welder");
    assertThat(header.owners(BOTH)).isEqualTo(BOTH);
  }

  @Test
  void keepsTwoNamesWhateverTheySay() {
    Header header = new Header(List.of("Edge", "Notes"), List.of(), 2, false, "cell");

    assertThat(header.subjects()).containsExactly("Edge", "Notes");
  }

  @Test
  void takesTheSubjectsOfThePageWhereItNamesNone() {
    assertThat(unnamed(2).owners(BOTH)).isEqualTo(BOTH);
    assertThat(unnamed(3).owners(BOTH)).isEmpty();
  }

  @Test
  void believesAHeaderThatCannotBeCutIfItCanHoldTheNames() {
    assertThat(unnamed(2, "TellersWelders").owners(BOTH)).isEqualTo(BOTH);
    assertThat(unnamed(2, "WeldersTellers").owners(BOTH)).isEmpty();
    assertThat(unnamed(2, "BakerGrocer").owners(BOTH)).isEmpty();
    assertThat(unnamed(2, "Baker", "Grocer").owners(BOTH)).isEqualTo(BOTH);
  }

  @Test
  void givesAColumnToTheSubjectThatItNamesInThePlural() {
    Header header = new Header(List.of("Tellers", "Welder"), List.of(), 2, false, "cell");

    assertThat(header.owners(BOTH)).isEqualTo(BOTH);
    assertThat(header.owners(List.of())).containsExactly(subject("Tellers"), subject("Welder"));
  }

  private static Subject subject(String name) {
    return Subject.named(name);
  }
}
