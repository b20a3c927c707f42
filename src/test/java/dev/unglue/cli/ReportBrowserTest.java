package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report in a browser. Skipped where none is installed. */
class ReportBrowserTest {
  /** What WCAG 2.2 AA asks of text; large text may have less, none here does. */
  private static final double LEAST_CONTRAST = 4.5;

  @TempDir private static Path folder;

  private static Chromium browser;
  private static Path samples;
  private static Path hostile;

  @BeforeAll
  static void start() {
    browser = Chromium.start(folder.resolve("profile"));
    samples = Reports.samples(folder.resolve("a")).folder.resolve("out/report.html");
    hostile = Reports.hostile(folder.resolve("b")).folder.resolve("out/report.html");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void showsTheRunTheVerdictAndTheFigures() {
    browser.open(samples, "", 1280, "light");

    assertThat(browser.driver.getTitle()).isEqualTo("unglue report: run 1, published");
    assertThat(browser.driver.findElement(By.tagName("h1")).getText()).isEqualTo("Run 1 published");
    assertThat(browser.driver.findElement(By.cssSelector("#gate .verdict")).getText())
        .isEqualTo("Open. Nothing speaks against the data, and it was published.");
    assertThat(browser.driver.findElements(By.cssSelector(".tiles a")))
        .extracting(tile -> tile.getText().replace("\n", " "))
        .containsExactly(
            "16 pages", "1,219 cells", "3 in doubt", "206 facts", "24 flags", "0 in quarantine");
    assertThat(browser.eval("return getComputedStyle(document.querySelector('h1')).fontWeight"))
        .as("the policy of the page lets its own style through")
        .isEqualTo("700");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void leadsFromANumberToItsRowsAndFromThereToTheMarkedText() {
    browser.open(samples, "", 1280, "light");
    WebElement list = browser.driver.findElement(By.id("rule-cross_page_value"));
    assertThat(list.isDisplayed()).isFalse();

    browser.driver.findElement(By.cssSelector("td a.warn[href='#rule-cross_page_value']")).click();

    assertThat(list.isDisplayed()).isTrue();
    assertThat(list.findElements(By.tagName("mark")))
        .extracting(WebElement::getText)
        .containsExactly("4.1", "3.67");
    assertThat(
            browser.eval(
                "return document.getElementById('rule-cross_page_value')"
                    + ".getBoundingClientRect().top < innerHeight"))
        .isEqualTo(true);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void isUsedWithTheKeyboardAlone() {
    browser.open(samples, "", 1280, "light");

    press(Keys.TAB);
    assertThat(focused()).isEqualTo("Skip to the report");
    press(Keys.ENTER);
    assertThat(browser.driver.getCurrentUrl()).endsWith("#main");
    press(Keys.TAB);
    assertThat(focused()).isEqualTo("16 of 16 pages new");
    browser.eval("document.querySelector('#flags details > summary').focus()");
    press(Keys.ENTER);
    assertThat(browser.eval("return document.querySelector('#flags details').open"))
        .isEqualTo(true);
    press(Keys.TAB);
    assertThat(focused()).isEqualTo("common_college");
    assertThat(browser.eval("return getComputedStyle(document.activeElement).outlineStyle"))
        .as("what has the focus shows it")
        .isEqualTo("solid");
    assertThat(reachable()).contains("A", "SUMMARY", "DIV", "a");
  }

  /** The kinds of elements that TAB reaches. */
  private static Set<String> reachable() {
    Set<String> kinds = new HashSet<>();
    browser.eval(
        "document.activeElement.blur(); document.querySelector('#numbers').scrollIntoView()");
    browser.eval("document.querySelector('#numbers article a').focus()");
    kinds.add(String.valueOf(browser.eval("return document.activeElement.tagName")));
    for (String css : List.of(".scroll", "summary", "nav a")) {
      browser.eval("document.querySelector('" + css + "').focus()");
      kinds.add(String.valueOf(browser.eval("return document.activeElement.tagName")));
    }
    return kinds;
  }

  private static void press(Keys key) {
    browser.driver.switchTo().activeElement().sendKeys(key);
  }

  private static String focused() {
    return browser.driver.switchTo().activeElement().getText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void isReadableInBothColourSchemes(String scheme) {
    browser.open(samples, "", 1280, scheme);

    List<?> found = (List<?>) browser.eval(Chromium.CONTRASTS);

    assertThat(((Number) found.get(0)).intValue()).isGreaterThan(2000);
    assertThat(((Number) found.get(1)).doubleValue())
        .as(String.valueOf(found.get(2)))
        .isGreaterThan(LEAST_CONTRAST);
    assertThat(browser.eval("return matchMedia('(prefers-color-scheme: dark)').matches"))
        .isEqualTo(scheme.equals("dark"));
    assertThat(browser.eval("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(scheme.equals("dark") ? "rgb(17, 22, 28)" : "rgb(255, 255, 255)");
  }

  @ParameterizedTest
  @CsvSource({"360, false", "360, true", "768, true", "1280, true"})
  void needsNoSidewaysScrollingOfThePage(int width, boolean opened) {
    for (Path page : List.of(samples, hostile)) {
      browser.open(page, "", width, "light");
      if (opened) {
        browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");
      }
      assertThat(browser.eval("return document.documentElement.scrollWidth - innerWidth <= 0"))
          .as("%s at %d", page, width)
          .isEqualTo(true);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 390})
  void everyTableFitsAPhone(int width) {
    for (Path page : List.of(samples, hostile)) {
      browser.open(page, "", width, "light");
      assertThat(
              browser.eval(
                  "return [...document.querySelectorAll('.scroll')].filter(t => t.scrollWidth >"
                      + " t.clientWidth).map(t => t.getAttribute('aria-label')).join()"))
          .as("%s at %d", page, width)
          .isEqualTo("");
    }
    browser.open(samples, "", width, "light");
    assertThat(browser.eval("return document.querySelector('#fetches .scroll tbody').innerText"))
        .asString()
        .contains("ok")
        .doesNotContain("Planned");
    assertThat(
            browser.eval(
                "return getComputedStyle(document.querySelector('#fetches td.n'), '::before').content"))
        .asString()
        .contains("Planned");
  }

  @Test
  void opensOnPaperWhatStandsUnderFlags() {
    String seen = "return document.querySelector('#flags .list mark').checkVisibility()";
    browser.open(samples, "", 800, "light");
    assertThat(browser.eval(seen)).isEqualTo(false);

    browser.media("print", "light");

    assertThat(browser.eval(seen)).isEqualTo(true);
    assertThat(browser.driver.findElement(By.tagName("nav")).isDisplayed()).isFalse();
    assertThat(browser.eval("return getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void doesNothingThatAPageSays() {
    browser.open(hostile, "", 1280, "light");
    browser.eval("document.querySelectorAll('details').forEach(d => d.open = true)");

    assertThat(browser.driver.getTitle()).isEqualTo("unglue report: run 1, published");
    assertThat(browser.driver.findElement(By.tagName("body")).getText())
        .contains("<script>document.title='pwned'</script>")
        .contains("<img src=x onerror=\"document.title='pwned'\">")
        .contains("javascript:document.title='pwned'//\"><script>");
    assertThat(
            browser.eval(
                "return document.querySelectorAll('script, img, iframe, object, embed, form, base, "
                    + "link, [style], [src], [autofocus]').length"))
        .isEqualTo(0L);
    assertThat(
            browser.eval(
                """
                return [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
                  .filter(a => a.name.startsWith('on')
                    || /href$/.test(a.name) && !a.value.startsWith('#')).length"""))
        .isEqualTo(0L);
    assertThat(browser.complaints()).as("nothing was even tried").isEmpty();
  }

  @Test
  void stopsByItsPolicyWhatWouldSlipThroughTheEscaping() {
    browser.open(hostile, "", 1280, "light");

    browser.eval(
        """
        const smuggled = document.createElement('div');
        smuggled.innerHTML = '<img src="https://example.org/x.png" onerror="document.title=1"><p style="color: red">';
        document.body.append(smuggled);
        const script = document.createElement('script');
        script.textContent = "document.title = 'pwned'";
        document.body.append(script);
        """);

    assertThat(browser.driver.getTitle()).isEqualTo("unglue report: run 1, published");
    assertThat(browser.complaints())
        .anySatisfy(said -> assertThat(said).contains("Content Security Policy", "img-src"))
        .anySatisfy(said -> assertThat(said).contains("script"));
  }
}
