package dev.unglue.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unglue.config.Settings;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.pipeline.parse.ParseJob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Five real pages, fact by fact. {@code seed-facts.tsv} states every fact on them; a sentence,
 * which is not ours to repeat, by its length and hash.
 */
class SeedPagesTest {
  private static final Path SEEDS = Path.of("../shared/pages/seeds");
  private static final Path FACTS =
      Path.of("src/test/resources/dev/unglue/pipeline/seed-facts.tsv");
  private static final int LONGEST_NAME = 60;

  private final List<PageResult> results = new ArrayList<>();

  @BeforeEach
  void parse() {
    assumeTrue(Files.isDirectory(SEEDS), "no " + SEEDS + ": the five real pages are not at hand");
    Settings settings = TestCatalogue.settings();
    ParseJob.parse(
        settings,
        List.of(SEEDS.toString()),
        Path.of(""),
        new ByteArrayInputStream(new byte[0]),
        1,
        results::add,
        failure -> assertThat(failure).isNull());
  }

  @Test
  void givesEveryFactOnThem() throws IOException {
    List<String> facts = new ArrayList<>();
    for (PageResult result : results) {
      String page = name(result);
      result.page().observations().forEach(seen -> facts.add(page + "\t" + fact(seen)));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.write(FACTS, facts);
    }
    assertThat(facts).containsExactlyElementsOf(Files.readAllLines(FACTS)).hasSize(400);
  }

  @Test
  void provesEveryFact() throws IOException {
    for (PageResult result : results) {
      String text = Files.readString(SEEDS.resolve(name(result)));
      int[] points = text.codePoints().toArray();
      for (Observation seen : result.page().observations()) {
        int start = seen.span().start();
        assertThat(new String(points, start, seen.span().length())).isEqualTo(seen.rawText());
      }
    }
    assertThat(results).hasSize(5);
  }

  @Test
  void knowsTheirKindsAndLayouts() {
    assertThat(results)
        .extracting(result -> result.page().kind(), result -> result.page().layout())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(PageKind.COMPARISON, "glued"),
            org.assertj.core.groups.Tuple.tuple(PageKind.COMPARISON, "pipe"),
            org.assertj.core.groups.Tuple.tuple(PageKind.PROFILE, "text"),
            org.assertj.core.groups.Tuple.tuple(PageKind.COMPARISON, "glued"),
            org.assertj.core.groups.Tuple.tuple(PageKind.COMPARISON, "pipe"));
  }

  @Test
  void flagsTheLostUnitAndTheShiftedHeadersAndNothingElse() {
    assertThat(results)
        .flatExtracting(PageResult::flags)
        .extracting(Flag::rule, Flag::subject)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "experience_months_as_years", "loss-mitigation-specialist"),
            org.assertj.core.groups.Tuple.tuple("header_shifted", ""),
            org.assertj.core.groups.Tuple.tuple(
                "experience_months_as_years", "loss-mitigation-specialist"),
            org.assertj.core.groups.Tuple.tuple(
                "experience_months_as_years", "loss-mitigation-specialist"),
            org.assertj.core.groups.Tuple.tuple(
                "experience_months_as_years", "collections-customer-service"),
            org.assertj.core.groups.Tuple.tuple("header_shifted", ""),
            org.assertj.core.groups.Tuple.tuple(
                "experience_months_as_years", "loss-mitigation-specialist"),
            org.assertj.core.groups.Tuple.tuple(
                "experience_months_as_years", "account-specialist"));
  }

  private static String name(PageResult result) {
    String page = result.page().ref().page();
    return page.substring(page.lastIndexOf('/') + 1);
  }

  private static String fact(Observation seen) {
    Subject subject = seen.subject();
    return String.join(
        "\t",
        seen.section().id(),
        subject == null ? "" : subject.slug(),
        seen.attribute(),
        seen.member(),
        Integer.toString(seen.ordinal()),
        seen.state().id(),
        shown(seen.value()));
  }

  private static String shown(String value) {
    boolean sentence = value.length() > LONGEST_NAME || value.endsWith(".");
    return sentence ? value.length() + " characters, sha256 " + sha256(value) : value;
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
