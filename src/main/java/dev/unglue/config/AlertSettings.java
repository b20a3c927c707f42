package dev.unglue.config;

import dev.unglue.model.run.NightVerdict;
import dev.unglue.model.value.Severity;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told of what, as {@code config/alerts.yaml} says.
 *
 * @param channels the ways by which messages go out, by name
 * @param alerts in the order of the file
 */
public record AlertSettings(Map<String, Channel> channels, List<Alert> alerts) {
  /** Nobody is told of anything. */
  public static final AlertSettings NONE = new AlertSettings(Map.of(), List.of());

  /** Copies the collections, keeping their order. */
  public AlertSettings {
    channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
    alerts = List.copyOf(alerts);
  }

  /** Those that tell of runs which broke off. */
  public AlertSettings ofBrokenRuns() {
    return new AlertSettings(
        channels, alerts.stream().filter(alert -> alert.when() instanceof Broken).toList());
  }

  /** A way by which messages go out. */
  public sealed interface Channel permits Webhook, Program {}

  /**
   * An address that messages are posted to.
   *
   * @param url the address
   * @param secret name of the variable of the environment that holds the key which signs
   * @param timeout longest time of one attempt
   * @param retries how often it is tried again
   * @param backoff the pause before the first retry
   */
  public record Webhook(
      String url, Optional<String> secret, Duration timeout, int retries, Duration backoff)
      implements Channel {}

  /**
   * A command that gets messages on its standard input.
   *
   * @param command program and arguments
   * @param timeout how long it may take
   */
  public record Program(List<String> command, Duration timeout) implements Channel {
    /** Copies the arguments. */
    public Program {
      command = List.copyOf(command);
    }
  }

  /**
   * What somebody is told of.
   *
   * @param id its name
   * @param to names of channels
   * @param when what must hold
   * @param file the file as problems name it
   * @param line where it stands there
   */
  public record Alert(String id, List<String> to, Condition when, String file, int line) {
    /** Copies the names. */
    public Alert {
      to = List.copyOf(to);
    }
  }

  /** What must hold after a run. */
  public sealed interface Condition permits Verdict, Flags, Drift, Changed, Broken {}

  /**
   * The latest night of a source went so.
   *
   * @param verdicts any of them
   * @param source of this source; empty: of any, each for itself
   */
  public record Verdict(Set<NightVerdict> verdicts, Optional<String> source) implements Condition {
    /** Copies the verdicts. */
    public Verdict {
      verdicts = Set.copyOf(verdicts);
    }
  }

  /**
   * So many flags stand.
   *
   * @param least how many at least
   * @param severity that bad or worse; empty: any
   * @param rule of this rule; empty: of any
   */
  public record Flags(int least, Optional<Severity> severity, Optional<String> rule)
      implements Condition {}

  /**
   * So many flags of rules that compare runs stand.
   *
   * @param least how many at least
   */
  public record Drift(int least) implements Condition {}

  /**
   * The run has changed or retired a fact.
   *
   * @param attribute id of the attribute; empty: any
   * @param subject slug of the subject; empty: any
   */
  public record Changed(Optional<String> attribute, Optional<String> subject)
      implements Condition {}

  /**
   * So many runs broke off, one after the other.
   *
   * @param least how many at least
   */
  public record Broken(int least) implements Condition {}
}
