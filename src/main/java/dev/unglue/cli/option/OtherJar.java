package dev.unglue.cli.option;

import dev.unglue.pipeline.request.JobException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Another version of the program, run as a process: what its {@code parse --format json} prints is
 * read line by line.
 */
public final class OtherJar implements AutoCloseable {
  /** Done, done with flags, and done but for some pages. */
  private static final Set<Integer> DONE =
      Set.of(ExitCode.DONE, ExitCode.FLAGGED, ExitCode.SOME_FAILED);

  private final String shown;
  private final Process process;
  private final BufferedReader lines;
  private final Path complaints;
  private boolean silent = true;

  private OtherJar(String shown, Process process, Path complaints) {
    this.shown = shown;
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.complaints = complaints;
  }

  /**
   * Starts it.
   *
   * @param jar the program
   * @param config the configuration that it is to use, as it is called; empty for its own choice
   * @param inputs what it is to read
   * @throws JobException if there is no such program
   */
  public static OtherJar parse(
      Path jar, Optional<Path> config, List<String> inputs, Path workingFolder) {
    String shown = ShownPath.shown(jar, workingFolder);
    if (!Files.isRegularFile(jar)) {
      throw JobException.usage("--jar: expected the jar of an unglue, found none at " + shown);
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toString(), "parse", "--format", "json"));
    config.ifPresent(folder -> command.addAll(List.of("--config", folder.toString())));
    command.add("--");
    command.addAll(inputs);
    try {
      Path complaints = Files.createTempFile("unglue-shadow", ".txt");
      Process process =
          new ProcessBuilder(command)
              .directory(workingFolder.toAbsolutePath().toFile())
              .redirectError(complaints.toFile())
              .start();
      process.getOutputStream().close();
      return new OtherJar(shown, process, complaints);
    } catch (IOException e) {
      throw JobException.usage(
          "--jar: expected a program that starts, found \"%s\" for %s"
              .formatted(e.getMessage(), shown));
    }
  }

  /** How messages call it. */
  public String shown() {
    return shown;
  }

  /**
   * The next line that it prints; empty at its end.
   *
   * @throws JobException if it has failed
   */
  public Optional<String> next() {
    try {
      String line = lines.readLine();
      if (line == null) {
        checkDone();
      }
      silent = false;
      return Optional.ofNullable(line);
    } catch (IOException e) {
      throw JobException.usage("--jar: %s cannot be read: %s".formatted(shown, e.getMessage()));
    }
  }

  private void checkDone() throws IOException {
    try {
      int code = process.waitFor();
      // A jar that java itself refuses ends with 1, too, but prints nothing.
      if (!DONE.contains(code) || (silent && code == ExitCode.FLAGGED)) {
        String said =
            Files.readString(complaints).lines().findFirst().orElse("nothing on standard error");
        throw JobException.usage(
            "--jar: %s failed with exit code %d: %s; nothing was compared"
                .formatted(shown, code, said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw JobException.usage("--jar: interrupted while waiting for " + shown);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      Files.deleteIfExists(complaints);
    } catch (IOException e) {
      // a file in the folder for such files
    }
  }
}
