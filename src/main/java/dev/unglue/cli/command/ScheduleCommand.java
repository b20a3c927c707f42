package dev.unglue.cli.command;

import dev.unglue.cli.option.ErrorReporter;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.config.Source;
import dev.unglue.config.yaml.ConfigException;
import dev.unglue.cron.CatchUp;
import dev.unglue.cron.Cron;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.request.JobRequest;
import dev.unglue.pipeline.request.RunTrigger;
import dev.unglue.pipeline.store.StoreJobs;
import dev.unglue.schedule.DueRun;
import dev.unglue.schedule.PlannedSource;
import dev.unglue.schedule.QuartzTimer;
import dev.unglue.schedule.Scheduler;
import dev.unglue.store.row.SourceWatermark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unglue schedule}: stays and runs each source at its time. */
@Command(
    name = "schedule",
    description = {
      "Stays, and runs each enabled source at the times of its schedule, one run after the other. Times"
          + " that were missed are caught up with as the source's catchUp says. A changed configuration"
          + " holds from the next run on; a broken one is refused, and the last good one stays.",
      "On SIGTERM or Ctrl-C no other run begins, a fetch is broken off, to be gone on with, and the run"
          + " in flight has --grace seconds to end; what is left stays planned."
    },
    exitCodeList = {
      "0:what was due is done (--due)",
      "2:wrong usage or configuration, or no source has a schedule",
      "143:stopped by SIGTERM"
    },
    footer = {
      "  unglue schedule",
      "  unglue schedule --metrics /var/lib/node_exporter/unglue.prom --log-format json",
      "  unglue schedule --due              run what is due now, and end",
      "",
      "The summary of each run goes to standard output, progress and logs to standard error."
    })
public final class ScheduleCommand extends Subcommand implements Scheduler.RunService {
  /** A changed configuration, or a store that was held, is met after this time. */
  private static final Duration OFTEN = Duration.ofMinutes(1);

  private Optional<Settings> lastGood = Optional.empty();
  private String refused = "";
  private int worst = ExitCode.DONE;

  @Option(names = "--due", description = "Runs what is due now, and ends.")
  private boolean due;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description = "How long the run in flight may take when it is stopped; default: 60.")
  private int grace = 60;

  @Mixin private RunCall call = new RunCall();

  @Override
  public Integer call() throws InterruptedException {
    if (plan().isEmpty()) {
      throw JobException.usage(
          "nothing is planned: expected an enabled source with a schedule, found none; give it one"
              + " in sources/NAME.yaml");
    }
    Clock clock = unglue().clock();
    Scheduler scheduler = new Scheduler(this, clock);
    if (due) {
      scheduler.work();
      return worst;
    }
    try (QuartzTimer timer = new QuartzTimer(clock, OFTEN)) {
      unglue()
          .jobs()
          .onStop(
              () -> {
                scheduler.stop();
                timer.ring();
              },
              Duration.ofSeconds(grace));
      greet(clock.instant());
      scheduler.stay(timer);
    }
    return ExitCode.DONE;
  }

  private void greet(Instant now) {
    for (PlannedSource source : plan()) {
      String next = source.next(now).map(Instant::toString).orElse("never");
      say("unglue schedule: " + source.name() + " runs next " + next);
    }
  }

  // --- the service -------------------------------------------------------------------------------

  @Override
  public List<PlannedSource> plan() {
    return settings().enabledSources().stream()
        .flatMap(source -> planned(source).stream())
        .toList();
  }

  private static Optional<PlannedSource> planned(Source source) {
    return Optional.ofNullable(source.schedule())
        .map(
            cron ->
                new PlannedSource(source.name(), Cron.of(cron), source.zone(), source.catchUp()));
  }

  /**
   * The configuration as it is now; a broken one is told once, and the last good one stays. Where
   * there was none yet, broken sources alone do not hold up the others.
   */
  private Settings settings() {
    try {
      Settings settings = unglue().checkedSettings();
      lastGood = Optional.of(settings);
      refused = "";
      return settings;
    } catch (ConfigException e) {
      String changed = "the configuration was changed and is refused, the last good one stays:";
      String what = lastGood.isPresent() ? changed : "sources that are broken are left out:";
      Settings good = lastGood.orElseGet(() -> call.settings(unglue(), "schedule", List.of()));
      lastGood = Optional.of(good);
      refuse(what, e);
      return good;
    }
  }

  private void refuse(String what, ConfigException e) {
    String message = String.valueOf(e.getMessage());
    if (!message.equals(refused)) {
      refused = message;
      say("unglue: " + what);
      say(message);
    }
  }

  @Override
  public Optional<Instant> reached(PlannedSource source) {
    return StoreJobs.reached(unglue().out()).stream()
        .filter(reached -> reached.source().equals(source.name()))
        .findFirst()
        .map(reached -> reached(reached, source.catchUp()));
  }

  /** Where each night counts, a run by hand stands for none of them. */
  private static Instant reached(SourceWatermark reached, CatchUp catchUp) {
    Instant planned = reached.planned();
    return catchUp == CatchUp.EACH && planned != null ? planned : reached.any();
  }

  @Override
  public Scheduler.Outcome run(DueRun night) {
    RunTrigger trigger = call.trigger(night.trigger(), Optional.of(night.nominalTime()));
    List<String> source = List.of(night.source());
    try {
      JobRequest request =
          unglue().request(lastGood.orElseThrow(), source, List.of(), Instant.MIN, trigger);
      note(call.run(request, unglue()));
      return Scheduler.Outcome.DONE;
    } catch (RuntimeException e) {
      int code = new ErrorReporter(unglue()).complain(e);
      note(code);
      return code == ExitCode.LOCKED ? Scheduler.Outcome.LOCKED : Scheduler.Outcome.BROKEN;
    }
  }

  private void note(int code) {
    worst = Math.max(worst, code);
  }
}
