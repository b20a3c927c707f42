package dev.unglue.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class CommandsDocTest {
  private static final Path COMMANDS = Path.of("src/docs/COMMANDS.md");

  @Test
  void isWhatTheCommandsSayOfThemselves() throws IOException {
    String rendered = CommandsDoc.render(CommandLines.model());

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(COMMANDS, rendered);
    }
    assertThat(COMMANDS).content().isEqualTo(rendered);
  }

  @Test
  void namesEachCommandAndEachOfItsOptions() {
    Markdown document = Markdown.of(COMMANDS);
    for (CommandLine command : CommandsDoc.commands(CommandLines.model())) {
      List<String> names =
          command.getCommandSpec().options().stream()
              .map(OptionSpec::names)
              .flatMap(Arrays::stream)
              .toList();

      assertThat(document.section(command.getCommandSpec().qualifiedName())).contains(names);
    }
  }

  @Test
  void isOfTheCommandsThatAUserSees() {
    assertThat(CommandsDoc.commands(CommandLines.model()))
        .extracting(command -> command.getCommandSpec().qualifiedName())
        .startsWith("unglue", "unglue run", "unglue schedule", "unglue fetch")
        .contains("unglue config check")
        .doesNotHaveDuplicates();
  }
}
