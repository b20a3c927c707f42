package dev.unglue.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.unglue.cron.CatchUp;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.CellType;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A configuration as it is read. */
class ConfigFolderTest extends WrittenConfig {
  @Test
  void readsTheConfigurationOfThisProject() {
    Settings settings = ConfigFolder.load(Path.of("config"));

    assertThat(settings.origin()).isEqualTo("config");
    assertThat(settings.catalogue().kind()).isEqualTo("occupation");
    assertThat(settings.catalogue().missingMarks()).startsWith("-");
    Attribute years = settings.catalogue().attribute("experience_years").orElseThrow();
    assertThat(years.type()).isEqualTo(CellType.INTEGER);
    assertThat(years.repair()).isEqualTo("time_to_become_max_months");
    assertThat(years.threshold()).isEqualTo(0.98);
    assertThat(years.typical()).hasSize(5).startsWith(new BigDecimal("2"));
    assertThat(years.sections()).containsExactly(Section.OVERVIEW);
    assertThat(settings.catalogue().byLabel().get("salary range"))
        .extracting(Attribute::id)
        .containsExactly("salary_low_usd", "salary_high_usd");
    assertThat(settings.enabledSources()).extracting(Source::name).containsExactly("samples");
    assertThat(settings.source("samples").orElseThrow().pages())
        .isEqualTo(new Source.Files(List.of("raw/samples/**")));
    assertThat(settings.source("zippia").orElseThrow().enabled()).isFalse();
    assertThat(settings.catalogue().lexicon())
        .containsKeys("states", "state-codes", "degrees", "industries", "majors", "colleges")
        .containsKeys("companies", "name-prefixes");
  }

  @Test
  void packsTheSameConfigurationIntoTheProgram() {
    Settings packed = ConfigFolder.loadDefault();
    Settings folder = ConfigFolder.load(Path.of("config"));

    assertThat(packed.origin()).isEqualTo("(built-in)");
    assertThat(packed.configSha256()).isEqualTo(folder.configSha256());
    assertThat(packed.catalogue()).isEqualTo(folder.catalogue());
    assertThat(packed.sources()).isEqualTo(folder.sources());
  }

  @Test
  void hashesNamesAndBytesOfAllFilesAndNothingElse() {
    write("attributes.yaml", GOOD);
    String first = ConfigFolder.load(folder).configSha256();
    write("README.md", "not read");
    assertThat(ConfigFolder.load(folder).configSha256()).isEqualTo(first);
    write("lexicon/makers.txt", "Acme\n");
    String second = ConfigFolder.load(folder).configSha256();
    assertThat(second).matches("[0-9a-f]{64}").isNotEqualTo(first);
    write("lexicon/makers.txt", "Acme\n# Acme\n");
    assertThat(ConfigFolder.load(folder).configSha256()).isNotEqualTo(second);
  }

  @Test
  void readsRules() {
    write("attributes.yaml", GOOD);
    write(
        "rules.yaml",
        """
        rules:
          salary_range: {severity: warn, min: 10000, max: 1000000.5}
          stale_capture:
            enabled: false
        """);

    assertThat(ConfigFolder.load(folder).rules().values())
        .extracting(
            RuleEntry::id,
            RuleEntry::line,
            RuleEntry::severity,
            RuleEntry::enabled,
            rule -> rule.parameters().toString(),
            rule -> rule.lines().toString())
        .containsExactly(
            tuple(
                "salary_range",
                2,
                Severity.WARN,
                true,
                "{min=10000, max=1000000.5}",
                "{min=2, max=2}"),
            tuple("stale_capture", 3, null, false, "{}", "{}"));
  }

