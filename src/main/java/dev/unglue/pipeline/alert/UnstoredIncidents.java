package dev.unglue.pipeline.alert;

import dev.unglue.config.AlertSettings;
import dev.unglue.config.AlertSettings.Alert;
import dev.unglue.config.AlertSettings.Broken;
import dev.unglue.pipeline.alert.AlertJob.Finished;
import dev.unglue.store.Incidents;
import dev.unglue.store.Incidents.Incident;
import dev.unglue.store.WorkStore;
import dev.unglue.text.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells that a run broke off where the store can neither be asked nor written. What was told lies
 * in {@code work/told}, a file for each alert and channel, until a run opens the store again and
 * keeps it there.
 *
 * @param run the run that broke off, or the one that has the store
 */
record UnstoredIncidents(Finished run) {
  private static final Logger LOG = LoggerFactory.getLogger(UnstoredIncidents.class);

  /** Tells each channel that was not told yet. */
  void tell(AlertSettings settings, AlertDelivery delivery) {
    int count = Math.max(1, WorkStore.unstored(run.out()));
    String line = "run of " + run.at() + ": " + run.broken().orElse("");
    FoundIncident found = AlertConditions.broken(count, List.of(line));
    for (Alert alert : settings.ofBrokenRuns().alerts()) {
      boolean holds = count >= ((Broken) alert.when()).least();
      for (String channel : alert.to()) {
        Path mark = mark(alert, channel);
        Incident begun = new Incident(alert.id(), "", channel, 0, run.at(), false);
        if (holds && !Files.exists(mark) && delivery.send("begin", begun, found)) {
          remember(mark);
        }
      }
    }
  }

  private void remember(Path mark) {
    try {
      Files.createDirectories(mark.getParent());
      Files.writeString(mark, run.at() + "\n");
    } catch (IOException e) {
      LOG.warn("that a broken run was told of cannot be kept: {} at {}", e.getMessage(), mark);
    }
  }

  /** Keeps in the store what was told without it, so that its end is told, too. */
  void takeIn(Incidents incidents, AlertSettings settings, long runId) {
    for (Alert alert : settings.ofBrokenRuns().alerts()) {
      for (String channel : alert.to()) {
        Path mark = mark(alert, channel);
        since(mark)
            .ifPresent(
                at -> incidents.keep(new Incident(alert.id(), "", channel, runId - 1, at, true)));
        forget(mark);
      }
    }
  }

  private Optional<Instant> since(Path mark) {
    try {
      return Files.exists(mark)
          ? Optional.of(Instant.parse(Files.readString(mark).strip()))
          : Optional.empty();
    } catch (IOException | DateTimeException e) {
      return Optional.of(run.at());
    }
  }

  private static void forget(Path mark) {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      LOG.warn("a broken run is told of no more than once: {} at {}", e.getMessage(), mark);
    }
  }

  private Path mark(Alert alert, String channel) {
    String key = alert.id() + "\n" + channel;
    String name = Sha256.hex(key.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return run.out().resolve("work").resolve("told").resolve(name);
  }
}
