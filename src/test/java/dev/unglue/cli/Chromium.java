package dev.unglue.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser without a window, in which pages are looked at. */
public final class Chromium implements AutoCloseable {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  /**
   * The least contrast of any text with what lies behind it, by the formula of WCAG; each text
   * stands on the nearest background that is not transparent.
   */
  public static final String CONTRASTS =
      """
      const rgb = text => text.match(/[\\d.]+/g).map(Number);
      const luminance = c => {
        const [r, g, b] = c.map(v => v / 255)
          .map(v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const behind = e => {
        for (; e; e = e.parentElement) {
          const c = rgb(getComputedStyle(e).backgroundColor);
          if (c.length < 4 || c[3] > 0) return c.slice(0, 3);
        }
        return [255, 255, 255];
      };
      document.querySelectorAll('details').forEach(d => d.open = true);
      let worst = {ratio: 99, where: ''};
      let seen = 0;
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const e = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || e.closest('.skip, title')) continue;
        seen++;
        const style = getComputedStyle(e);
        const ink = rgb(e.closest('svg') ? style.fill : style.color).slice(0, 3);
        const [a, b] = [luminance(ink), luminance(behind(e.closest('svg') || e))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < worst.ratio) {
          worst = {ratio, where: e.outerHTML.slice(0, 120)};
        }
      }
      return [seen, worst.ratio, worst.where];
      """;

  public final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Starts it; the test is skipped where none is installed. */
  public static Chromium start(Path profile) {
    Optional<Path> browser = BROWSERS.stream().flatMap(name -> found(name).stream()).findFirst();
    Optional<Path> service = found("chromedriver");
    assumeTrue(
        browser.isPresent() && service.isPresent(),
        "no browser: expected chromium and chromedriver on the PATH (Debian packages chromium and chromium-driver), so nothing is looked at");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.get().toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    ChromeDriverService driver =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(service.get().toFile())
            .withSilent(true)
            .build();
    return new Chromium(new ChromeDriver(driver, options));
  }

  private static Optional<Path> found(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a file, on a screen so many points wide, in one of the two colour schemes. */
  void open(Path file, String fragment, int width, String scheme) {
    open(file.toUri() + fragment, width, scheme);
  }

  /** Opens an address in the same way. */
  public void open(String address, int width, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
    media("screen", scheme);
    driver.get("about:blank");
    driver.get(address);
  }

  /** Shows the page as on paper or on a screen. */
  public void media(String media, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            media,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What a script gives; undefined becomes an empty text. */
  public Object eval(String script) {
    return Optional.ofNullable(driver.executeScript(script)).orElse("");
  }

  /** What the browser complained of since it was asked last. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The window as it is, for people. */
  public void screenshot(Path file) {
    try {
      Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
