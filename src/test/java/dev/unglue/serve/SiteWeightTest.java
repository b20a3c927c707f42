package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import dev.unglue.serve.SiteClient.Answer;
import dev.unglue.serve.http.Params;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much a page of the data holds, a page of the site weighs little. */
class SiteWeightTest {
  /** With all that it asks for. */
  private static final int MOST_BYTES = 200_000;

  private static final String LONG = "/page?page=" + Params.encoded("p/long.md");

  @TempDir private static Path folder;

  private static Site site;

  @BeforeAll
  static void start() {
    new RealRun(folder)
        .file(
            "p/long.md",
            "# Teller vs Baker\n\n| | Teller | Baker |\n|---|---|---|\n" + rows(1500, 2))
        .file("p/wide.md", "# Wide\n\n" + header(90) + rows(120, 90))
        .file(
            "p/prose.txt",
            "Teller vs Baker\n\n" + "A teller is paid $30,120 a year. \n".repeat(6000))
        .file("p/cells.md", "# Cook vs Usher\n\n| | Cook | Usher |\n|---|---|---|\n" + cells())
        .file("p/open.txt", "Clerk vs Smith\n\nClerkSmith\nYearly salary$30,120$41,205\n" + open())
        .execute("run", "--input", "p", "--out", "out");
    site = Sites.start(folder);
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
  }

  private static String rows(int rows, int columns) {
    return IntStream.range(0, rows)
        .mapToObj(
            row ->
                "| Thing number "
                    + row
                    + " | "
                    + IntStream.range(0, columns)
                        .mapToObj(column -> "$" + (100 + row) + "." + (10 + column))
                        .collect(Collectors.joining(" | "))
                    + " |\n")
        .collect(Collectors.joining());
  }

  private static String header(int columns) {
    String names =
        IntStream.range(0, columns)
            .mapToObj(column -> "Name " + column)
            .collect(Collectors.joining(" | "));
    return "| | " + names + " |\n|" + "---|".repeat(columns + 1) + "\n";
  }

  private static String cells() {
    return ("| Yearly salary | " + "much ".repeat(2000) + " | $30,120 |\n").repeat(40);
  }

  private static String open() {
    return IntStream.range(0, 300)
        .mapToObj(row -> "Most common college" + "Smith Jones" + row + "Brown\n")
        .collect(Collectors.joining());
  }

  private static Answer get(String address) {
    return new SiteClient(site).get(address);
  }

  private static int weight(Answer page) {
    int bytes = page.body().getBytes(StandardCharsets.UTF_8).length;
    for (String part : page.body().split("\"")) {
      if (part.startsWith("/assets/")) {
        bytes += get(part).body().length();
      }
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/subjects",
        "/flags",
        "/decide",
        "/subject/teller",
        "/compare?left=teller&right=baker",
        "/page?page=p%2Flong.md",
        "/page?page=p%2Fwide.md",
        "/page?page=p%2Fprose.txt",
        "/page?page=p%2Fcells.md",
        "/page?page=p%2Fopen.txt"
      })
  void staysBelow200KbWithItsParts(String address) {
    Answer page = get(address);

    assertThat(page.status()).as(page.body()).isEqualTo(200);
    assertThat(weight(page)).isLessThan(MOST_BYTES);
  }

  @Test
  void showsALargeTablePartByPart() {
    String first = get(LONG).body();
    Matcher after = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
    assertThat(first).contains("of 1,500", ">Thing number 0<").doesNotContain(">Thing number 900<");
    assertThat(after.find()).isTrue();

    String second = get(after.group(1).replace("&amp;", "&")).body();
    assertThat(second)
        .contains(">Thing number 133<", "rel=\"prev\"", "<mark data-span=")
        .doesNotContain(">Thing number 0<");
    String last = get(LONG + "&from=1499").body();
    assertThat(last).contains("1,500 of 1,500", ">Thing number 1499<");
    assertThat(weight(get(LONG + "&from=700"))).isLessThan(MOST_BYTES);
  }

  @Test
  void showsTheRowsAroundAPlace() {
    Matcher at =
        Pattern.compile("data-span=\"(\\d+-\\d+)\"[^>]*>Thing number 1200<")
            .matcher(get(LONG + "&from=1200").body());
    assertThat(at.find()).isTrue();

    assertThat(get(LONG + "&at=" + at.group(1)).body())
        .contains(">Thing number 1200<")
        .doesNotContain(">Thing number 0<");
  }

  @Test
  void leadsToTheRestOfALongText() {
    String first = get("/page?page=p%2Fprose.txt").body();
    Matcher rest =
        Pattern.compile("href=\"(/page[^\"]+text=\\d+)\">… [0-9]+ lines<").matcher(first);
    assertThat(rest.find()).isTrue();

    assertThat(get(rest.group(1).replace("&amp;", "&")).body())
        .contains("class=\"ln gap\"", "A teller is paid");
  }
}
