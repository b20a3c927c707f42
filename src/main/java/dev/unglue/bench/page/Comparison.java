package dev.unglue.bench.page;

import dev.unglue.model.Section;
import dev.unglue.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one page says, before it is printed; prints itself in any dialect. */
public final class Comparison {
  private static final List<Section> TABLES =
      List.of(Section.OVERVIEW, Section.SALARY, Section.EDUCATION, Section.DEMOGRAPHICS);

  private final Profile left;
  private final Profile right;
  private final Prose.Written prose;

  Comparison(Profile left, Profile right, Prose.Written prose) {
    this.left = left;
    this.right = right;
    this.prose = prose;
  }

  /** The page with its tables printed so. */
  public GeneratedPage print(Dialect dialect) {
    return new GeneratedPage(
        url(),
        dialect,
        dialect == Dialect.HTML ? html() : text(dialect),
        dialect.mediaType(),
        List.of(left.name(), right.name()),
        truths());
  }

  /** Its rows, cell by cell. */
  public List<TrueLine> lines() {
    List<TrueLine> lines = new ArrayList<>();
    for (int i = 0; i < left.rows().size(); i++) {
      TrueRow row = left.rows().get(i);
      lines.add(
          new TrueLine(
              row.says().stream().map(TrueRow.Says::attribute).distinct().toList(),
              List.of(row.text(), right.rows().get(i).text())));
    }
    return lines;
  }

  private String url() {
    String first = Subject.slugOf(left.name());
    return "https://jobs.example/%s-jobs/%s-vs-%s-differences"
        .formatted(first, first, Subject.slugOf(right.name()));
  }

  private String title() {
    String title = (left.name() + " vs " + right.name()).toLowerCase(Locale.ROOT);
    return Character.toUpperCase(title.charAt(0)) + title.substring(1);
  }

  private List<Truth> truths() {
    List<Truth> truths = new ArrayList<>();
    for (Profile who : List.of(left, right)) {
      who.rows().forEach(row -> truths.addAll(row.truths(who.name())));
    }
    truths.addAll(prose.truths());
    return truths;
  }

  private String text(Dialect dialect) {
    StringBuilder text = new StringBuilder(title()).append("\n\n");
    prose.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
    for (Section section : TABLES) {
      text.append(heading(section)).append("\n\n");
      text.append(dialect.print(table(section))).append('\n');
    }
    return text.toString();
  }

  private String html() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head><title>");
    html.append(PrintedTable.escaped(title())).append("</title></head><body>\n<h1>");
    html.append(PrintedTable.escaped(title())).append("</h1>\n");
    prose
        .paragraphs()
        .forEach(
            paragraph ->
                html.append("<p>").append(PrintedTable.escaped(paragraph)).append("</p>\n"));
    for (Section section : TABLES) {
      html.append("<h2>").append(PrintedTable.escaped(heading(section))).append("</h2>\n");
      html.append(table(section).html());
    }
    return html.append("</body></html>\n").toString();
  }

  private String heading(Section section) {
    return title() + " " + section.id();
  }

  private PrintedTable table(Section section) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < left.rows().size(); i++) {
      TrueRow row = left.rows().get(i);
      if (row.section() == section) {
        rows.add(List.of(row.label(), row.text(), right.rows().get(i).text()));
      }
    }
    return new PrintedTable(List.of(left.name(), right.name()), rows);
  }
}
