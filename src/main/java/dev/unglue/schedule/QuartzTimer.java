package dev.unglue.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;

/**
 * A timer that Quartz rings; it keeps nothing but the times in memory. It also rings every so often
 * by itself, so that a changed configuration is met, and a store that was held.
 */
public final class QuartzTimer implements WakeTimer, AutoCloseable {
  private static final String NAME = "unglue";

  private final Scheduler scheduler;
  private final Clock clock;
  private final Duration often;
  private final BlockingQueue<Instant> rung = new LinkedBlockingQueue<>();

  /**
   * Sets it up.
   *
   * @param often how long it is silent at most
   */
  public QuartzTimer(Clock clock, Duration often) {
    this.clock = clock;
    this.often = often;
    try {
      DirectSchedulerFactory factory = DirectSchedulerFactory.getInstance();
      SimpleThreadPool threads = new SimpleThreadPool(1, Thread.NORM_PRIORITY);
      threads.setMakeThreadsDaemons(true);
      factory.createScheduler(NAME, NAME, threads, new RAMJobStore());
      scheduler = factory.getScheduler(NAME);
      scheduler.setJobFactory((fired, at) -> new Ring(rung));
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start: " + e.getMessage(), e);
    }
  }

  /** One stroke of the timer. */
  private record Ring(BlockingQueue<Instant> rung) implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      rung.add(context.getScheduledFireTime().toInstant());
    }
  }

  @Override
  public void set(Collection<Instant> times) {
    TreeSet<Instant> all = new TreeSet<>(times);
    all.add(clock.instant().plus(often));
    JobDetail job = JobBuilder.newJob(Ring.class).withIdentity("ring").storeDurably().build();
    try {
      scheduler.clear();
      scheduler.addJob(job, true);
      for (Instant time : all) {
        scheduler.scheduleJob(trigger(job, time));
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not take a time: " + e.getMessage(), e);
    }
  }

  private static Trigger trigger(JobDetail job, Instant time) {
    return TriggerBuilder.newTrigger()
        .withIdentity(time.toString())
        .forJob(job)
        .startAt(Date.from(time))
        .build();
  }

  @Override
  public void ring() {
    rung.add(Instant.MIN);
  }

  @Override
  public Instant await() throws InterruptedException {
    Instant last = rung.take();
    Instant more = rung.poll();
    while (more != null) {
      last = more.isAfter(last) ? more : last;
      more = rung.poll();
    }
    return last;
  }

  /** Rings no more. */
  @Override
  public void close() {
    try {
      scheduler.shutdown();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not stop: " + e.getMessage(), e);
    }
  }
}
