package dev.unglue.pipeline.alert;

import dev.unglue.alert.CommandCall;
import dev.unglue.alert.Delivery;
import dev.unglue.alert.WebhookCall;
import dev.unglue.config.AlertSettings;
import dev.unglue.config.AlertSettings.Channel;
import dev.unglue.config.AlertSettings.Program;
import dev.unglue.config.AlertSettings.Webhook;
import dev.unglue.config.ConfigFolder.Telling;
import dev.unglue.pipeline.alert.AlertJob.Finished;
import dev.unglue.pipeline.alert.AlertJob.Outcome;
import dev.unglue.pipeline.fetch.ProxyChoice;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.store.Incidents.Incident;
import dev.unglue.store.sql.Json;
import dev.unglue.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the messages of one run out, each once. */
final class AlertDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(AlertDelivery.class);

  /** Lines of what has changed. */
  static final int MOST_LINES = 10;

  private static final int LONGEST_LINE = 300;

  private final Finished run;
  private final AlertSettings settings;
  private final ProxyChoice proxies;
  private final Map<String, String> failures = new TreeMap<>();
  private final Map<String, Integer> undelivered = new HashMap<>();
  private final Set<String> delivered = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  AlertDelivery(Finished run, Telling telling) {
    this.run = run;
    this.settings = telling.alerts();
    this.proxies = new ProxyChoice(telling.fetch(), run.variables());
  }

  /** A channel that has failed is left alone until the next run. */
  boolean send(String event, Incident incident, FoundIncident found) {
    String channel = incident.channel();
    String key = String.join("/", event, incident.alert(), incident.about(), channel);
    if (delivered.contains(key)) {
      return true;
    }
    if (!failures.containsKey(channel)) {
      String id = String.join("/", event, incident.alert(), incident.about(), run.runUuid());
      String name = Sha256.hex(id.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
      Optional<String> failure =
          deliver(channel, Json.write(message(event, incident, found)), name);
      if (failure.isEmpty()) {
        delivered.add(key);
        return true;
      }
      failures.put(channel, failure.get());
    }
    undelivered.merge(channel, 1, Integer::sum);
    return false;
  }

  private AlertMessage message(String event, Incident incident, FoundIncident found) {
    List<String> lines = found.lines().stream().map(AlertDelivery::cut).limit(MOST_LINES).toList();
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

  /** That nobody could be told. */
  void noteProblem(String problem) {
    problems.add(problem);
  }

  Outcome outcome() {
    failures.forEach(
        (channel, why) -> {
          int count = undelivered.getOrDefault(channel, 0);
          problems.add(
              "alerts: %d %s not delivered to %s: %s; the next run tries again"
                  .formatted(count, count == 1 ? "message was" : "messages were", channel, why));
        });
    problems.forEach(problem -> LOG.warn("{}", problem));
    return new Outcome(delivered.size(), problems);
  }
}
