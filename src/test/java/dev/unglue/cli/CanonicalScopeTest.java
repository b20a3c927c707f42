package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page calls its own address is believed as far as its source reaches. */
class CanonicalScopeTest {
  private static final String SUPPORT =
      "SELECT subject, support FROM v_fact WHERE attribute = 'yearly_salary_usd' ORDER BY subject";

  @TempDir Path folder;

  private static String page(String url, String canonical, String age) {
    return """
        {"url":"%s","captured_at":"2026-01-05T02:30:00Z","html":"<html><head><title>Teller vs head teller</title><link rel='canonical' href='%s'></head><body><table><tr><th></th><th>Teller</th><th>Head Teller</th></tr><tr><td>Yearly salary</td><td>$34,920</td><td>$43,251</td></tr><tr><td>Average age</td><td>%s</td><td>46</td></tr></table></body></html>"}
        """
        .formatted(url, canonical, age);
  }

  /** The two pages of b.test call themselves one of a.test, and so does that of c.test. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          urls: [https://a.test/x, https://b.test/x]                                | 2
          urlFile: list.txt                                                         | 2
          sitemap: {url: https://b.test/sitemap.xml}                                | 4
          sitemap: {url: https://a.test/sitemap.xml}                                | 4
          urls: [https://b.test/x, https://c.test/]                                 | 4
          files: [pages.jsonl]                                                      | 4
          """)
  void isTheScopeOfTheSource(String scope, int witnesses) {
    RealRun run = new RealRun(folder).ownConfig();
    run.file(
        "config/sources/site.yaml",
        "name: site\nenabled: true\ncontact: https://me.test/\n" + scope + "\n");
    run.file("list.txt", "https://a.test/x\nhttps://b.test/x\n");
    run.file(
        "pages.jsonl",
        page("https://a.test/x", "", "40")
            + page("https://b.test/x", "https://a.test/x", "41")
            + page("https://www.b.test/x?print=1", "https://a.test/x", "42")
            + page("https://c.test/x", "https://a.test/x", "43"));
    run.execute("raw", "import", "--source", "site", "pages.jsonl");
    assertThat(run.code).as(run.err).isZero();

    run.execute("run", "--offline");

    assertThat(run.code).as(run.err).isZero();
    assertThat(run.query("normalized/unglue.db", SUPPORT))
        .containsExactly("Head Teller|" + witnesses, "Teller|" + witnesses);
  }
}
