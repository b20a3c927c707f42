package dev.unglue.pipeline.store;

import dev.unglue.config.DecisionsFile;
import dev.unglue.lock.ProcessLock;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Decisions;
import dev.unglue.pipeline.request.JobException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code decisions.csv} for several who decide at once, in one process or in many: each change
 * reads what is there, under a lock, and replaces the file whole.
 *
 * @param config the folder of the configuration
 * @param catalogue what decisions may name
 */
public record DecisionLog(Path config, Catalogue catalogue) {
  private static final String LOCK = ".decisions.lock";
  private static final int TRIES = 500;
  private static final int MILLIS = 20;

  /** The file, there or not. */
  public Path file() {
    return config.resolve(DecisionsFile.NAME);
  }

  /**
   * What is kept now.
   *
   * @throws dev.unglue.config.yaml.ConfigException that lists what is wrong with the file
   */
  public Decisions read() {
    try {
      return Files.exists(file())
          ? DecisionsFile.readKept(DecisionsFile.NAME, Files.readString(file()), catalogue)
          : Decisions.NONE;
    } catch (IOException e) {
      throw JobException.usage(
          "cannot read the decisions: expected a CSV in UTF-8, found \"%s\" at %s"
              .formatted(e.getMessage(), file()));
    }
  }

  /**
   * Keeps what the change makes of what is kept.
   *
   * @return the file
   * @throws JobException if it cannot be written, or another holds it too long
   */
  public Path change(UnaryOperator<Decisions> change) {
    try (ProcessLock lock = lock()) {
      lock.sign("decisions");
      write(DecisionsFile.write(change.apply(read())));
      return file();
    } catch (IOException e) {
      throw JobException.usage(
          "cannot write the decisions: expected a folder that may be written, found \"%s\" at %s; nothing was kept"
              .formatted(e.getMessage(), file()));
    }
  }

  private ProcessLock lock() throws IOException {
    Path lock = config.resolve(LOCK);
    for (int tried = 0; tried < TRIES; tried++) {
      Optional<ProcessLock> taken = ProcessLock.take(lock);
      if (taken.isPresent()) {
        return taken.get();
      }
      pause();
    }
    throw JobException.usage(
        "cannot write the decisions: another holds them (%s) at %s; nothing was kept, try again"
            .formatted(ProcessLock.holder(lock), lock));
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw JobException.usage("stopped before the decisions were written; nothing was kept");
    }
  }

  /** Whole or not at all. */
  private void write(String text) throws IOException {
    Path aside = Files.createTempFile(config.toAbsolutePath(), ".decisions", ".part");
    try {
      Files.writeString(aside, text);
      Files.move(aside, file(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
