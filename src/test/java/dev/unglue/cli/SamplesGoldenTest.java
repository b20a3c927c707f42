package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.format.JsonPageFormat;
import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.pipeline.parse.ParseJob;
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
 * golden copy; {@code -Dgolden.update=true} writes it anew.
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

    assertThat(lines).containsExactlyElementsOf(Files.readAllLines(GOLDEN)).hasSize(16);
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
