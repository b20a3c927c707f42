package dev.unglue.pipeline.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.config.ConfigFolder;
import dev.unglue.model.field.StatementForms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the version of the parser is drawn from. */
class ParserVersionTest {
  /** The JDK's own sets print in another order in each process. */
  @Test
  void printsTheFormsInOneOrderInEveryProcess() {
    StatementForms forms = ConfigFolder.loadDefault().statements();

    assertThat(forms.sentences()).allSatisfy(form -> assertThat(List.copyOf(form.on())).isSorted());
    assertThat(forms.blocks()).allSatisfy(form -> assertThat(List.copyOf(form.on())).isSorted());
    assertThat(forms.toString()).doesNotContainPattern("@[0-9a-f]{5,}");
  }
}