  @Test
  void readsSources() {
    write("attributes.yaml", GOOD);
    write(
        "sources/web.yaml",
        """
        name: web
        enabled: true
        contact: me@example.org
        sitemap: {url: "https://example.org/sitemap.xml", include: ["*-vs-*"], exclude: []}
        schedule: "0 30 2 * * ?"
        zone: America/New_York
        catchUp: each
        fetch: {delay: 500ms, maxBytes: 64KB, timeout: 1m, retries: 0, allowPrivateAddresses: true,
          latencyFactor: 0.5}
        links: {budget: 20}
        """);
    write("sources/few.yaml", "name: few\nurls: [http://example.org/a]\n");
    write(
        "sources/list.yaml",
        "name: list\nurlFile: pages.txt\n"
            + "links: {budget: 3, include: [\"*-vs-*\"], exclude: [\"*/es/*\"]}\n");

    assertThat(ConfigFolder.load(folder).sources().values())
        .containsExactly(
            new Source(
                "few",
                false,
                "",
                new Source.Urls(List.of("http://example.org/a")),
                null,
                ZoneOffset.UTC,
                Source.Fetch.usual(),
                Source.Links.none(),
                CatchUp.ONCE),
            new Source(
                "list",
                false,
                "",
                new Source.UrlFile("pages.txt"),
                null,
                ZoneOffset.UTC,
                Source.Fetch.usual(),
                new Source.Links(3, List.of("*-vs-*"), List.of("*/es/*")),
                CatchUp.ONCE),
            new Source(
                "web",
                true,
                "me@example.org",
                new Source.Sitemap("https://example.org/sitemap.xml", List.of("*-vs-*"), List.of()),
                "0 30 2 * * ?",
                ZoneId.of("America/New_York"),
                new Source.Fetch(
                    Duration.ofMillis(500),
                    64_000,
                    Duration.ofMinutes(1),
                    0,
                    true,
                    0.5,
                    50_000,
                    1_000_000,
                    Duration.ofHours(20)),
                new Source.Links(20, List.of(), List.of()),
                CatchUp.EACH));
  }

  @Test
  void readsNameListsInComposedForm() {
    write("attributes.yaml", GOOD);
    write("lexicon/makers.txt", "\ufeff# makers\nNestle\u0301 \r\n\n  A\u00a0 B\nC# Corp\n");

    assertThat(ConfigFolder.load(folder).catalogue().lexicon().get("makers"))
        .containsExactly("Nestlé", "A B", "C# Corp");
  }

  @Test
  void readsWhatHoldsForTheFetchOfARun() {
    write("attributes.yaml", GOOD);
    assertThat(ConfigFolder.load(folder).fetch()).isEqualTo(FetchSettings.usual());
    write(
        "fetch.yaml",
        "maxTime: 90m\nproxy: http://a:b@proxy.test:3128\nnoProxy: [site.test, 10.0.0.1]\n");

    assertThat(ConfigFolder.load(folder).fetch())
        .isEqualTo(
            new FetchSettings(
                Duration.ofMinutes(90),
                Optional.of("http://a:b@proxy.test:3128"),
                List.of("site.test", "10.0.0.1")));
  }

  @Test
  void refusesWhatIsNoProxyAndRepeatsNoPassword() {
    write("attributes.yaml", GOOD);
    write("fetch.yaml", "proxy: socks5://ann:secret@proxy.test\nmaxTime: 8d\n");

    assertThatThrownBy(() -> ConfigFolder.load(folder, "mine"))
        .hasMessageContaining(
            "mine/fetch.yaml:1: proxy: expected a proxy as http://host:port or"
                + " http://user:password@host:port, or none")
        .hasMessageContaining("mine/fetch.yaml:2: maxTime: expected 1s to 7d, found 691200000ms")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void takesTheLearnedWeightsWhereAFolderHasNoneOfItsOwn() {
    write("attributes.yaml", GOOD);
    assertThat(ConfigFolder.load(folder).catalogue().weights())
        .isEqualTo(ConfigFolder.loadDefault().catalogue().weights())
        .isNotEmpty();

    write("weights.yaml", "evidence: {prose.agrees: 1.5}\nnames: {}\nopen: {label.money: -2}\n");
    assertThat(ConfigFolder.load(folder).catalogue().weights())
        .containsExactly(entry("open.label.money", -2.0), entry("prose.agrees", 1.5));
  }

  @Test
  void readsExceptionsOfRules() {
    write("attributes.yaml", GOOD);
    write(
        "rules.yaml",
        """
        rules:
          salary_range:
            except:
              - {subject: head-teller, silence: true}
              - {source: p, attribute: a, severity: info}
        """);

    assertThat(
            Objects.requireNonNull(ConfigFolder.load(folder).rules().get("salary_range")).excepts())
        .containsExactly(
            new RuleEntry.Except("", "head-teller", "", null, 4),
            new RuleEntry.Except("p", "", "a", Severity.INFO, 5));
  }
}
