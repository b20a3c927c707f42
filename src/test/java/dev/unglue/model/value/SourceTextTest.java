package dev.unglue.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
  /** An ampersand written as an entity of five characters, from character 10 of the capture. */
  private static final SourceText MAPPED =
      SourceText.mapped("a&b", new int[] {10, 11, 16}, new int[] {11, 16, 17});

  private static final SourceText VERBATIM = SourceText.verbatim("Head Teller", 100);

  @Test
  void standsWhereItWasRead() {
    assertThat(VERBATIM.span()).isEqualTo(new Span(100, 111));
    assertThat(VERBATIM.offsetAt(5)).isEqualTo(105);
    assertThat(MAPPED.span()).isEqualTo(new Span(10, 17));
    assertThat(MAPPED.offsetAt(2)).isEqualTo(16);
  }

  @Test
  void hasPartsWhereTheCaptureHasMarksBetweenItsCharacters() {
    SourceText tagged =
        SourceText.mapped("ab c", new int[] {10, 17, 18, 23}, new int[] {11, 18, 19, 24});
    assertThat(tagged.parts()).extracting(SourceText::text).containsExactly("a", "b", "c");
    assertThat(MAPPED.parts()).containsExactly(MAPPED);
    assertThat(VERBATIM.slice(4, 5).parts()).isEmpty();
  }

  @Test
  void isATextAsAnyOther() {
    assertThat(MAPPED.text()).isEqualTo("a&b");
    assertThat(MAPPED).hasToString("a&b").hasSize(3);
    assertThat(MAPPED.charAt(1)).isEqualTo('&');
    assertThat(MAPPED.isEmpty()).isFalse();
    assertThat(MAPPED.subSequence(1, 3)).hasToString("&b");
  }

  @Test
  void keepsThePlacesOfASlice() {
    assertThat(VERBATIM.slice(5)).isEqualTo(SourceText.verbatim("Teller", 105));
    assertThat(VERBATIM.slice(0, 4).span()).isEqualTo(new Span(100, 104));
    assertThat(MAPPED.slice(1, 2).span()).isEqualTo(new Span(11, 16));
    assertThat(MAPPED.slice(1).slice(1).span()).isEqualTo(new Span(16, 17));
  }

  @Test
  void placesAnEmptySliceWhereItWasCut() {
    assertThat(VERBATIM.slice(4, 4).span()).isEqualTo(new Span(104, 104));
    assertThat(MAPPED.slice(1, 1).span()).isEqualTo(new Span(11, 11));
    assertThat(MAPPED.slice(3, 3).span()).isEqualTo(new Span(17, 17));
    assertThat(MAPPED.slice(1, 1).isEmpty()).isTrue();
  }

  @Test
  void refusesAMapOfAnotherLength() {
    assertThatThrownBy(() -> SourceText.mapped("ab", new int[] {1, 2}, new int[] {2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mapped text: expected 2 offsets, found 2 and 1");
    assertThatThrownBy(() -> SourceText.mapped("ab", new int[] {1}, new int[] {2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mapped text: expected 2 offsets, found 1 and 2");
  }

  @Test
  void doesNotChangeWithTheArraysItWasMadeOf() {
    int[] starts = {4};
    int[] ends = {9};
    SourceText text = SourceText.mapped("&", starts, ends);
    starts[0] = 0;
    ends[0] = 0;

    assertThat(text.span()).isEqualTo(new Span(4, 9));
  }

  @Test
  void hasAPlaceEvenWhenItIsEmpty() {
    assertThat(SourceText.verbatim("", 7).span()).isEqualTo(new Span(7, 7));
    assertThat(SourceText.mapped("", new int[0], new int[0]).span()).isEqualTo(new Span(0, 0));
    assertThat(SourceText.mapped("", new int[0], new int[0]).slice(0, 0).span())
        .isEqualTo(new Span(0, 0));
  }

  @Test
  void hasThePartThatStandsAtAPlaceOfTheCapture() {
    assertThat(VERBATIM.within(new Span(105, 108))).isEqualTo(SourceText.verbatim("Tel", 105));
    assertThat(VERBATIM.within(new Span(0, 104)).text()).isEqualTo("Head");
    assertThat(MAPPED.within(new Span(11, 16)).text()).isEqualTo("&");
    assertThat(MAPPED.within(new Span(12, 17)).text()).isEqualTo("b");
    assertThat(MAPPED.within(new Span(40, 50)).text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\n", "\u00a0", "\u2003", "\u200b", "\ufeff", "\u3000"})
  void stripsEveryKindOfBlank(String blank) {
    SourceText padded = SourceText.verbatim(blank + "a b" + blank + blank, 3);

    assertThat(padded.strip()).isEqualTo(SourceText.verbatim("a b", 4));
    assertThat(SourceText.verbatim(blank + blank, 3).isBlank()).isTrue();
    assertThat(SourceText.verbatim(blank + blank, 3).strip().isEmpty()).isTrue();
  }

  @Test
  void stripsNothingWhereThereIsNoBlank() {
    assertThat(VERBATIM.strip()).isSameAs(VERBATIM);
    assertThat(VERBATIM.isBlank()).isFalse();
    assertThat(SourceText.verbatim("", 3).isBlank()).isTrue();
  }

  @Test
  void stripsMappedTextWithItsPlaces() {
    SourceText text =
        SourceText.mapped("\u00a0a ", new int[] {0, 6, 7}, new int[] {6, 7, 13}).strip();

    assertThat(text.text()).isEqualTo("a");
    assertThat(text.span()).isEqualTo(new Span(6, 7));
  }

  @Test
  void joinsTextsByABlankThatStandsForAllBetweenThem() {
    SourceText joined = SourceText.join(List.of(MAPPED, SourceText.verbatim("cd", 30)));

    assertThat(joined.text()).isEqualTo("a&b cd");
    assertThat(joined.span()).isEqualTo(new Span(10, 32));
    assertThat(joined.slice(3, 4).span()).isEqualTo(new Span(17, 30));
    assertThat(joined.slice(4).span()).isEqualTo(new Span(30, 32));
    assertThat(joined.slice(1, 2).span()).isEqualTo(new Span(11, 16));
  }

  @Test
  void joinsTextsThatTouch() {
    SourceText joined =
        SourceText.join(List.of(SourceText.verbatim("a", 0), SourceText.verbatim("b", 1)));

    assertThat(joined.text()).isEqualTo("a b");
    assertThat(joined.slice(1, 2).span()).isEqualTo(new Span(1, 1));
    assertThat(joined.span()).isEqualTo(new Span(0, 2));
  }

  @Test
  void standsAroundTextsThatAreJoinedInAnotherOrder() {
    SourceText joined =
        SourceText.join(List.of(SourceText.verbatim("42", 40), SourceText.verbatim("46", 20)));

    assertThat(joined.text()).isEqualTo("42 46");
    assertThat(joined.span()).isEqualTo(new Span(20, 42));
  }

  @Test
  void joinsOneTextToItself() {
    assertThat(SourceText.join(List.of(VERBATIM))).isSameAs(VERBATIM);
  }

  @Test
  void joinsEmptyTexts() {
    SourceText empty = SourceText.verbatim("", 5);

    assertThat(SourceText.join(List.of(empty, VERBATIM)).text()).isEqualTo("Head Teller");
    assertThat(SourceText.join(List.of(empty, empty)).text()).isEmpty();
  }

  @Test
  void isEqualByTextAndPlace() {
    SourceText same = SourceText.mapped("ab", new int[] {3, 4}, new int[] {4, 5});

    assertThat(SourceText.verbatim("ab", 3)).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(SourceText.verbatim("ab", 4)).isNotEqualTo(same);
    assertThat(SourceText.verbatim("ac", 3)).isNotEqualTo(same);
    assertThat(same).isNotEqualTo("ab").isNotEqualTo(null);
  }
}
