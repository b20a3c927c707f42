package dev.unglue.fuzz;

import dev.unglue.bench.page.Comparison;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.Flaws;
import dev.unglue.bench.page.NamePool;
import dev.unglue.bench.page.PageGenerator;
import dev.unglue.model.field.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The pages that there are: samples, fixtures, generated ones, and the shared ones if at hand. */
final class PageCorpus {
  private static final long SEED = 20261129;

  private PageCorpus() {}

  /** The samples of the project. */
  static List<FuzzInput> samples() {
    return files(Path.of("raw/samples"));
  }

  /** The pages among the resources of the tests. */
  static List<FuzzInput> fixtures() {
    List<FuzzInput> found = new ArrayList<>(files(Path.of("src/test/resources/fixtures")));
    found.addAll(files(Path.of("src/test/resources/dev/unglue/pipeline")));
    return found;
  }

  /** The pages that lie beside the project; none where they are not at hand. */
  static List<FuzzInput> shared() {
    Path folder = Path.of("../shared/pages");
    return Files.isDirectory(folder) ? files(folder) : List.of();
  }

  /** So many generated pages, each in every layout; every other one lacks some cells. */
  static List<FuzzInput> generated(Catalogue catalogue, int count) {
    NamePool pool = NamePool.bundled(catalogue, name -> true);
    List<Comparison> pages = new ArrayList<>();
    pages.addAll(new PageGenerator(pool, new Random(SEED)).pages(count - count / 2));
    pages.addAll(new PageGenerator(pool, new Random(SEED), new Flaws(0.1, 0.1)).pages(count / 2));
    List<FuzzInput> printed = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      for (Comparison page : pages) {
        printed.add(
            new FuzzInput(
                "generated " + dialect, dialect.mediaType(), page.draft().print(dialect)));
      }
    }
    return printed;
  }

  private static List<FuzzInput> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<FuzzInput> inputs = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.toString();
        if (name.endsWith(".txt") || name.endsWith(".md") || name.endsWith(".html")) {
          inputs.add(new FuzzInput(name, mediaType(name), read(file)));
        }
      }
      return inputs;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the pages in " + folder, e);
    }
  }

  private static String mediaType(String name) {
    if (name.endsWith(".html")) {
      return FuzzInput.HTML;
    }
    return name.endsWith(".md") ? FuzzInput.MARKDOWN : FuzzInput.TEXT;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
