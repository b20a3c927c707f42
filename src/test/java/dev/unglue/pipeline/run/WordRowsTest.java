package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tables with one cell a line whose cells are words: nothing but their looks tells them apart. */
class WordRowsTest {
  private static final List<String> WHOLE =
      List.of(
          "Owner",
          "Members",
          "Investors",
          "Vote",
          "One each, by law",
          "One a share, as a rule",
          "Surplus",
          "Shared",
          "Paid out");

  @Test
  void readsThemWhereTheCountIsRightAndCellsLookLikeCells() {
    assertThat(told(WHOLE))
        .containsExactly(
            "Coop Owner Members",
            "Coop Surplus Shared",
            "Coop Vote One each, by law",
            "Firm Owner Investors",
            "Firm Surplus Paid out",
            "Firm Vote One a share, as a rule");
  }

  @Test
  void readsNoMenuBelowTheNames() {
    assertThat(told(List.of("Loans", "Cards", "Rates", "About", "News", "Jobs", "A", "B", "C")))
        .isEmpty();
    assertThat(told(WHOLE.subList(0, 6))).isEmpty();
  }

  @Test
  void readsNoLinesThatMayBePartedInTheWrongPlaces() {
    assertThat(told(with(0, "Law"))).isEmpty();
    assertThat(told(with(3, "Vote, and how"))).isEmpty();
    assertThat(told(with(6, "Owner"))).isEmpty();
    assertThat(told(with(7, "Shared by the Coop"))).isEmpty();
    assertThat(told(with(8, "Coop vs club"))).isEmpty();
    assertThat(told(with(4, "Each"))).isEmpty();
    assertThat(told(WHOLE.subList(0, 8))).isEmpty();
  }

  @Test
  void readsRowsOfWordsBehindChoices() {
    assertThat(
            told(
                List.of(
                    "Fee",
                    "$5",
                    "$9",
                    "SIM",
                    "Nano card",
                    "Micro card",
                    "Tours",
                    "Yes",
                    "At weekends",
                    "Shop",
                    "Optional",
                    "No")))
        .containsExactly(
            "Coop Fee $5",
            "Coop SIM Nano card",
            "Coop Shop Optional",
            "Coop Tours Yes",
            "Firm Fee $9",
            "Firm SIM Micro card",
            "Firm Shop No",
            "Firm Tours At weekends");
  }

  @Test
  void keepsRowsThatNothingShowsButAnotherTable() {
    List<String> lines =
        List.of("Rooms", "Few", "Many", "Meals", "Shared", "None", "", "Coop", "Firm");
    List<String> more = List.of("Fee", "$5", "$9", "Seats", "12", "40");
    assertThat(told(lines.subList(0, 5))).isEmpty();
    assertThat(told(Stream.concat(lines.stream(), more.stream()).toList()))
        .containsExactly(
            "Coop Fee $5",
            "Coop Seats 12",
            "Firm Fee $9",
            "Firm Seats 40",
            "nobody unmapped unparsed");
  }

  @Test
  void leavesOutWinnersInWhateverNumberOfRows() {
    List<String> rows =
        List.of(
            "Winner", "Fee", "$5", "$9", "Coop", "Seats", "12", "40", "Firm", "Rooms", "3", "3",
            "Tie", "Age", "7", "6", "Coop", "Staff", "2", "9", "Firm");
    assertThat(told(rows))
        .containsExactly(
            "Coop Age 7",
            "Coop Fee $5",
            "Coop Rooms 3",
            "Coop Seats 12",
            "Coop Staff 2",
            "Firm Age 6",
            "Firm Fee $9",
            "Firm Rooms 3",
            "Firm Seats 40",
            "Firm Staff 9");
  }

  private static List<String> with(int at, String line) {
    List<String> lines = new ArrayList<>(WHOLE);
    if (at == 0) {
      lines.add(0, line);
    } else {
      lines.set(at, line);
    }
    return lines;
  }

  private static List<String> told(List<String> lines) {
    return Told.of(
        "text/plain",
        "Coop vs Firm\n\nAt a glance.\n\nCoop\nFirm\n" + String.join("\n", lines) + "\n");
  }
}
