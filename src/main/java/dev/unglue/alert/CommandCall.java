package dev.unglue.alert;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Gives messages to a command, on its standard input; what it prints is dropped. No shell reads the
 * arguments.
 *
 * @param command program and arguments
 * @param timeout how long it may take; then it is ended, with what it has started
 * @param folder where it runs
 */
public record CommandCall(List<String> command, Duration timeout, Path folder) implements Delivery {
  /** Copies the arguments. */
  public CommandCall {
    command = List.copyOf(command);
  }

  @Override
  public Optional<String> deliver(String body, String id) {
    String program = command.get(0);
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toAbsolutePath().toFile())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      write(process, body);
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return Optional.of(
            "expected an end within %d s, found none, of %s"
                .formatted(timeout.toSeconds(), program));
      }
      int code = process.exitValue();
      return code == 0
          ? Optional.empty()
          : Optional.of("expected exit code 0, found %d, of %s".formatted(code, program));
    } catch (IOException e) {
      return Optional.of("expected a program that starts, found none, at " + program);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while waiting for " + program);
    }
  }

  private static void write(Process process, String body) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It has ended without reading all: its exit code tells whether that is a fault.
    }
  }
}
