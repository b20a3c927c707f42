package dev.unglue.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Runs whose reports are looked at. */
public final class Reports {
  private static final String HOSTILE =
      """
      # Teller vs head teller

      | | Teller | Head Teller |
      |---|---|---|
      | Yearly salary | $27,490 | $32,292 |
      | Job satisfaction | 3.67 | 9.99 |
      | Best paying company | <script>document.title='pwned'</script> | <img src=x onerror="document.title='pwned'"> |
      | Most common college | <svg onload="document.title='pwned'"></svg> | <a href="javascript:document.title='pwned'">x</a> |
      | "><svg/onload=document.title='pwned'> | </title></style></script><script>document.title='pwned'</script> | ' onfocus='document.title="pwned"' autofocus=' |
      | <iframe src="data:text/html,<script>parent.document.title='pwned'</script>"></iframe> | data:text/html,<script>alert(1)</script> | {{ report.run.uuid }}{%% raw %%} |
      | Most common major | a\u0001b\u001bc | \u202eevil |
      """;

  private Reports() {}

  /** A run over the bundled pages; skipped where they are absent. */
  public static RealRun samples(Path folder) {
    Path samples = Path.of("raw/samples");
    assumeTrue(Files.isDirectory(samples), "no " + samples + ": the bundled pages are not at hand");
    RealRun run = new RealRun(folder);
    try (Stream<Path> files = Files.list(samples)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        run.file("raw/samples/" + file.getFileName(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return run.execute("run", "--input", "raw/samples", "--out", "out");
  }

  /** A run over a page of which every cell, and the address, would like to be code. */
  public static RealRun hostile(Path folder) {
    return new RealRun(folder)
        .file("p/a.md", HOSTILE.replace("%%", "%"))
        .file(
            "p/a.md.meta.json",
            "{\"url\": \"javascript:document.title='pwned'//\\\"><script>document.title='pwned'</script>\"}")
        .file("p/b.md", HOSTILE.replace("%%", "%").replace("3.67", "2.5"))
        .file("p/empty.html", "")
        .execute("run", "--input", "p", "--out", "out");
  }

  public static String text(RealRun run, String name) {
    try {
      return Files.readString(run.folder.resolve("out").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(RealRun run) {
    try {
      return new ObjectMapper().readTree(text(run, "report.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first object of a list that has this text at a key. */
  public static JsonNode find(JsonNode list, String key, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(row -> row.get(key).asText().equals(value))
        .findFirst()
        .orElseThrow();
  }
}
