package dev.unglue.split.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.list.piece.Edge;
import dev.unglue.split.list.piece.PieceForm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of features and their names. */
class ListFeaturesTest {
  private static String name(int feature) {
    return ListFeatures.NAMES.get(feature);
  }

  @Test
  void haveANameEach() {
    assertThat(ListFeatures.NAMES).doesNotHaveDuplicates();
    assertThat(name(ListFeatures.labelForm(PieceForm.DATE))).isEqualTo("label:date");
    assertThat(name(ListFeatures.cellForm(PieceForm.MARK))).isEqualTo("cell:mark");
    assertThat(name(ListFeatures.headerForm(PieceForm.NAME))).isEqualTo("header:name");
    assertThat(name(ListFeatures.headerWords(3))).isEqualTo("header.words:3");
    assertThat(name(ListFeatures.headerWords(99))).isEqualTo("header.words:12");
    assertThat(name(ListFeatures.column(PieceForm.NAME, ListFeatures.FORM))).isEqualTo("text.form");
    assertThat(name(ListFeatures.column(PieceForm.YEAR, ListFeatures.SEVERAL)))
        .isEqualTo("number.several");
    assertThat(name(ListFeatures.pair(ListFeatures.PAIR_LENGTH))).isEqualTo("pair.length");
    assertThat(name(ListFeatures.pairAlike(ListFeatures.PAIR_FORM))).isEqualTo("pair.alike.form");
    assertThat(name(ListFeatures.TOGETHER)).isEqualTo("cut.together");
    assertThat(name(ListFeatures.FOLLOWED)).isEqualTo("cut.followed");
    assertThat(name(ListFeatures.LED)).isEqualTo("cut.led");
    assertThat(name(ListFeatures.HEADER_SAME)).isEqualTo("header.same");
    assertThat(name(ListFeatures.alone(ListFeatures.LED))).isEqualTo("alone.cut.led");
  }

  @Test
  void tellTheEdgesOfACell() {
    List<String> seen = new ArrayList<>();
    FeatureSink into = (feature, amount) -> seen.add(name(feature));
    ListFeatures.edges(into, Join.GLUED, Edge.SMALL, Edge.MONEY);
    ListFeatures.headerEdges(into, Join.SPACED, Edge.YEAR, Edge.UNIT);

    assertThat(seen)
        .containsExactly(
            "glue.small_money",
            "glue.after:small",
            "glue.before:money",
            "header.blank.year_unit",
            "header.blank.after:year",
            "header.blank.before:unit");
  }

  @Test
  void areOfAKind() {
    assertThat(ListFeatures.kind(ListFeatures.labelForm(PieceForm.DATE))).isEqualTo("label");
    assertThat(ListFeatures.kind(ListFeatures.LED)).isEqualTo("cut");
  }
}
