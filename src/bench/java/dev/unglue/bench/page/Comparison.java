package dev.unglue.bench.page;

import dev.unglue.model.value.Section;
import dev.unglue.model.value.Subject;
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
        draft().print(dialect),
        dialect.mediaType(),
        List.of(left.name(), right.name()),
        truths());
  }

  /** The page before it is printed. */
  public PageDraft draft() {
    List<PageDraft.HeadedTable> tables = new ArrayList<>();
    TABLES.forEach(
        section -> tables.add(new PageDraft.HeadedTable(heading(section), table(section))));
    return new PageDraft(
        url(), title(), List.of(left.name(), right.name()), prose.paragraphs(), tables, List.of());
  }

  /** The three skills that the sentences name for each subject, from left to right. */
  public List<List<String>> topSkills() {
    return List.of(left.skills(), right.skills());
  }

  /** Its rows, cell by cell. */
  public List<TrueLine> lines() {
    List<TrueLine> lines = new ArrayList<>();
    for (int i = 0; i < left.rows().size(); i++) {
      TrueRow row = left.rows().get(i);
      lines.add(
          new TrueLine(
              row.says().stream().map(TrueRow.TrueValue::attribute).distinct().toList(),
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
