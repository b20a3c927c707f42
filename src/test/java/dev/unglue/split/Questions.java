package dev.unglue.split;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellForm;
import dev.unglue.model.page.Reading;
import dev.unglue.model.page.Row.Join;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.SourceText;
import dev.unglue.normalize.CellForms;
import dev.unglue.split.candidate.ColumnKeys;
import dev.unglue.split.candidate.Hints;
import dev.unglue.split.candidate.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about rows of the project's own attributes, and what is in an answer. */
public final class Questions {
  public static final Catalogue CATALOGUE = ConfigFolder.load(Path.of("config")).catalogue();

  /** One attribute for each type of cell. */
  public static final List<String> ONE_OF_EACH_TYPE =
      List.of(
          "yearly_salary_usd",
          "salary_low_usd",
          "growth_rate_pct",
          "job_count",
          "job_satisfaction",
          "average_age_years",
          "common_degree",
          "highest_paying_city",
          "highest_paying_state",
          "gender_pct",
          "updated_on",
          "best_paying_company",
          "description");

  private Questions() {}

  public static Attribute attribute(String id) {
    return CATALOGUE.attribute(id).orElseThrow();
  }

  public static Question of(String attribute, Join join, int columns, String text) {
    return of(attribute, join, columns, text, Hints.NONE);
  }

  public static Question glued(String attribute, String text) {
    return of(attribute, Join.GLUED, 2, text);
  }

  public static Question glued(String attribute, String text, Hints hints) {
    return of(attribute, Join.GLUED, 2, text, hints);
  }

  /** As the main job asks: the stricter form first. */
  public static Question of(String id, Join join, int columns, String text, Hints hints) {
    Attribute attribute = attribute(id);
    List<CellForm> forms = CellForms.all(attribute, CATALOGUE);
    return new Question(
        SourceText.verbatim(text, 100),
        join,
        columns,
        List.of(attribute),
        forms,
        CATALOGUE.missingMarks(),
        hints);
  }

  public static Hints known(String source, List<Set<String>> columns) {
    return new Hints(Map.of(source, new ColumnKeys(columns)), Set.of());
  }

  public static Hints names(String... names) {
    return new Hints(Map.of(), Set.of(names));
  }

  /** What became of a row in one line: its state, its cells or readings, its method. */
  public static String told(Split split) {
    return split.match(
        decided -> "decided " + texts(decided.cells()) + " by " + decided.method(),
        ambiguous ->
            "ambiguous, "
                + ambiguous.all()
                + " in all: "
                + ambiguous.readings().stream().map(Reading::texts).toList(),
        few -> "too few " + texts(Slice.of(few.cells())),
        impossible -> "impossible: " + impossible.reason());
  }

  public static List<Reading> readings(Split split) {
    return split.match(
        Split.Decided::readings, Split.Ambiguous::readings, few -> List.of(), none -> List.of());
  }

  public static List<Slice> cells(Split split) {
    return split.match(
        Split.Decided::cells, none -> List.of(), few -> Slice.of(few.cells()), none -> List.of());
  }

  private static List<String> texts(List<Slice> cells) {
    return cells.stream().map(Slice::text).toList();
  }
}
