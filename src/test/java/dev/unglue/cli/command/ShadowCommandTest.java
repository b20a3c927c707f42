package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowCommandTest {
  private static final String NOW =
      """
      kind: kettle
      missing: ['-']
      attributes:
        - {id: price_usd, title: Price, labels: [Price], type: money, unit: USD, decimals: 2, sections: [page]}
        - {id: reviews, title: Reviews, labels: [Reviews], type: count, unit: count, sections: [page]}
      """;

  /** Another unit of money, a range, and no attribute for the reviews. */
  private static final String NEW =
      """
      kind: kettle
      missing: ['-', '87']
      attributes:
        - {id: price_usd, title: Price, labels: [Price], type: money, unit: GBP, decimals: 2, sections: [page]}
        - {id: reviews, title: Reviews, labels: [Reviews], type: count, unit: count, hard: [0, 1000], sections: [page]}
      """;

  @TempDir Path folder;
  private RealRun run;

  @BeforeEach
  void pages() {
    run =
        new RealRun(folder)
            .file("config/attributes.yaml", NOW)
            .file(
                "config/sources/kettles.yaml", "name: kettles\nenabled: true\nfiles: [pages/**]\n")
            .file("new/attributes.yaml", NEW)
            .file(
                "pages/a.md",
                "# Brisa vs Ondina\n\n| | Brisa | Ondina |\n|---|---|---|\n"
                    + "| Price | $39.90 | £54.00 |\n| Reviews | 1,204 | 87 |\n")
            .file(
                "pages/b.md",
                "# Brisa vs Calda\n\n| | Brisa | Calda |\n|---|---|---|\n| Reviews | 12 | 13 |\n");
  }

  @Test
  void listsEveryValueThatWouldChangeByAttributeAndPage() {
    run.execute("shadow", "--config", "new");

    assertThat(run.out)
        .isEqualTo(
            """
            attribute  page        subject  member  ordinal  change   before      after
            price_usd  pages/a.md  Brisa    -       -        lost     39.9        (unparsed)
            price_usd  pages/a.md  Ondina   -       -        new      (unparsed)  54
            reviews    pages/a.md  Brisa    -       -        changed  1204        1204 (out_of_range)
            reviews    pages/a.md  Ondina   -       -        lost     87          (missing)
            """);
    assertThat(run.err)
        .isEqualTo(
            """
            4 changes on 1 of 2 pages: 1 changed, 2 lost, 1 new, 0 state
            by attribute: price_usd 2, reviews 2
            """);
    assertThat(run.code).isEqualTo(1);
    assertThat(folder.resolve("normalized")).doesNotExist();
  }

  @Test
  void printsForPrograms() {
    run.execute("shadow", "--config", "new", "--format", "csv");
    assertThat(run.out.lines().limit(2))
        .containsExactly(
            "attribute,page,subject,member,ordinal,change,before,after",
            "price_usd,pages/a.md,Brisa,,,lost,39.9,(unparsed)");
    run.execute("shadow", "--config", "new", "--format", "json");
    assertThat(run.out.lines().findFirst())
        .contains(
            "{\"attribute\":\"price_usd\",\"page\":\"pages/a.md\",\"subject\":\"Brisa\","
                + "\"member\":\"\",\"ordinal\":null,\"change\":\"lost\",\"before\":\"39.9\","
                + "\"after\":\"(unparsed)\"}");
  }

  @Test
  void saysThatNothingWouldChange() {
    run.execute("shadow", "--config", "new", "--against", "new", "pages");
    assertThat(run.err).isEqualTo("no change on 2 pages\n");
    assertThat(run.code).isZero();
    run.execute("shadow", "--config", "new", "pages/b.md");
    assertThat(run.code).isZero();
  }

  @Test
  void comparesWithAnotherVersion() throws IOException {
    Path jar = jar("dev.unglue.cli.Main");
    run.execute("shadow", "--jar", jar.toString());
    assertThat(run.err).isEqualTo("no change on 2 pages\n");
    assertThat(run.code).isZero();

    run.execute("shadow", "--jar", jar.toString(), "--config", "new", "--against", "config");
    assertThat(run.err)
        .startsWith("4 changes on 1 of 2 pages: 1 changed, 2 lost, 1 new, 0 state\n");
    assertThat(run.code).isEqualTo(1);
  }

  // --- bad input ------------------------------------------------------------------------------

  private void refuses(String message, String... args) {
    run.execute(args);
    assertThat(run.err).isEqualTo("unglue: " + message + "\n");
    assertThat(run.out).isEmpty();
    assertThat(run.code).isEqualTo(2);
  }

  @Test
  void namesTheConfigurationThatIsBroken() {
    run.file("broken/attributes.yaml", NEW.replace("type: count", "type: cuont"));
    String place =
        "broken/attributes.yaml:5: attributes[1].type: expected one of money, money_range, range,"
            + " percent, count, rating, integer, share, city, choice, breakdown, quantity, yes_no,"
            + " version, date, name, text, found \"cuont\"; did you mean count?";
    refuses(
        "the new configuration cannot be used, so nothing was compared:\n" + place,
        "shadow",
        "--config",
        "broken");
    refuses(
        "the present configuration cannot be used, so nothing was compared:\n" + place,
        "shadow",
        "--config",
        "new",
        "--against",
        "broken");
  }

  @Test
  void asksForSomethingToCompareWith() {
    refuses("expected --config NEW or --jar OTHER.jar, found neither", "shadow");
    refuses(
        "nothing to compare: expected an enabled source with pages, or pages by PATH, found none in"
            + " new",
        "shadow",
        "--config",
        "new",
        "--against",
        "new");
  }

  @Test
  void saysWhyAnotherVersionCannotBeUsed() throws IOException {
    refuses(
        "--jar: expected the jar of an unglue, found none at absent.jar",
        "shadow",
        "--jar",
        "absent.jar");
    run.file("broken.jar", "no jar");
    refuses(
        "--jar: broken.jar failed with exit code 1: Error: Invalid or corrupt jarfile "
            + folder.resolve("broken.jar")
            + "; nothing was compared",
        "shadow",
        "--jar",
        "broken.jar");
    Path other = jar("dev.unglue.cli.command.Talkative");
    refuses(
        other + ": expected a line of parse --format json, found \"hello\"",
        "shadow",
        "--jar",
        other.toString());
  }

  /** A jar of this very program: its classes lie where those of the tests do. */
  private static Path jar(String main) throws IOException {
    Manifest manifest = new Manifest();
    Attributes entries = manifest.getMainAttributes();
    entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entries.put(Attributes.Name.MAIN_CLASS, main);
    entries.put(
        Attributes.Name.CLASS_PATH,
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = Files.createTempFile("other", ".jar");
    jar.toFile().deleteOnExit();
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
    return jar;
  }
}
