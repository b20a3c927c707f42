package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The names and figures of real pages, in sentences of our own. */
class RealNamesTest {
  private static List<JsonNode> rows() throws IOException {
    Path file = Path.of("../shared/pages/real/overview_tables.jsonl");
    Assumptions.assumeTrue(Files.exists(file), "no ../shared/pages/real here");
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(new ObjectMapper().readTree(line));
    }
    return rows;
  }

  @Test
  void readsTheTopSkillsOfEveryPair() throws IOException {
    for (JsonNode row : rows()) {
      String left = row.get("left").asText();
      String right = row.get("right").asText();
      List<String> expected = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int side = 0; side < 2; side++) {
        String name = side == 0 ? left : right;
        List<String> skills = new ArrayList<>();
        row.get("top_skills").get(side).forEach(skill -> skills.add(skill.asText()));
        text.append("Good skills for " + lower(name) + " are " + listed(skills, side == 0) + ". ");
        for (int i = 0; i < skills.size(); i++) {
          String slug = Subject.slugOf(name);
          expected.add("%s top_skill#%d = %s".formatted(slug, i + 1, skills.get(i)));
        }
      }
      assertThat(Reading.shown(Reading.of(text.toString(), left, right)))
          .as(text.toString())
          .containsExactlyElementsOf(expected);
    }
  }

  private static String lower(String name) {
    return "a " + name.toLowerCase(Locale.ROOT);
  }

  private static String listed(List<String> skills, boolean comma) {
    return skills.get(0) + ", " + skills.get(1) + (comma ? "," : "") + " and " + skills.get(2);
  }

  @Test
  void readsTheSalariesAndTheirOrder() throws IOException {
    for (JsonNode row : rows()) {
      JsonNode salary = row.get("prose_salary");
      if (salary == null || salary.isNull()) {
        continue;
      }
      String left = row.get("left").asText();
      String right = row.get("right").asText();
      String higher = salary.get("higher").asText();
      String lower = higher.equals(left) ? right : left;
      String text =
          "%s have a mean salary of %s, which is higher than the %s yearly salary of %s."
              .formatted(
                  plural(higher), salary.get("higher_value").asText(),
                  salary.get("lower_value").asText(), plural(lower));
      PageStatements read = Reading.of(text, left, right);
      assertThat(Reading.shown(read)).as(text).hasSize(2);
      assertThat(Reading.claims(read))
          .as(text)
          .containsExactly(Subject.slugOf(higher) + " > " + Subject.slugOf(lower));
    }
  }

  /** As the pages do it: the last word of the head, else the last word. */
  private static String plural(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int of = lower.indexOf(" of ");
    return of < 0 ? lower + "s" : lower.substring(0, of) + "s" + lower.substring(of);
  }

  @Test
  void readsTheNamesInTheUrlOfEveryPage() throws IOException {
    TitleReader reader = new TitleReader(Reading.FORMS);
    for (JsonNode row : rows()) {
      String url = row.get("url").asText();
      List<String> names = reader.names(new PageText(List.of()), Optional.of(url), Steps.NONE);
      assertThat(names.stream().map(Subject::slugOf))
          .containsExactly(
              Subject.slugOf(row.get("left").asText()), Subject.slugOf(row.get("right").asText()));
    }
  }
}
