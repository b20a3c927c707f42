package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.format.ChangeList;
import dev.unglue.cli.format.JsonPageFormat;
import dev.unglue.cli.format.JsonPageReader;
import dev.unglue.cli.option.Format;
import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.pipeline.parse.ParseJob;
import dev.unglue.pipeline.shadow.ReadingChange;
import dev.unglue.pipeline.shadow.ReadingComparison;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The whole result of every bundled page, as {@code parse --format json} prints it, against the
 * golden copy; {@code -Dgolden.update=true} writes it anew. A change of the parser fails with the
 * list of the values that it changes, so that whoever made it sees what it does.
 */
class SamplesGoldenTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/dev/unglue/cli/samples.golden.jsonl");

  @Test
  void givesTheWholeResultOfEveryBundledPage() throws IOException {
    List<String> lines = parse("raw/samples");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.write(GOLDEN, lines);
    }

    List<String> golden = Files.readAllLines(GOLDEN);
    assertThat(changes(golden, lines)).as("values that have changed").isEmpty();
    assertThat(lines).containsExactlyElementsOf(golden).hasSize(16);
  }

  @Test
  void aFailureTellsTheChangedValuesByAttributeAndPage() throws IOException {
    List<String> golden = Files.readAllLines(GOLDEN);
    List<String> changed =
        golden.stream().map(line -> line.replace("\"value\":43251,", "\"value\":43252,")).toList();

    assertThat(changes(golden, changed))
        .startsWith("attribute          page ")
        .contains("  changed  43251   43252\n")
        .contains("\nby attribute: yearly_salary_usd ");
  }

  /** The list of changes as {@code unglue shadow} prints it; empty where there is none. */
  private static String changes(List<String> before, List<String> after) {
    ReadingComparison comparison = new ReadingComparison();
    before.forEach(line -> comparison.before(JsonPageReader.read(line, "golden")));
    after.forEach(line -> comparison.after(JsonPageReader.read(line, "now")));
    List<ReadingChange> changes = comparison.finish();
    if (changes.isEmpty()) {
      return "";
    }
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    ChangeList.print(changes, Format.TABLE, printer);
    ChangeList.counts(changes, comparison.pages()).forEach(printer::println);
    return out.toString();
  }

  @Test
  void readsOneComparisonTheSameFromTwoLayouts() throws IOException {
    List<String> glued = values("raw/samples/mortgage-vs-loss.glued.txt");
    List<String> html = values("raw/samples/mortgage-vs-loss.html");

    assertThat(glued).hasSizeGreaterThan(80).containsExactlyInAnyOrderElementsOf(html);
  }

  private static List<String> values(String input) throws IOException {
    var page = new com.fasterxml.jackson.databind.ObjectMapper().readTree(parse(input).get(0));
    List<String> values = new ArrayList<>();
    page.get("observations")
        .forEach(
            seen ->
                values.add(
                    String.join(
                        "|",
                        seen.get("subject").asText(),
                        seen.get("attribute").asText(),
                        seen.get("member").asText(),
                        seen.get("ordinal").asText(),
                        seen.get("state").asText(),
                        seen.get("value").asText())));
    return values;
  }

  private static List<String> parse(String input) {
    Settings settings = ConfigFolder.load(Path.of("config"));
    StringWriter out = new StringWriter();
    JsonPageFormat format = new JsonPageFormat(new PrintWriter(out), settings.catalogue());
    ParseJob.parse(
        settings,
        List.of(input),
        Path.of(""),
        new ByteArrayInputStream(new byte[0]),
        1,
        format::print,
        failure -> assertThat(failure).isNull());
    return out.toString().lines().toList();
  }
}
