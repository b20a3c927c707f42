package dev.unglue.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.pipeline.run.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnedLinesTest {
  private static final String HEADER =
      "Job Title Clay Needed Median Price (2016)* Sales Growth (2016-2026)*";

  private static final List<String> ROWS =
      List.of("Kilns Fine clay in a tub; sand $1,900 3%", "Kiln Wheel Any clay $700 (used) -2%");

  private static List<String> find(String header, List<String> rows) {
    List<SourceText> lines = new ArrayList<>();
    lines.add(SourceText.verbatim("What they cost", 0));
    lines.add(SourceText.verbatim(header, 0));
    rows.forEach(row -> lines.add(SourceText.verbatim(row, 0)));
    return TurnedLines.find(lines, List.of("Kiln", "Kiln Wheel")).stream()
        .flatMap(
            table ->
                Stream.concat(
                    Stream.of(texts(table.names())),
                    table.rows().stream().map(row -> texts(row.best()))))
        .toList();
  }

  private static String texts(List<Slice> slices) {
    return String.join(" | ", slices.stream().map(Slice::text).toList());
  }

  @Test
  void cutsALineForEachSubjectAtAmountsAndLabelsAtBrackets() {
    assertThat(find(HEADER, ROWS))
        .containsExactly(
            "Clay Needed | Median Price (2016)* | Sales Growth (2016-2026)*",
            "Kilns | Fine clay in a tub; sand | $1,900 | 3%",
            "Kiln Wheel | Any clay | $700 (used) | -2%");
  }

  @Test
  void takesSeveralBlanksForOne() {
    List<String> rows = ROWS.stream().map(row -> row.replace(" ", "  ")).toList();

    assertThat(find(HEADER, rows))
        .hasSize(3)
        .contains("Kiln  Wheel | Any  clay | $700  (used) | -2%");
  }

  @Test
  void readsThemBelowAHeaderThatIsNoRow() {
    String page = "Kiln vs Wheel\n\n%s\nKiln Fine $9\nWheel Any $7\n";

    assertThat(Told.of("text/plain", page.formatted("#Thing Clay (kg) Price (net)")))
        .containsExactly(
            "Kiln Clay (kg) Fine",
            "Kiln Price (net) $9",
            "Wheel Clay (kg) Any",
            "Wheel Price (net) $7");
    assertThat(Told.of("text/plain", page.formatted("Thing Clay (kg) | Price (net)"))).isEmpty();
  }

  @Test
  void readsLabelsOfOneWordEachBelowAnyCorner() {
    assertThat(find("Thing Clay Price Growth", ROWS)).hasSize(3).contains("Clay | Price | Growth");
  }

  @Test
  void readsNothingBelowLabelsThatCanBeCutElsewhere() {
    assertThat(find("Thing Clay Needed Median Price (2016) Growth", ROWS)).isEmpty();
    assertThat(find("Job Title Clay Needed Price Sales Growth", ROWS)).isEmpty();
    assertThat(find("Job Title Clay Needed Often Median Price (2016) Growth", ROWS)).isEmpty();
    assertThat(find("x".repeat(401), ROWS)).isEmpty();
  }

  @Test
  void readsNothingOfRowsThatCanBeCutElsewhere() {
    assertThat(find(HEADER, List.of("Kiln Fine clay Much sand $900 3%", ROWS.get(1)))).isEmpty();
    assertThat(find(HEADER, List.of("Kiln Fine clay $900 a year 3%", ROWS.get(1)))).isEmpty();
    assertThat(find(HEADER, List.of("Kiln Clay of 3 sorts $900 3%", ROWS.get(1)))).isEmpty();
    assertThat(find(HEADER, List.of("Kiln Fine clay $900", "Kiln Wheel Clay $700"))).isEmpty();
    assertThat(find(HEADER, List.of("Kiln $900", "Kiln Wheel $700"))).isEmpty();
    assertThat(find(HEADER, List.of(ROWS.get(0), ROWS.get(0)))).isEmpty();
    assertThat(find(HEADER, List.of(ROWS.get(0), "Oven Any clay $700 3%"))).isEmpty();
    assertThat(find(HEADER, List.of(ROWS.get(0)))).isEmpty();
  }
}
