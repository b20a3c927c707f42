package dev.unglue.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.publish.Publisher;
import dev.unglue.store.Samples;
import dev.unglue.store.WorkStore;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each query that the document shows answers. */
class DatabaseDocTest {
  private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  @TempDir Path out;

  @Test
  void whatIsShownCanBeAsked() {
    Path file;
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(
          store, Samples.MONDAY, Samples.tellers(Samples.ref("a", Samples.MONDAY, "a"), "3.67"));
      file = Publisher.publish(store, out);
    }
    List<String> queries =
        BLOCK
            .matcher(Markdown.of(Path.of("src/docs/database.md")).text())
            .results()
            .map((MatchResult block) -> block.group(1))
            .flatMap(block -> Stream.of(block.split(";")))
            .filter(query -> !query.isBlank())
            .toList();

    assertThat(queries)
        .hasSize(4)
        .allSatisfy(query -> assertThat(Samples.rows(file, query)).isNotNull());
    assertThat(Samples.rows(file, queries.get(0).replace("loss mit*", "he* tel*")))
        .containsExactly("Head Teller||", "Head Teller|Title of yearly_salary_usd|43251 USD/year");
    assertThat(Samples.rows(file, queries.get(2)))
        .hasSize(9)
        .startsWith("Head Teller: Title of yearly_salary_usd is 43251 USD/year|a");
  }
}
