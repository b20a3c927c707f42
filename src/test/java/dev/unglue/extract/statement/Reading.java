package dev.unglue.extract.statement;

import dev.unglue.config.ConfigFolder;
import dev.unglue.extract.html.HtmlPage;
import dev.unglue.extract.text.Captures;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** Reads test pages with the project's own forms, and shows what was read in short lines. */
final class Reading {
  static final StatementForms FORMS = ConfigFolder.load(Path.of("config")).statements();

  private Reading() {}

  static PageStatements of(String text, String... subjects) {
    return of(Captures.lines(Captures.plain(text)), subjects);
  }

  static PageStatements ofHtml(String html, String... subjects) {
    return of(html(html), subjects);
  }

  static PageText html(String html) {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    return HtmlPage.of(parser.parseInput(html, ""), html).text();
  }

  static PageStatements of(PageText page, String... subjects) {
    List<Subject> named = Stream.of(subjects).map(Subject::named).toList();
    return new StatementReader(FORMS).read(page, named, Steps.NONE);
  }

  /** {@code slug attribute[member]#ordinal = value}, without what is empty. */
  static List<String> shown(PageStatements statements) {
    return statements.mentions().stream().map(Reading::shown).toList();
  }

  private static String shown(Mention mention) {
    String who = Optional.ofNullable(mention.subject()).map(s -> s.slug() + " ").orElse("");
    String member = mention.member().isEmpty() ? "" : "[" + mention.member() + "]";
    String place = mention.ordinal() == 0 ? "" : "#" + mention.ordinal();
    return who + mention.attribute() + member + place + " = " + mention.value();
  }

  static List<String> claims(PageStatements statements) {
    return statements.claims().stream()
        .map(claim -> claim.greater().slug() + " > " + claim.lesser().slug())
        .toList();
  }

  static List<String> unresolved(PageStatements statements) {
    return statements.unresolved().stream().map(Object::toString).toList();
  }
}
