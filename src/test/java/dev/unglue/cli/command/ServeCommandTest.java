package dev.unglue.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.CommandRun;
import dev.unglue.cli.option.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--bind 0.0.0.0 | --bind: expected --token with an address that others can reach, found none with \"0.0.0.0\"",
        "--token short | --token: expected 16 characters or more, found 5",
        "--port 70000 | --port: expected 0 to 65535, found 70000"
      })
  void saysWhatIsWrongBeforeItListens(String options, String message) {
    CommandRun run = new CommandRun(folder).execute(("serve " + options).split(" "));

    assertThat(run.code).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).isEqualTo("unglue: " + message + "\n");
  }
}
