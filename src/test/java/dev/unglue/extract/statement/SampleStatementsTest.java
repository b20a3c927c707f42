package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.text.Captures;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled pages speak in words of their own, and say the same of each occupation. */
class SampleStatementsTest {
  private static final Path SAMPLES = Path.of("raw/samples");
  private static final Pattern ADDRESS = Pattern.compile("\"url\": \"([^\"]+)\"");

  /** Months, salary and top skills of each occupation. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "mortgage-service-specialist",
          "24-48 34920 mortgage loans, customer service, escrow analysis",
          "loss-mitigation-specialist",
          "6-12 43251 customer service, loan modifications, foreclosure process",
          "loan-services-representative",
          "24-48 38603 customer service, loan payments, outbound calls",
          "collections-customer-service",
          "6-12 32870 strong customer service, customer service, payment arrangements",
          "account-specialist",
          "6-12 42586 customer service, patients, account management");

  static Stream<Path> comparisons() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      List<Path> pages =
          files
              .filter(file -> file.toString().matches(".*\\.(txt|md|html)"))
              .filter(file -> !file.toString().matches(".*(README|profile).*"))
              .sorted()
              .toList();
      assertThat(pages).hasSizeGreaterThan(10);
      return pages.stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PageText text(Path file, String page) {
    String name = file.toString();
    return name.endsWith(".html")
        ? Reading.html(page)
        : Captures.lines(Captures.of(page, name.endsWith(".md") ? "text/markdown" : "text/plain"));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void saysTheSameOnEveryPage(Path file) {
    String page = read(file);
    Matcher address = ADDRESS.matcher(read(file.resolveSibling(file.getFileName() + ".meta.json")));
    assertThat(address.find()).isTrue();
    PageText text = text(file, page);
    List<String> names =
        new TitleReader(Reading.FORMS).names(text, Optional.of(address.group(1)), Steps.NONE);
    PageStatements read = Reading.of(text, names.toArray(String[]::new));

    assertThat(names).hasSizeGreaterThan(1);
    assertThat(read.unresolved()).isEmpty();
    assertThat(read.open()).isEmpty();
    Map<String, String> said = said(read);
    assertThat(said).hasSameSizeAs(names);
    said.forEach(
        (slug, facts) ->
            // The page of three subjects says nothing of their pay.
            assertThat(facts)
                .as(slug)
                .isEqualTo(
                    names.size() == 2
                        ? KNOWN.get(slug)
                        : KNOWN.getOrDefault(slug, "").replaceFirst(" \\d{5} ", "  ")));
    assertThat(values(read, "description")).hasSize(names.size());
    read.mentions().forEach(mention -> assertProof(page, mention));
  }

  private static void assertProof(String page, Mention mention) {
    Span span = mention.raw().span();
    String source = page.substring(span.start(), span.end());
    assertThat(source.replace("&#x27;", "'").replace("&amp;", "&")).isEqualTo(mention.raw().text());
  }

  private static Map<String, String> said(PageStatements read) {
    Map<String, String> said = new TreeMap<>();
    for (Mention mention : read.mentions()) {
      Optional.ofNullable(mention.subject())
          .ifPresent(subject -> said.computeIfAbsent(subject.slug(), slug -> facts(read, slug)));
    }
    return said;
  }

  private static String facts(PageStatements read, String slug) {
    return value(read, slug, "time_to_become_min_months")
        + "-"
        + value(read, slug, "time_to_become_max_months")
        + " "
        + value(read, slug, "yearly_salary_usd")
        + " "
        + value(read, slug, "top_skill");
  }

  private static String value(PageStatements read, String slug, String attribute) {
    return String.join(
        ", ",
        read.mentions().stream()
            .filter(mention -> mention.attribute().equals(attribute))
            .filter(mention -> String.valueOf(mention.subject()).contains("slug=" + slug + "]"))
            .map(Mention::value)
            .toList());
  }

  private static List<String> values(PageStatements read, String attribute) {
    return read.mentions().stream()
        .filter(mention -> mention.attribute().equals(attribute))
        .map(Mention::value)
        .toList();
  }
}
