package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code parse} tells a person who looks at one page. */
class ParseForPeopleTest {
  @TempDir private Path folder;
  private RealRun run;

  @BeforeEach
  void start() {
    run = new RealRun(folder);
  }

  private String parse(String name, String text, String... more) {
    run.file(name, text);
    String[] all = new String[more.length + 2];
    all[0] = "parse";
    System.arraycopy(more, 0, all, 1, more.length);
    all[all.length - 1] = name;
    run.execute(all);
    assertThat(run.err).isEmpty();
    return run.out;
  }

  @Test
  void saysWhatToDoWhereNoTableWasFound() {
    assertThat(parse("words.txt", "Nothing but words.\n"))
        .isEqualTo(
            """
            page      words.txt
            kind      none, layout text
            subjects  none

            flags
              error  soft_error_page  The page says nothing that is known: expected a
                table, sentence or list that the catalogue knows, found "none", at
                words.txt; look whether it is an error page that came with status 200

            next
              No table was found: no line has the shape of a row, and no header names two
                things.
              Where a table stands on the page, give the page as HTML, which keeps its
                cells apart.
              Pages about something else: unglue init FOLDER --pages PATH proposes a
                configuration.
            """);
  }

  @Test
  void namesTheSubjectsOfAHeaderWhoseLabelsNobodyKnows() {
    String page =
        "<h1>Offers</h1><table><tr><th>Feature<th>Red One<th>Blue Two"
            + "<tr><td>Weight<td>3 kg<td>4 kg<tr><td>Screen<td>5 in<td>6 in</table>";

    assertThat(parse("offers.html", page))
        .startsWith("page      offers.html\nkind      other, layout html\n".replace("\\\n", "\n"))
        .contains("\nsubjects  Red One | Blue Two\n".replace("\\\n", "\n"))
        .endsWith(
            """

            next
              A table was found; the configuration knows none of its labels.
              Pages about something else: unglue init FOLDER --pages PATH proposes a
                configuration.
            """);
    assertThat(parse("offers.html", page, "--format", "json"))
        .contains("\"subjects\":[\"Red One\",\"Blue Two\"]");
  }

  @Test
  void namesTheColumnsWhereNoCellIsRead() throws Exception {
    String page =
        "<table><tr><th>Picture<th>Name<th>Took office<tr><td><td>Ada<td>1901<tr><td><td>Bob<td>1905"
            + "</table>";

    assertThat(parse("list.html", page, "--explain"))
        .contains("\nsubjects  Name | Took office\n")
        .contains("\nunmapped  \"Ada 1901\"  unparsed by cell\n");
  }

  @Test
  void explainsEveryOpenCellTheShortRowsFirst() throws Exception {
    String sample =
        Files.readString(Path.of("raw/samples/loan-services-vs-loss.short-row.txt"))
            + "\n\nLoan Services RepresentativeLoss Mitigation Specialist\n"
            + "Best paying companyBlueSkyRedRiver\n";
    String out = parse("a.txt", sample, "--explain");

    assertThat(out)
        .contains(
            """

            Most common college  "University of Pennsylvania"  short_row_side_ambiguous: fewer cells than subjects, and nothing tells whose
              0.5000  University of Pennsylvania | (empty)
              0.5000  (empty) | University of Pennsylvania

            Best paying company  "BlueSkyRedRiver"  unparsed: no reading fits
            """);
  }

  @Test
  void explainsWhatIsOpenInASentence() throws Exception {
    String sample = Files.readString(Path.of("raw/samples/loss-mitigation-specialist.profile.txt"));

    assertThat(parse("a.txt", sample, "--explain"))
        .contains(
            """

            hiring_company_jobs  "Lender 248"  ambiguous by list
              0.5000  Lender 2 | 48
              0.5000  Lender 24 | 8
            """);
  }
}
