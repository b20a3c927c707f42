package dev.unglue.pipeline.alert;

import dev.unglue.config.AlertSettings;
import dev.unglue.config.AlertSettings.Alert;
import dev.unglue.config.AlertSettings.Broken;
import dev.unglue.config.ConfigFolder.Telling;
import dev.unglue.store.Incidents;
import dev.unglue.store.Incidents.Ended;
import dev.unglue.store.Incidents.Incident;
import dev.unglue.store.WorkStore;
import dev.unglue.store.row.EndedRun;
import dev.unglue.store.sql.StoreException;
import dev.unglue.store.sql.StoreLockedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of what has begun with a run and of what is over with it. An incident is told once when it
 * begins and once when it is over, by each channel for itself; what could not be delivered is tried
 * again by the next run. A run that broke off, or could not begin, changes nothing but that it did;
 * one that could not even say so is told of by the next one. Whatever goes wrong here, the run is
 * done.
 */
public final class AlertJob {
  private final Finished run;
  private final AlertSettings settings;
  private final boolean brokeOff;
  private final Incidents incidents;
  private final AlertConditions conditions;
  private final AlertDelivery delivery;

  private AlertJob(
      Finished run,
      AlertSettings settings,
      Incidents incidents,
      Ended ended,
      AlertDelivery delivery) {
    this.run = run;
    this.settings = settings;
    this.brokeOff = ended.status().equals("broken");
    this.incidents = incidents;
    this.conditions = new AlertConditions(incidents, ended.runId());
    this.delivery = delivery;
  }

  /**
   * The run that is done.
   *
   * @param out the output folder
   * @param runUuid its name
   * @param at when it ended
   * @param workingFolder where commands run
   * @param variables the environment, which holds the secrets
   * @param broken why it broke off, or could not begin; empty where it came to its end
   */
  public record Finished(
      Path out,
      String runUuid,
      Instant at,
      Path workingFolder,
      Map<String, String> variables,
      Optional<String> broken) {
    /** People read times to the second. */
    public Finished {
      at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    Finished named(String uuid) {
      return new Finished(out, uuid, at, workingFolder, variables, broken);
    }
  }

  /**
   * What became of the messages.
   *
   * @param sent how many were delivered
   * @param problems a sentence for each channel that failed
   */
  public record Outcome(int sent, List<String> problems) {
    /** Copies the sentences. */
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /** Tells of a run that could not begin, as of one that broke off; leaves it as a row of runs. */
  public static Outcome tellRefused(EndedRun refused, Finished run, Telling telling) {
    return telling.alerts().ofBrokenRuns().alerts().isEmpty()
        ? new Outcome(0, List.of())
        : tell(run.named(WorkStore.leaveBroken(run.out(), refused)), telling);
  }

  /** Tells of it; never throws for what lies outside the program. */
  public static Outcome tell(Finished run, Telling telling) {
    AlertSettings settings = telling.alerts();
    AlertDelivery delivery = new AlertDelivery(run, telling);
    if (!settings.alerts().isEmpty()) {
      try (WorkStore store = WorkStore.open(run.out())) {
        Incidents incidents = new Incidents(store, AlertDelivery.MOST_LINES);
        incidents
            .ended(run.runUuid())
            .filter(ended -> !ended.status().equals("skipped"))
            .ifPresent(ended -> new AlertJob(run, settings, incidents, ended, delivery).tell());
      } catch (StoreException e) {
        if (run.broken().isEmpty() || e instanceof StoreLockedException) {
          delivery.noteProblem("alerts: nobody was told of this run: " + e.getMessage());
        } else {
          new UnstoredIncidents(run).tell(settings, delivery);
        }
      }
    }
    return delivery.outcome();
  }

  private void tell() {
    new UnstoredIncidents(run).takeIn(incidents, settings, conditions.runId());
    Map<List<String>, Incident> open = new HashMap<>();
    incidents.open().forEach(each -> open.put(key(each), each));
    for (Alert alert : settings.alerts()) {
      if (!brokeOff || alert.when() instanceof Broken) {
        tell(alert, open);
      }
    }
    if (!brokeOff) {
      open.values().forEach(incidents::end); // of alerts and channels that are no more
    }
  }

  private void tell(Alert alert, Map<List<String>, Incident> open) {
    List<FoundIncident> found = conditions.found(alert.when());
    for (String channel : alert.to()) {
      for (FoundIncident each : found) {
        List<String> key = List.of(alert.id(), each.about(), channel);
        Optional<Incident> known = Optional.ofNullable(open.get(key));
        if (!isOver(alert, known)) {
          open.remove(key);
          begin(alert, channel, each, known);
        }
      }
      end(alert, channel, open);
    }
  }

  /** Runs that broke off before this one are news to none who was told. */
  private boolean isOver(Alert alert, Optional<Incident> known) {
    return !brokeOff
        && alert.when() instanceof Broken
        && known.filter(each -> each.told() && each.runId() < conditions.runId()).isPresent();
  }

  private static List<String> key(Incident incident) {
    return List.of(incident.alert(), incident.about(), incident.channel());
  }

  private void begin(Alert alert, String channel, FoundIncident found, Optional<Incident> known) {
    if (known.isPresent() && known.get().told()) {
      return;
    }
    Incident incident =
        known.orElse(
            new Incident(alert.id(), found.about(), channel, conditions.runId(), run.at(), false));
    boolean told = delivery.send("begin", incident, found);
    incidents.keep(
        new Incident(
            incident.alert(),
            incident.about(),
            channel,
            incident.runId(),
            incident.beganAt(),
            told));
  }

  /** All that are still open of an alert and a channel, for their condition holds no more. */
  private void end(Alert alert, String channel, Map<List<String>, Incident> open) {
    List<Incident> over =
        open.values().stream()
            .filter(each -> each.alert().equals(alert.id()) && each.channel().equals(channel))
            .sorted((one, other) -> one.about().compareTo(other.about()))
            .toList();
    for (Incident incident : over) {
      open.remove(key(incident));
      FoundIncident now = conditions.over(alert.when(), incident.about(), incident.runId());
      if (!incident.told() || delivery.send("end", incident, now)) {
        incidents.end(incident);
      }
    }
  }
}
