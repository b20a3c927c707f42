package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.Chromium;
import dev.unglue.cli.RealRun;
import dev.unglue.cli.Reports;
import dev.unglue.serve.http.Params;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The site as people use it, in a browser. Skipped where none is installed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SiteBrowserTest {
  private static final int ROWS = 10;
  private static final double LEAST_CONTRAST = 4.5;
  private static final String PAGE = "page?page=" + Params.encoded("p/page-0.txt");
  private static final List<String> PAGES =
      List.of(
          "",
          "subjects",
          "subject/baker-a",
          "compare?left=baker-a&right=brewer-b",
          PAGE,
          "decide",
          "flags",
          "nowhere");

  @TempDir private static Path folder;

  private static Chromium browser;
  private static RealRun run;
  private static Site site;
  private static Site hostile;

  @BeforeAll
  static void start() {
    browser = Chromium.start(folder.resolve("profile"));
    run = OpenRows.run(folder.resolve("rows"), ROWS);
    run.file(
        "p/late.txt",
        "Miller vs Cooper\n\nMillerCooper\nYearly salary$30,120$41,205\n\nOne hears of $17.50 in the north.\n");
    OpenRows.again(run);
    site = Sites.start(run.folder);
    hostile = Sites.start(Reports.hostile(folder.resolve("hostile")).folder);
  }

  @AfterAll
  static void stop() {
    for (AutoCloseable each : new AutoCloseable[] {browser, site, hostile}) {
      close(each);
    }
  }

  private static void close(AutoCloseable each) {
    try {
      if (each != null) {
        each.close();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void open(String page) {
    browser.open(site.address() + page, 1280, "light");
  }

  private static WebElement one(String css) {
    return browser.driver.findElement(By.cssSelector(css));
  }

  private static void type(CharSequence... keys) {
    browser.driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Waits as long as it takes, within reason. */
  private static void until(String what, BooleanSupplier happened) {
    for (int i = 0; i < 600; i++) {
      if (happened.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("never: " + what + "\n" + browser.driver.getPageSource());
  }

  private static boolean is(String script) {
    return Boolean.TRUE.equals(browser.eval("return " + script));
  }

  @Test
  @Order(1)
  void findsSubjectsAsOneTypes() {
    open("subjects");

    one("#q").sendKeys("brewer c");

    until("one row", () -> is("document.querySelectorAll('#found tbody tr').length === 1"));
    assertThat(one("#found tbody th").getText()).startsWith("Brewer C");
    assertThat(browser.driver.getCurrentUrl()).contains("/subjects?q=brewer");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(2)
  void comparesTwo() {
    open("subject/baker-a");
    one("a[href='/compare?left=baker-a']").click();
    one("input[name=right]").sendKeys("Brewer B", Keys.ENTER);

    until("both", () -> is("document.querySelectorAll('.compare thead th').length === 4"));
    assertThat(one("tr.differs td mark").getText()).isEqualTo("30,120");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(3)
  void lightsUpPlacesBothWaysByPointerAndByKeyboard() {
    open(PAGE);
    String mark = "document.querySelector('mark[data-span=\"" + spanOf("$30,120") + "\"]')";
    String cell = "document.querySelector('td[data-span=\"" + spanOf("$30,120") + "\"]')";

    new Actions(browser.driver)
        .moveToElement((WebElement) browser.eval("return " + cell))
        .perform();
    until("the mark lights up", () -> is(mark + ".classList.contains('lit')"));
    new Actions(browser.driver).moveToElement(one("mark.open")).perform();
    until(
        "the open cell lights up",
        () -> is("document.querySelector('td.open').classList.contains('lit')"));
    assertThat(is(mark + ".classList.contains('lit')")).isFalse();
    one("body").sendKeys("j");
    until("a cell has the focus", () -> is("document.activeElement.matches('th[data-span]')"));
    assertThat(is("document.querySelectorAll('mark.lit').length === 1")).isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  private static Object spanOf(String cell) {
    return browser.eval(
        "return [...document.querySelectorAll('td[data-span]')].find(e => e.textContent === '"
            + cell
            + "').dataset.span");
  }

  @Test
  @Order(4)
  void drawsLinesOverRuns() {
    open("");

    until("charts", () -> is("document.querySelectorAll('.plot canvas').length === 4"));
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 768, 1280})
  @Order(5)
  void needsNoSidewaysScrollingAsksForNothingFromElsewhereAndBreaksNoRuleOfItsOwn(int width) {
    browser.complaints();
    for (String page : PAGES) {
      browser.open(site.address() + page, width, "light");
      assertThat(browser.eval("return document.documentElement.scrollWidth - innerWidth <= 0"))
          .as("%s at %d", page, width)
          .isEqualTo(true);
      assertThat(
              browser.eval(
                  "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin)).length"))
          .as(page)
          .isEqualTo(0L);
    }
    assertThat(browser.complaints())
        .allSatisfy(said -> assertThat(said).contains("nowhere", "404"));
  }

  @Test
  @Order(6)
  void isReadableInBothColourSchemes() {
    for (String page : PAGES) {
      open(page);
      assertReadable(page, "light", "rgb(255, 255, 255)");
      assertReadable(page, "dark", "rgb(17, 22, 28)");
    }
  }

  private static void assertReadable(String page, String scheme, String background) {
    browser.media("screen", scheme);
    assertThat(browser.eval("return getComputedStyle(document.body).backgroundColor"))
        .as("%s, %s", page, scheme)
        .isEqualTo(background);
    List<?> found = (List<?>) browser.eval(Chromium.CONTRASTS);
    assertThat(((Number) found.get(1)).doubleValue())
        .as("%s, %s: %s", page, scheme, found.get(2))
        .isGreaterThan(LEAST_CONTRAST);
  }

  @Test
  @Order(7)
  void doesNothingThatAPageSays() {
    browser.complaints();
    for (String page :
        List.of(
            "",
            "subjects",
            "subject/teller",
            "compare?left=teller&right=head-teller",
            "flags",
            "decide",
            "subjects?q=%3Cscript%3Edocument.title=1%3C/script%3E")) {
      browser.open(hostile.address() + page, 1280, "light");
      assertHarmless(page);
    }
    browser.open(hostile.address() + "subject/teller", 1280, "light");
    String proof =
        String.valueOf(browser.eval("return document.querySelector('a[href^=\"/page?\"]').href"));
    browser.open(proof, 1280, "light");
    assertHarmless(proof);
    assertThat(one("body").getText())
        .contains("<script>document.title='pwned'</script>")
        .contains("\u2426evil");
    assertThat(browser.complaints()).as("nothing was even tried").isEmpty();
  }

  private static void assertHarmless(String page) {
    assertThat(browser.driver.getTitle()).as(page).endsWith("· unglue").isNotEqualTo("pwned");
    assertThat(
            browser.eval(
                """
                return document.querySelectorAll('script:not([src^="/assets/"]), img, iframe, object, embed, base, [style]:not(.plot *)').length
                  + [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
                    .filter(a => a.name.startsWith('on') || /href$/.test(a.name) && /^\\s*(javascript|data|https?):/i.test(a.value)).length"""))
        .as(page)
        .isEqualTo(0L);
  }

  @Test
  @Order(8)
  void decidesTenRowsByKeysAndTheNextRunSettlesThem() {
    open("decide");
    assertThat(one("main .meta").getText()).startsWith("1 of " + ROWS);
    one("input[name=who]").sendKeys("Ann Lee");
    one("input[name=why]").sendKeys("seen on the site", Keys.ENTER);
    assertThat(is("document.querySelector('main .meta').textContent.startsWith('1 of 10')"))
        .as("Enter alone decides nothing")
        .isTrue();
    type(Keys.ESCAPE);
    one("body").sendKeys("s");
    until(
        "the second",
        () -> is("document.querySelector('main .meta').textContent.startsWith('2 of 10')"));
    decided("1", ROWS - 1);
    one("body").sendKeys("u");
    waiting(ROWS);
    decided("1", ROWS - 1);
    one("body").sendKeys("e");
    one("input[name=cells]").sendKeys("No | Such");
    type(Keys.ENTER);
    until("a complaint", () -> is("!!document.querySelector('.message.bad')"));
    assertThat(one(".message.bad").getText()).contains("expected one of the possible readings");
    for (int left = ROWS - 2; left >= 0; left--) {
      decided("1", left);
    }
    assertThat(browser.complaints()).isEmpty();

    OpenRows.again(run);
    open("");
    assertThat(one("a[href='/decide'] b").getText()).isEqualTo("0");
    open("subjects?open=1");
    assertThat(one("#found").getText()).contains("None found.");
  }

  private static void decided(String key, int left) {
    one("body").sendKeys(key);
    waiting(left);
  }

  private static void waiting(int rows) {
    String meta = "document.querySelector('main .meta')";
    until(
        rows + " rows wait",
        () ->
            is(
                rows == 0
                    ? "document.querySelector('main').textContent.includes('No row waits')"
                    : "!!%1$s && / of %2$d\\b/.test(%1$s.textContent)".formatted(meta, rows)));
  }

  @Test
  @Order(9)
  void statesAMissedValueThatIsMarkedAndTheNextRunHasIt() {
    browser.complaints();
    open("page?page=" + Params.encoded("p/late.txt"));
    browser.eval(
        """
        const piece = [...document.querySelectorAll('.raw [data-p]')].find(e => e.textContent.includes('$17.50'));
        const from = piece.firstChild.data.indexOf('$17.50');
        getSelection().setBaseAndExtent(piece.firstChild, from, piece.firstChild, from + 6);
        """);
    one("body").sendKeys("m");
    until("the form", () -> is("document.activeElement.name === 'subject'"));
    assertThat(one("[data-missed] [name=found]").getDomProperty("value")).isEqualTo("$17.50");
    type("c", Keys.TAB, "Hourly");
    assertThat(one("[data-missed] [name=subject]").getDomProperty("value")).isEqualTo("Cooper");
    one("[data-missed] [name=who]").clear();
    one("[data-missed] [name=who]").sendKeys("Ann Lee");
    one("[data-missed] [name=why]").clear();
    one("[data-missed] [name=why]").sendKeys("it stands there", Keys.TAB, Keys.ENTER);
    until(
        "it is kept",
        () ->
            is(
                "!!document.querySelector('mark.lit') && document.querySelector('mark.lit').textContent === '$17.50'"));
    assertThat(one(".ln.decided .kind").getText()).isEqualTo("decided");
    assertThat(browser.complaints()).isEmpty();

    OpenRows.again(run);
    open("subject/cooper");
    assertThat(one("main").getText()).contains("17.5 USD/hour");
    open("page?page=" + Params.encoded("p/late.txt"));
    one("body").sendKeys("u");
    until("it is taken back", () -> is("!document.querySelector('.ln.decided')"));
  }
}
