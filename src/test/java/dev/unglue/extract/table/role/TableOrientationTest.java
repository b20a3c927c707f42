package dev.unglue.extract.table.role;

import static dev.unglue.extract.table.role.Trades.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.table.Tables;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.model.page.PageTable;
import dev.unglue.model.page.PageTable.Sides;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Row;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the orientation makes of one table alone. */
class TableOrientationTest {
  private static PageTable orient(PageTable table, List<String> named) {
    PageClues clues = new PageClues(Tables.LABELS, SubjectNames.of(named), new PageText(List.of()));
    return new TableOrientation(clues).orient(table);
  }

  private static Row row(String cells, Join join) {
    List<SourceText> all =
        Stream.of(cells.split("\\|", -1)).map(cell -> SourceText.verbatim(cell, 0)).toList();
    return new Row(all.get(0), all.subList(1, all.size()), join);
  }

  private static String shown(Row row) {
    return Stream.concat(Stream.of(row.label()), row.cells().stream())
        .map(SourceText::text)
        .collect(Collectors.joining("|"));
  }

  /** The header, if there is one, and the rows. */
  private static List<String> turned(List<String> named, String header, String... rows) {
    PageTable table =
        new PageTable(
            Layout.PIPE,
            Optional.of(header).filter(text -> !text.isEmpty()).map(text -> row(text, Join.APART)),
            Stream.of(rows).map(text -> row(text, Join.APART)).toList(),
            Sides.KEPT);
    PageTable turned = orient(table, named);
    return Stream.concat(turned.header().stream(), turned.rows().stream())
        .map(TableOrientationTest::shown)
        .toList();
  }

  @Test
  void leavesATableAloneThatIsTooSmallToTellAnything() {
    List<String> named = List.of("Plumber", "Pipefitter");

    assertThat(turned(named, "|Plumber|Pipefitter")).containsExactly("|Plumber|Pipefitter");
    assertThat(turned(named, "", "|Plumber|Pipefitter")).containsExactly("|Plumber|Pipefitter");
    assertThat(turned(named, "", "Feature|Plumber", "Van|Yes"))
        .containsExactly("Feature|Plumber", "Van|Yes");
    assertThat(turned(named, "|Plumber|Pipefitter", "|Plumber|Pipefitter"))
        .containsExactly("|Plumber|Pipefitter", "|Plumber|Pipefitter");
  }

  @Test
  void leavesATableAloneWhoseCellsRanTogether() {
    PageTable table =
        new PageTable(
            Layout.GLUED,
            Optional.of(row("|PlumberPipefitter", Join.GLUED)),
            List.of(row("Average age|4138", Join.GLUED)),
            Sides.SHIFTED);
    PageTable mixed =
        new PageTable(
            Layout.GLUED,
            Optional.of(row("|Plumber|Pipefitter", Join.APART)),
            List.of(row("Van|Yes|No", Join.APART), row("Average age|4138", Join.GLUED)),
            Sides.SHIFTED);

    assertThat(orient(table, List.of())).isEqualTo(table);
    assertThat(orient(mixed, List.of())).isEqualTo(mixed);
  }

  @Test
  void takesNumbersForThoseOfTheRowsOnlyWhereTheyFollowEachOther() {
    List<String> named = List.of("Plumber", "Pipefitter");

    assertThat(turned(named, "No.|Kind|Plumber|Pipefitter", "1.|Van|Yes|No", "2.|Cat|No|Yes"))
        .containsExactly("Kind|Plumber|Pipefitter", "Van|Yes|No", "Cat|No|Yes");
    assertThat(turned(List.of(), "No.|Plumber|Pipefitter", "1|Yes|No", "3|No|Yes"))
        .containsExactly("No.|Plumber|Pipefitter", "1|Yes|No", "3|No|Yes");
    assertThat(turned(List.of(), "No.|Plumber|Pipefitter", "1|Yes|No"))
        .containsExactly("No.|Plumber|Pipefitter", "1|Yes|No");
  }

  @Test
  void keepsNoColumnBeforeTheLabelsThatNamesNoSubject() {
    assertThat(turned(List.of(), "|Feature|7|Plumber||Pipefitter", "x|y|z|41|Average age|38"))
        .containsExactly("|Plumber|Pipefitter", "Average age|41|38");
    assertThat(
            turned(
                List.of("Plumber", "Pipefitter"),
                "Group|Plumber||Pipefitter",
                "x|41|Average age|38"))
        .containsExactly("|Plumber|Pipefitter", "Average age|41|38");
  }

  @Test
  void takesAnEmptyColumnBehindAStrangerForNoLabels() {
    List<String> named = List.of("Plumber", "Pipefitter");

    assertThat(turned(named, "Welder||Plumber", "Yes|Van|No", "Few|Tools|Many"))
        .containsExactly("Welder||Plumber", "Yes|Van|No", "Few|Tools|Many");
    assertThat(turned(named, "Plumber|", "Yes|Van")).containsExactly("Plumber|", "Yes|Van");
  }

  @Test
  void keepsWhatFollowsANameWithoutAColon() {
    assertThat(turned(List.of(), "|Plumber|", "Van|Plumber yes|", "Cat|plumber: no|7"))
        .containsExactly("|Plumber|", "Van|Plumber yes|", "Cat|no|7");
  }

  @Test
  void leavesRowsOfAnotherLengthWhereTheyAre() {
    assertThat(turned(List.of(), "|Growth rate|Average age", "Plumber|4%|41", "Pipefitter|-2%"))
        .containsExactly("|Growth rate|Average age", "Plumber|4%|41", "Pipefitter|-2%");
  }
}
