package dev.unglue.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cron.CatchUp;
import dev.unglue.cron.Cron;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A shift whose clock goes on when it waits, up to the next time that the timer was set to. */
class SchedulerTest {
  private static final String NIGHTLY = "0 30 2 * * ?";

  private Instant now = Instant.parse("2026-01-05T00:00:00Z");
  private final List<PlannedSource> plan = new ArrayList<>();
  private final Map<String, Instant> reached = new HashMap<>();
  private final Deque<Scheduler.Outcome> outcomes = new ArrayDeque<>();
  private final List<String> runs = new ArrayList<>();
  private int early;

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  private final class TestDesk implements Scheduler.RunService {
    @Override
    public List<PlannedSource> plan() {
      return plan;
    }

    @Override
    public Optional<Instant> reached(PlannedSource source) {
      return Optional.ofNullable(reached.get(source.name()));
    }

    @Override
    public Scheduler.Outcome run(DueRun night) {
      runs.add(night.source() + " " + night.nominalTime() + " " + night.trigger());
      Scheduler.Outcome outcome =
          outcomes.isEmpty() ? Scheduler.Outcome.DONE : outcomes.removeFirst();
      if (outcome == Scheduler.Outcome.DONE) {
        reached.put(night.source(), night.nominalTime());
      }
      now = now.plusSeconds(90);
      return outcome;
    }
  }

  /** Rings at the times it is set to, and every ten minutes; ends the shift after so many. */
  private final class TestBell implements WakeTimer {
    private final Scheduler scheduler;
    private final Instant end;
    private Instant next = Instant.MIN;

    TestBell(Scheduler scheduler, String end) {
      this.scheduler = scheduler;
      this.end = Instant.parse(end);
    }

    @Override
    public void set(Collection<Instant> times) {
      next = now.plus(Duration.ofMinutes(10));
      for (Instant time : times) {
        next = time.isBefore(next) ? time : next;
      }
    }

    @Override
    public void ring() {
      throw new AssertionError("nobody rings");
    }

    @Override
    public Instant await() {
      now = next.minusMillis(early);
      if (now.isAfter(end)) {
        scheduler.stop();
      }
      return next;
    }
  }

  private void stayUntil(String end) throws InterruptedException {
    Scheduler scheduler = new Scheduler(new TestDesk(), clock);
    scheduler.stay(new TestBell(scheduler, end));
  }

  private void plan(String name, String cron, CatchUp catchUp) {
    plan.add(new PlannedSource(name, Cron.of(cron), ZoneOffset.UTC, catchUp));
  }

  @Test
  void runsEachSourceAtItsTimes() throws InterruptedException {
    plan("a", NIGHTLY, CatchUp.ONCE);
    plan("b", "0 0 4 * * ?", CatchUp.ONCE);

    stayUntil("2026-01-07T00:00:00Z");

    assertThat(runs)
        .containsExactly(
            "a 2026-01-05T02:30:00Z schedule",
            "b 2026-01-05T04:00:00Z schedule",
            "a 2026-01-06T02:30:00Z schedule",
            "b 2026-01-06T04:00:00Z schedule");
  }

  @Test
  void runsOneAfterTheOtherWhereTheyMeet() throws InterruptedException {
    plan("b", NIGHTLY, CatchUp.ONCE);
    plan("a", NIGHTLY, CatchUp.ONCE);

    stayUntil("2026-01-05T03:00:00Z");

    assertThat(runs)
        .containsExactly("a 2026-01-05T02:30:00Z schedule", "b 2026-01-05T02:30:00Z schedule");
  }

  @Test
  void catchesUpInTheOrderOfTheTimes() throws InterruptedException {
    plan("a", NIGHTLY, CatchUp.EACH);
    plan("b", "0 0 1 * * ?", CatchUp.ONCE);
    reached.put("a", Instant.parse("2026-01-02T02:30:00Z"));
    reached.put("b", Instant.parse("2026-01-02T01:00:00Z"));

    stayUntil("2026-01-05T00:30:00Z");

    assertThat(runs)
        .containsExactly(
            "a 2026-01-03T02:30:00Z catch_up",
            "b 2026-01-04T01:00:00Z catch_up",
            "a 2026-01-04T02:30:00Z catch_up");
  }

  @Test
  void triesWhatBrokeOffAgainWithTheNextTime() throws InterruptedException {
    plan("a", NIGHTLY, CatchUp.EACH);
    outcomes.add(Scheduler.Outcome.BROKEN);

    stayUntil("2026-01-06T12:00:00Z");

    assertThat(runs)
        .containsExactly(
            "a 2026-01-05T02:30:00Z schedule",
            "a 2026-01-05T02:30:00Z catch_up",
            "a 2026-01-06T02:30:00Z schedule");
  }

  @Test
  void triesAgainSoonWhereAnotherHeldTheStore() throws InterruptedException {
    plan("a", NIGHTLY, CatchUp.ONCE);
    outcomes.add(Scheduler.Outcome.LOCKED);
    outcomes.add(Scheduler.Outcome.LOCKED);

    stayUntil("2026-01-05T12:00:00Z");

    assertThat(runs)
        .containsExactly(
            "a 2026-01-05T02:30:00Z schedule",
            "a 2026-01-05T02:30:00Z schedule",
            "a 2026-01-05T02:30:00Z schedule");
  }

  @Test
  void believesABellThatRingsAMomentEarly() throws InterruptedException {
    early = 2;
    plan("a", NIGHTLY, CatchUp.ONCE);

    stayUntil("2026-01-05T02:31:00Z");

    assertThat(runs).containsExactly("a 2026-01-05T02:30:00Z schedule");
  }

  @Test
  void takesAChangedPlan() throws InterruptedException {
    plan("a", "0 0 1 * * ?", CatchUp.ONCE);
    stayUntil("2026-01-05T02:00:00Z");
    plan.clear();
    plan("a", NIGHTLY, CatchUp.ONCE);
    stayUntil("2026-01-05T03:00:00Z");

    assertThat(runs)
        .containsExactly("a 2026-01-05T01:00:00Z schedule", "a 2026-01-05T02:30:00Z schedule");
  }

  @Test
  void beginsNothingOnceItIsStopped() {
    plan("a", NIGHTLY, CatchUp.EACH);
    reached.put("a", Instant.parse("2026-01-01T02:30:00Z"));
    Scheduler scheduler = new Scheduler(new TestDesk(), clock);
    scheduler.stop();

    scheduler.work();

    assertThat(runs).isEmpty();
  }

  @Test
  void ringsAtItsTime() throws InterruptedException {
    try (QuartzTimer timer = new QuartzTimer(Clock.systemUTC(), Duration.ofHours(1))) {
      Instant soon = Clock.systemUTC().instant().plusMillis(200);
      timer.set(List.of(soon));

      assertThat(timer.await()).isEqualTo(soon.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }
  }
}
