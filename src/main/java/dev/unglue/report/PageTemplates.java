package dev.unglue.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.escaper.EscapingStrategy;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Templates of pages for people: whatever a value holds, it is escaped. */
public final class PageTemplates {
  private final PebbleEngine engine;

  private PageTemplates(String folder, EscapingStrategy escaping, boolean cached) {
    ClasspathLoader loader = new ClasspathLoader(PageTemplates.class.getClassLoader());
    loader.setPrefix(folder);
    this.engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .extension(new ReportFilters())
            .addEscapingStrategy("page", escaping)
            .defaultEscapingStrategy("page")
            .strictVariables(true)
            .cacheActive(cached)
            .defaultLocale(Locale.ROOT)
            .build();
  }

  /** For one report, which is written once. */
  static PageTemplates ofReport(String folder) {
    return new PageTemplates(folder, XmlText::of, false);
  }

  /**
   * For the pages of a site, which are written again and again, by many threads.
   *
   * @param folder where they lie on the class path, with a slash at its end
   */
  public static PageTemplates ofSite(String folder) {
    return new PageTemplates(folder, XmlText::steady, true);
  }

  /** The page that a template makes of a model. */
  public String render(String template, Map<String, Object> model) {
    try {
      StringWriter page = new StringWriter();
      engine.getTemplate(template).evaluate(page, model, Locale.ROOT);
      return page.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("a writer into memory never fails", e);
    }
  }
}
