package dev.unglue.pipeline.alert;

import dev.unglue.alert.CommandCall;
import dev.unglue.alert.Delivery;
import dev.unglue.alert.WebhookCall;
import dev.unglue.config.AlertSettings;
import dev.unglue.config.AlertSettings.Alert;
import dev.unglue.config.AlertSettings.Broken;
import dev.unglue.config.AlertSettings.Channel;
import dev.unglue.config.AlertSettings.Program;
import dev.unglue.config.AlertSettings.Webhook;
import dev.unglue.config.Settings;
import dev.unglue.pipeline.fetch.ProxyChoice;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.store.Incidents;
import dev.unglue.store.Incidents.Ended;
import dev.unglue.store.Incidents.Incident;
import dev.unglue.store.WorkStore;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.StoreException;
import dev.unglue.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what has begun with a run and of what is over with it. An incident is told once when it
 * begins and once when it is over, by each channel for itself; what could not be delivered is tried
 * again by the next run. A run that broke off changes nothing but that it did; one that could not
 * even say so is told of by the next one. Whatever goes wrong here, the run is done.
 */
public final class AlertJob {
  private static final Logger LOG = LoggerFactory.getLogger(AlertJob.class);

  /** Lines of what has changed. */
  private static final int MOST_LINES = 10;

  private static final int LONGEST_LINE = 300;

  private final Finished run;
  private final AlertSettings settings;
  private final ProxyChoice proxies;
  private final boolean brokeOff;
  private final Incidents incidents;
  private final AlertConditions conditions;
  private final Map<String, String> failures = new TreeMap<>();
  private final Map<String, Integer> undelivered = new HashMap<>();
  private int sent;

  private AlertJob(Finished run, Settings settings, Incidents incidents, Ended ended) {
    this.run = run;
    this.settings = settings.alerts();
    this.proxies = new ProxyChoice(settings.fetch(), run.variables());
    this.brokeOff = ended.status().equals("broken");
    this.incidents = incidents;
    this.conditions = new AlertConditions(incidents, ended.runId());
  }

  /**
   * The run that is done.
   *
   * @param out the output folder
   * @param runUuid its name
   * @param at when it ended
   * @param workingFolder where commands run
   * @param variables the environment, which holds the secrets
   */
  public record Finished(
      Path out, String runUuid, Instant at, Path workingFolder, Map<String, String> variables) {}

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

  /** Tells of it; never throws for what lies outside the program. */
  public static Outcome tell(Finished run, Settings settings) {
    if (settings.alerts().alerts().isEmpty()) {
      return new Outcome(0, List.of());
    }
    try (WorkStore store = WorkStore.open(run.out())) {
      Incidents incidents = new Incidents(store, MOST_LINES);
      return incidents
          .ended(run.runUuid())
          .filter(ended -> !ended.status().equals("skipped"))
          .map(ended -> new AlertJob(run, settings, incidents, ended).tell())
          .orElse(new Outcome(0, List.of()));
    } catch (StoreException e) {
      String problem = "alerts: nobody was told of this run: " + e.getMessage();
      LOG.warn("{}", problem);
      return new Outcome(0, List.of(problem));
    }
  }

  private Outcome tell() {
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
    return outcome();
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
    boolean told = send("begin", incident, found);
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
      if (!incident.told() || send("end", incident, now)) {
        incidents.end(incident);
      }
    }
  }

  // --- messages -------------------------------------------------------------------------------

  /** A channel that has failed is left alone until the next run. */
  private boolean send(String event, Incident incident, FoundIncident found) {
    String channel = incident.channel();
    if (!failures.containsKey(channel)) {
      String id = String.join("/", event, incident.alert(), incident.about(), run.runUuid());
      String name = Sha256.hex(id.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
      Optional<String> failure =
          deliver(channel, Json.write(message(event, incident, found)), name);
      if (failure.isEmpty()) {
        sent++;
        return true;
      }
      failures.put(channel, failure.get());
    }
    undelivered.merge(channel, 1, Integer::sum);
    return false;
  }

  private AlertMessage message(String event, Incident incident, FoundIncident found) {
    List<String> lines = found.lines().stream().map(AlertJob::cut).limit(MOST_LINES).toList();
    String title =
        "unglue: %s %s: %s"
            .formatted(
                incident.alert(), event.equals("begin") ? "began" : "is over", found.title());
    String text =
        Stream.of(
                Stream.of(title),
                lines.stream(),
                found.more() > 0 ? Stream.of("and " + found.more() + " more") : Stream.<String>of())
            .flatMap(part -> part)
            .collect(Collectors.joining("\n"));
    return new AlertMessage(
        event,
        incident.alert(),
        incident.about(),
        run.runUuid(),
        run.at().toString(),
        incident.beganAt().toString(),
        title,
        lines,
        found.more(),
        text);
  }

  private static String cut(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
  }

  private Optional<String> deliver(String name, String body, String id) {
    Channel channel = settings.channels().get(name);
    if (channel instanceof Webhook webhook && webhook.secret().isPresent()) {
      String variable = webhook.secret().get();
      if (run.variables().getOrDefault(variable, "").isEmpty()) {
        return Optional.of(
            "expected its secret in the variable %s of the environment, found none"
                .formatted(variable));
      }
    }
    try {
      return channel == null
          ? Optional.of("there is no such channel")
          : way(channel).deliver(body, id);
    } catch (JobException e) {
      return Optional.of(String.valueOf(e.getMessage())); // a proxy that is none
    }
  }

  private Delivery way(Channel channel) {
    if (channel instanceof Program program) {
      return new CommandCall(program.command(), program.timeout(), run.workingFolder());
    }
    Webhook webhook = (Webhook) channel;
    return new WebhookCall(
        webhook.url(),
        webhook.secret().map(run.variables()::get),
        webhook.timeout(),
        webhook.retries(),
        webhook.backoff(),
        proxies.rules());
  }

  private Outcome outcome() {
    List<String> problems = new ArrayList<>();
    failures.forEach(
        (channel, why) -> {
          int count = undelivered.getOrDefault(channel, 0);
          problems.add(
              "alerts: %d %s not delivered to %s: %s; the next run tries again"
                  .formatted(count, count == 1 ? "message was" : "messages were", channel, why));
        });
    problems.forEach(problem -> LOG.warn("{}", problem));
    return new Outcome(sent, problems);
  }
}
