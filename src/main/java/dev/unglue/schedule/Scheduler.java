package dev.unglue.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Stays, and runs each source at its times, one after the other.
 *
 * <p>Each time it wakes it reads the plan anew and asks how far the runs have come; what lies
 * between that and now is due. A night that broke off is tried again with the next time of its
 * source, one whose store was held as soon as the scheduler wakes again.
 */
public final class Scheduler {
  private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
  private static final Comparator<DueRun> ORDER =
      Comparator.comparing(DueRun::nominalTime).thenComparing(DueRun::source);

  /** How a night went. */
  public enum Outcome {
    /** It has come to its verdict, whatever that was. */
    DONE,
    /** It broke off, and its time is still to be run. */
    BROKEN,
    /** Another process holds the store. */
    LOCKED
  }

  /** What the scheduler asks of the rest of the program. */
  public interface RunService {
    /** The sources that are run by themselves, as the configuration is now. */
    List<PlannedSource> plan();

    /** The latest time that a run of the source stands for; empty where there was none. */
    Optional<Instant> reached(PlannedSource source);

    /** Does the run. Never throws: what went wrong has been told, and is the outcome. */
    Outcome run(DueRun night);
  }

  private final RunService service;
  private final Clock clock;
  private final Instant began;

  /** By source, the last time whose run broke off; it waits for a later one. */
  private final Map<String, Instant> broken = new HashMap<>();

  private List<PlannedSource> plan = List.of();
  private volatile boolean stopping;

  /** Begins now: what was due before was missed. */
  public Scheduler(RunService service, Clock clock) {
    this.service = service;
    this.clock = clock;
    this.began = clock.instant();
  }

  /**
   * Works until it is told to {@link #stop}.
   *
   * @param timer wakes it
   */
  public void stay(WakeTimer timer) throws InterruptedException {
    Instant woken = began;
    while (!stopping) {
      work(woken);
      timer.set(next());
      if (!stopping) {
        woken = timer.await();
      }
    }
  }

  /** Runs what is due now, and no more. */
  public void work() {
    work(began);
  }

  /** Begins no other run, and ends the scheduler when the timer rings. */
  public void stop() {
    stopping = true;
  }

  private void work(Instant woken) {
    Map<String, Instant> tried = new HashMap<>();
    Optional<DueRun> night = first(woken, tried);
    while (night.isPresent()) {
      run(night.get(), tried);
      night = first(woken, tried);
    }
  }

  private void run(DueRun night, Map<String, Instant> tried) {
    say(night).addKeyValue("trigger", night.trigger()).log("");
    Outcome outcome = service.run(night);
    say(night).addKeyValue("outcome", outcome).log("");
    if (outcome == Outcome.BROKEN) {
      broken.put(night.source(), latestDue(night.source()).orElse(night.nominalTime()));
    }
    if (outcome == Outcome.DONE) {
      broken.remove(night.source());
    }
    tried.put(night.source(), outcome == Outcome.DONE ? night.nominalTime() : Instant.MAX);
  }

  private static LoggingEventBuilder say(DueRun night) {
    return LOG.atInfo()
        .addKeyValue("stage", "schedule")
        .addKeyValue("source", night.source())
        .addKeyValue("nominal", night.nominalTime());
  }

  /** The first night that is due; of a source that has failed since the scheduler woke, none. */
  private Optional<DueRun> first(Instant woken, Map<String, Instant> tried) {
    if (stopping) {
      return Optional.empty();
    }
    Instant now = later(clock.instant(), woken);
    List<DueRun> firsts = new ArrayList<>();
    plan = List.copyOf(service.plan());
    for (PlannedSource source : plan) {
      Instant last = tried.getOrDefault(source.name(), Instant.MIN);
      List<DueRun> due = due(source, now);
      if (!waits(source, due)) {
        due.stream()
            .filter(night -> night.nominalTime().isAfter(last))
            .limit(1)
            .forEach(firsts::add);
      }
    }
    return firsts.stream().min(ORDER);
  }

  /** True if nothing came after what broke off. */
  private boolean waits(PlannedSource source, List<DueRun> due) {
    Instant last = broken.get(source.name());
    return last != null && due.stream().noneMatch(night -> night.nominalTime().isAfter(last));
  }

  private Optional<Instant> latestDue(String name) {
    return plan.stream()
        .filter(source -> source.name().equals(name))
        .flatMap(source -> due(source, clock.instant()).stream())
        .map(DueRun::nominalTime)
        .max(Comparator.naturalOrder());
  }

  private List<DueRun> due(PlannedSource source, Instant now) {
    return Timetable.due(source, service.reached(source), began, now);
  }

  private List<Instant> next() {
    Instant now = clock.instant();
    return plan.stream().flatMap(source -> source.next(now).stream()).toList();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }
}
