package dev.unglue.extract.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.pipeline.run.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is there to be pressed or looked at says nothing of the subjects of a table. */
class ButtonsTest {
  private static final List<String> TOLD =
      List.of(
          "Bolo Load 9 kg",
          "Bolo Price $70",
          "Cart Load 12 kg",
          "Cart Price $95",
          "Dray Load 31 kg",
          "Dray Price $99");

  private static List<String> told(String head, String row) {
    String rows =
        row.formatted("Bolo", "9 kg", "$70", 1)
            + row.formatted("Cart", "12 kg", "$95", 2)
            + row.formatted("Dray", "31 kg", "$99", 3);
    return Told.of(
        "text/html", "<h1>Good little wagons</h1><table><tr>" + head + "</tr>" + rows + "</table>");
  }

  @Test
  void leavesOutAColumnOfPicturesBeforeTheNamesOfTheRows() {
    String row = "<tr><td><img src=a><td>%s<td>%s<td>%s";

    assertThat(told("<th><th>Product<th>Load<th>Price", row)).isEqualTo(TOLD);
    assertThat(told("<th>Bild<th>Wagon<th>Load<th>Price", row)).isEqualTo(TOLD);
  }

  @Test
  void leavesOutALastColumnOfButtons() {
    String row = "<tr><td>%s<td>%s<td>%s<td>";

    assertThat(
            told(
                "<th>Product<th>Load<th>Price<th>",
                row + "<p><a href='/to/%s'> Check price </a></p>"))
        .isEqualTo(TOLD);
    assertThat(told("<th>Product<th>Load<th>Price<th>Shop", row + "<button>Buy</button>"))
        .isEqualTo(TOLD);
    assertThat(
            told(
                "<th>Product<th>Load<th>Price<th>",
                row + "<a class=btn href='/%4$s'>Show<b class='no%4$s'> it</b></a>"))
        .isEqualTo(TOLD);
  }

  @Test
  void leavesOutButtonsBesideTheNamesOfAHead() {
    String row = "<tr><td>%s<td>%s<td>%s";
    String cross = "<a class=del href='#'>×</a>";

    assertThat(
            told(
                "<th>Product<th>" + cross + "<p>Load</p><th>" + cross + "<div><b>Price</b></div>",
                row))
        .isEqualTo(TOLD);
    assertThat(
            told(
                "<th>Product<th>Load <button>Sort</button><th>Price <a role=button>Sort</a>"
                    + " <a class=btn href='/p'>Filter</a>",
                row))
        .isEqualTo(TOLD);
  }

  @Test
  void keepsNamesThatAreButtonsAndLinksBesideThem() {
    String row = "<tr><td>%s<td>%s<td>%s";

    assertThat(
            told(
                "<th>Product<th><button>Load</button> ▲<th><button>Load</button> of the year", row))
        .contains("Bolo Load ▲ 9 kg", "Bolo Load of the year $70")
        .isNotEmpty();
    assertThat(told("<th>Product<th><button>Load</button> in all<th><a href=q>Load</a> left", row))
        .contains("Bolo Load in all 9 kg", "Bolo Load left $70");
  }

  @Test
  void keepsAColumnOfLinksThatHasAName() {
    assertThat(
            told(
                "<th>Product<th>Load<th>Price<th>Class",
                "<tr><td>%s<td>%s<td>%s<td><a href='/c'>Toy</a>"))
        .contains("Bolo Class Toy", "Cart Class Toy", "Dray Class Toy");
  }

  @Test
  void leavesOutARowOfButtonsAboveTheNames() {
    assertThat(
            Told.of(
                "text/html",
                "<h1>Bolo vs Cart</h1><table><thead><tr><th><td><td></thead><tr><th><td><a href='#'>Remove"
                    + " <i>x</i></a><td><a href='#'>Remove <i>x</i></a><tr><th><td><img src=b><td><img src=c>"
                    + "<tr><th><td><a href='/b'>Bolo</a><td><a href='/c'>Cart</a><tr><th>Load<td>9 kg<td>12 kg"
                    + "<tr><th>Price<td>$70<td>$95</table>"))
        .isEqualTo(TOLD.subList(0, 4));
  }

  @Test
  void takesLabelsBehindTheirCellsForLabels() {
    List<String> two = TOLD.subList(0, 4);

    assertThat(
            Told.of(
                "text/html",
                "<h1>Two wagons</h1><table><tr><th>Bolo<th>Cart<th><tr><td>9 kg<td>12 kg<th>Load"
                    + "<tr><td>$70<td>$95<th>Price</table>"))
        .isEqualTo(two);
    assertThat(
            Told.of(
                "text/html",
                "<h1>Two wagons</h1><table><tr><th>Bolo<th>Cart<th>Feature<tr><td>9 kg<td>12 kg<td>Load"
                    + "<tr><td>$70<td>$95<td>Price</table>"))
        .isEqualTo(two);
  }

  @Test
  void readsTheTextOfADrawing() {
    String ring = "<td><svg aria-label='a ring'><circle r=9></circle><text x=1>%s</text></svg>";

    assertThat(
            Told.of(
                "text/html",
                "<h1>Bolo vs Cart</h1><table><tr><th><th>Bolo<th>Cart<tr><td>Score"
                    + ring.formatted("9.1")
                    + ring.formatted("8.4")
                    + "<tr><td>Price<td>$70<td>$95</table>"))
        .containsExactly("Bolo Price $70", "Bolo Score 9.1", "Cart Price $95", "Cart Score 8.4");
  }
}
