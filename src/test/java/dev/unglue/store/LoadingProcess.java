package dev.unglue.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.program.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of its own that is in the middle of a load.
 *
 * @param out its output folder
 */
record LoadingProcess(Path out) {
  /** Starts it, and comes back when its load is under way; to be killed. */
  Process start() throws IOException {
    Process process =
        new ProcessBuilder(ChildJvm.ofTests("128m", LoadingProgram.class.getName(), out.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    awaitLoading(process);
    return process;
  }

  private static void awaitLoading(Process process) throws IOException {
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (line != null && !line.equals("loading")) {
      line = lines.readLine();
    }
    assertThat(line).isEqualTo("loading");
  }
}
