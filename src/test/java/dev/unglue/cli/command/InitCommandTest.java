package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.cli.RealRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
  private static final Path WIKI = Path.of("../shared/pages/wiki");
  private static final Path REAL = Path.of("../shared/pages/real2/pages.jsonl");

  private static final String KETTLES =
      """
      # Brisa vs Ondina

      | | Brisa | Ondina |
      |---|---|---|
      | Price | $39.90 | $54.00 |
      | Capacity | 1.7 l | 1.5 l |
      | Cordless | Yes | No (swivel base) |
      | Heats up in | 3 - 4 min | 2 - 3 min |
      | Returned | 3% | 1.5% |
      | Reviews | 1,204 | 87 |
      | Maker's seat | Porto | Lyon |
      | On sale since | March 3, 2021 | May 20, 2023 |
      """;

  private static final String MORE =
      """
      # Ondina vs Calda

      | | Ondina | Calda |
      |---|---|---|
      | Price | $54.00 | $120 |
      | Capacity | 1.5 l | 0.8 l |
      | Colour | red | steel |
      """;

  @TempDir Path folder;
  private RealRun run;

  @BeforeEach
  void here() {
    run = new RealRun(folder);
  }

  @Test
  void proposesLabelsTypesUnitsAndTheRangesSeen() throws IOException {
    run.file("pages/a.md", KETTLES).file("pages/b.md", MORE);

    run.execute("init", "kettle", "--pages", "pages");

    assertThat(run.code).isZero();
    assertThat(run.out)
        .isEqualTo("kettle/attributes.yaml\nkettle/rules.yaml\nkettle/sources/pages.yaml\n");
    assertThat(run.err)
        .isEqualTo(
            """
            proposed   10 attributes of 2 pages: 1 count, 1 date, 1 money, 2 name, 1 percent, 1 quantity, 2 range, 1 yes_no
            next       edit kettle/attributes.yaml; unglue config check --config kettle
            """);
    assertThat(Files.readString(folder.resolve("kettle/attributes.yaml")))
        .contains(
            """
            kind: 'kettle'
            """)
        .endsWith(
            """
            attributes:
              - id: price_usd
                title: 'Price'
                labels: ['Price']
                type: money
                unit: 'USD'
                soft: [39.90, 120]
                decimals: 2
                sections: [page]
              - id: capacity_l
                title: 'Capacity'
                labels: ['Capacity']
                type: quantity
                unit: 'l'
                soft: [0.8, 1.7]
                decimals: 1
                sections: [page]
              - id: cordless
                title: 'Cordless'
                labels: ['Cordless']
                type: yes_no
                sections: [page]
              - id: heats_up_in_low_min
                title: 'Heats up in'
                labels: ['Heats up in']
                type: range
                part: low
                unit: 'min'
                soft: [2, 3]
                sections: [page]
              - id: heats_up_in_high_min
                title: 'Heats up in'
                labels: ['Heats up in']
                type: range
                part: high
                unit: 'min'
                soft: [3, 4]
                sections: [page]
              - id: returned_pct
                title: 'Returned'
                labels: ['Returned']
                type: percent
                unit: '%'
                soft: [1.5, 3]
                decimals: 1
                sections: [page]
              - id: reviews_count
                title: 'Reviews'
                labels: ['Reviews']
                type: count
                unit: 'count'
                soft: [87, 1204]
                sections: [page]
              - id: maker_s_seat
                title: 'Maker''s seat'
                labels: ['Maker''s seat']
                type: name
                sections: [page]
              - id: on_sale_since_on
                title: 'On sale since'
                labels: ['On sale since']
                type: date
                sections: [page]
              - id: colour
                title: 'Colour'
                labels: ['Colour']
                type: name
                sections: [page]
            """);
    run.execute("config", "check", "--config", "kettle");
    assertThat(run.code).isZero();
    run.execute("run", "--config", "kettle", "--out", "out");
    assertThat(run.code).isZero();
    assertThat(
            run.query(
                "out/unglue.db",
                "SELECT subject, value_num FROM v_fact WHERE attribute = 'price_usd' ORDER BY 1"))
        .containsExactly("Brisa|39.9", "Calda|120", "Ondina|54");
  }

  @Test
  void namesNoTypeThatDoesNotReadEveryCell() throws IOException {
    run.file(
        "a.md",
        """
        # Brisa vs Ondina

        | | Brisa | Ondina |
        |---|---|---|
        | Price | $39.90 | from 54 |
        | 容量 | 1.7 l | 50 oz |
        | Price: | $1 | £2 |
        """);
    run.execute("init", "kettle", "--pages", "a.md");

    assertThat(run.code).isZero();
    assertThat(Files.readString(folder.resolve("kettle/attributes.yaml")))
        .endsWith(
            """
            attributes:
              - id: price
                title: 'Price'
                labels: ['Price']
                type: name
                sections: [page]
              - id: attribute
                title: '容量'
                labels: ['容量']
                type: name
                sections: [page]
            """);
    assertThat(run.err)
        .isEqualTo(
            """
            proposed   2 attributes of 1 page: 2 name
            one page   types and ranges rest on one page only: give more pages of its kind, or widen soft
            next       edit kettle/attributes.yaml; unglue config check --config kettle
            """);
  }

  // --- what cannot be done, with nothing written -------------------------------------------------

  private void refuses(String message, String... args) throws IOException {
    List<String> before = files();
    run.execute(args);
    assertThat(run.code).isEqualTo(2);
    assertThat(run.out).isEmpty();
    assertThat(run.err).isEqualTo("unglue: " + message + "\n");
    assertThat(files()).isEqualTo(before);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void refusesPagesWithoutATable() throws IOException {
    run.file("a.txt", "Kettles are nice.\nThey boil water.\n").file("b.txt", "Tea, too.\n");
    refuses(
        "no page has a table: expected rows with a label and a cell for each subject, found none in"
            + " 2 pages (a.txt, b.txt); unglue parse --explain PAGE shows what is read of one;"
            + " nothing was written",
        "init",
        "kettle",
        "--pages",
        "a.txt",
        "b.txt");
  }

  @Test
  void refusesPagesOfTwoKinds() throws IOException {
    run.file("a.md", KETTLES).file("b.md", MORE);
    run.file(
        "c.md",
        "# Rex vs Fido\n\n| | Rex | Fido |\n|---|---|---|\n| Breed | Collie | Pug |\n| Age | 3 | 5 |\n");
    refuses(
        "the pages are of 2 kinds: expected pages that share row labels, found none shared between"
            + " a.md (Price, Capacity, Cordless) and c.md (Breed, Age); call init for each kind, with"
            + " a folder of its own; nothing was written",
        "init",
        "kettle",
        "--pages",
        "a.md",
        "b.md",
        "c.md");
  }

  @Test
  void refusesAFolderThatHoldsSomething() throws IOException {
    run.file("a.md", KETTLES).file("kettle/attributes.yaml", "kind: mine\n");
    refuses(
        "expected a folder that is empty or not there yet, found 1 file in it, at kettle; nothing"
            + " was written",
        "init",
        "kettle",
        "--pages",
        "a.md");
    refuses(
        "expected a folder that is empty or not there yet, found a file, at a.md; nothing was"
            + " written",
        "init",
        "a.md",
        "--pages",
        "a.md");
  }

  @Test
  void refusesAPageThatIsNotThere() throws IOException {
    run.file("a.md", KETTLES);
    List<String> before = files();
    run.execute("init", "kettle", "--pages", "a.md", "absent.md");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).contains("absent.md").endsWith("; nothing was written\n");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void takesAFolderThatIsEmpty() throws IOException {
    run.file("a.md", KETTLES);
    Files.createDirectories(folder.resolve("kettle"));
    run.execute("init", "kettle", "--pages", "a.md");
    assertThat(run.code).isZero();
  }

  // --- no page is read worse with it than without -----------------------------------------------

  @Test
  void losesNothingOnRealPagesOfSeveralKinds() throws IOException {
    assumeTrue(Files.exists(REAL), "no ../shared/pages/real2 here");
    Set<String> read = new TreeSet<>();
    for (String line : Files.readAllLines(REAL)) {
      JsonNode page = new ObjectMapper().readTree(line);
      String name = page.get("page").asText() + ".txt";
      run.file(name, page.get("text").asText());
      if (losesNothing(name)) {
        read.add(name);
      }
    }
    assertThat(read).hasSizeGreaterThan(6);
  }

  @Test
  void losesNothingOnThePagesOfTheProject() throws IOException {
    assertThat(read(List.of(Path.of("raw"), Path.of("src/test/resources/fixtures")), 1))
        .hasSizeGreaterThan(15);
  }

  @Test
  void losesNothingOnTablesOfAllKinds() throws IOException {
    assumeTrue(Files.isDirectory(WIKI), "no ../shared/pages/wiki here");
    assertThat(read(List.of(WIKI), 4)).hasSizeGreaterThan(40);
  }

  /** The pages in folders, one of so many, for which something could be proposed. */
  private List<String> read(List<Path> folders, int step) throws IOException {
    List<String> read = new ArrayList<>();
    for (Path top : folders) {
      try (Stream<Path> files = Files.walk(top)) {
        List<Path> pages =
            files
                .filter(file -> file.toString().matches("(?s).*[.](html|txt|md|wet|jsonl)"))
                .filter(file -> !file.endsWith("README.md"))
                .sorted()
                .toList();
        for (int i = 0; i < pages.size(); i += step) {
          String name = pages.get(i).getFileName().toString();
          run.file(name, Files.readAllBytes(pages.get(i)));
          if (losesNothing(name)) {
            read.add(name);
          }
        }
      }
    }
    return read;
  }

  /** False where nothing could be proposed, and nothing was written. */
  private boolean losesNothing(String page) throws IOException {
    run.file("bare/attributes.yaml", "kind: item\nmissing: ['-']\nattributes: []\n");
    String config = "of-" + page;
    run.execute("init", config, "--pages", page);
    if (run.code != 0) {
      assertThat(run.err).as(page).startsWith("unglue: no ").contains("nothing was written");
      assertThat(folder.resolve(config)).doesNotExist();
      return false;
    }
    run.execute("config", "check", "--config", config);
    assertThat(run.code).as(page + ": " + run.err).isZero();
    List<JsonNode> with = cells(config, page);
    assertThat(cells("bare", page))
        .as(page)
        .allSatisfy(cell -> assertThat(with).anyMatch(other -> isSame(cell, other)));
    return true;
  }

  /** What of tables was read as a value, or as none. */
  private List<JsonNode> cells(String config, String page) throws IOException {
    run.execute("parse", "--config", config, "--format", "json", page);
    assertThat(run.code).as(page + ": " + run.err).isZero();
    List<JsonNode> cells = new ArrayList<>();
    for (String line : run.out.lines().toList()) {
      JsonNode parsed = new ObjectMapper().readTree(line);
      for (JsonNode seen : parsed.get("observations")) {
        if (List.of("value", "missing").contains(seen.get("state").asText())) {
          cells.add(((ObjectNode) seen).put("page", parsed.get("page").asText()));
        }
      }
    }
    return cells;
  }

  private static boolean isSame(JsonNode one, JsonNode other) {
    int start = one.get("start").asInt();
    int end = one.get("end").asInt();
    boolean meets = other.get("start").asInt() < end && start < other.get("end").asInt();
    return (meets || (start == end && other.get("start").asInt() == start))
        && one.get("page").equals(other.get("page"))
        && Objects.equals(one.get("subject"), other.get("subject"));
  }
}
