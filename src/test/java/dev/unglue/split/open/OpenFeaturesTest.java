package dev.unglue.split.open;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Row.Join;
import dev.unglue.split.open.piece.Edge;
import dev.unglue.split.open.piece.PieceForm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers of features and their names. */
class OpenFeaturesTest {
  private static String name(int feature) {
    return OpenFeatures.NAMES.get(feature);
  }

  @Test
  void haveANameEach() {
    assertThat(OpenFeatures.NAMES).doesNotHaveDuplicates();
    assertThat(name(OpenFeatures.labelForm(PieceForm.DATE))).isEqualTo("label:date");
    assertThat(name(OpenFeatures.cellForm(PieceForm.MARK))).isEqualTo("cell:mark");
    assertThat(name(OpenFeatures.headerForm(PieceForm.NAME))).isEqualTo("header:name");
    assertThat(name(OpenFeatures.headerWords(3))).isEqualTo("header.words:3");
    assertThat(name(OpenFeatures.headerWords(99))).isEqualTo("header.words:12");
    assertThat(name(OpenFeatures.column(PieceForm.NAME, OpenFeatures.FORM))).isEqualTo("text.form");
    assertThat(name(OpenFeatures.column(PieceForm.YEAR, OpenFeatures.SEVERAL)))
        .isEqualTo("number.several");
    assertThat(name(OpenFeatures.pair(OpenFeatures.PAIR_LENGTH))).isEqualTo("pair.length");
    assertThat(name(OpenFeatures.pairAlike(OpenFeatures.PAIR_FORM))).isEqualTo("pair.alike.form");
    assertThat(name(OpenFeatures.TOGETHER)).isEqualTo("cut.together");
    assertThat(name(OpenFeatures.FOLLOWED)).isEqualTo("cut.followed");
    assertThat(name(OpenFeatures.LED)).isEqualTo("cut.led");
    assertThat(name(OpenFeatures.HEADER_SAME)).isEqualTo("header.same");
    assertThat(name(OpenFeatures.alone(OpenFeatures.LED))).isEqualTo("alone.cut.led");
  }

  @Test
  void tellTheEdgesOfACell() {
    List<String> seen = new ArrayList<>();
    FeatureSink into = (feature, amount) -> seen.add(name(feature));
    OpenFeatures.edges(into, Join.GLUED, Edge.SMALL, Edge.MONEY);
    OpenFeatures.headerEdges(into, Join.SPACED, Edge.YEAR, Edge.UNIT);

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
    assertThat(OpenFeatures.kind(OpenFeatures.labelForm(PieceForm.DATE))).isEqualTo("label");
    assertThat(OpenFeatures.kind(OpenFeatures.LED)).isEqualTo("cut");
  }
}
