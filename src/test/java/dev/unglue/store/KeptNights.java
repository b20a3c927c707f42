package dev.unglue.store;

import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.num;
import static dev.unglue.store.Samples.observation;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.subject.StoredCell;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.store.row.RunStart;
import dev.unglue.text.Sha256;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Nights as they may come: pages that are new, change, go, return; runs that are rejected or break
 * off; sources that are read or not; cells that others decide and take back; parsers that change.
 */
public final class KeptNights {
  private static final List<String> SOURCES = List.of("alpha", "beta", "input");
  private static final List<String> ATTRIBUTES =
      List.of("yearly_salary_usd", "job_satisfaction", "best_paying_company", "unmapped");
  private static final List<String> TEXTS = List.of("Citi", "CITI", "Chase", "34920", "ünïcode");
  private static final List<String> NUMBERS = List.of("4", "4.5", "34920", "-3", "0.1", "7");

  private final Random random;
  private final Path out;
  private final Map<String, Integer> world = new TreeMap<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int parser;
  private String tool = "1";

  public KeptNights(long seed, Path out) {
    this.random = new Random(seed);
    this.out = out;
  }

  /** What is asked of a load once its pages are in and its cells decided. */
  public interface Check {
    void on(Load load);
  }

  /** One night, checked before it ends. */
  public void night(WorkStore store, Check check) {
    now = now.plus(Duration.ofDays(1));
    change();
    RunStart start = new RunStart("manual", now, now, tool, "c".repeat(64));
    Load load = store.begin(start, catalogue());
    SOURCES.stream().filter(source -> random.nextInt(4) > 0).forEach(source -> read(load, source));
    load.endPages();
    if (random.nextBoolean()) {
      decide(load);
    }
    if (random.nextInt(4) > 0) {
      check.on(load);
    }
    if (load.changed()) {
      load.forEachSubject(
          seen -> {
            load.replaceFacts(seen.subject(), facts(seen.subject()));
            return List.of();
          });
    }
    if (random.nextInt(4) > 0) {
      check.on(load);
    }
    end(store, load);
  }

  private void end(WorkStore store, Load load) {
    switch (random.nextInt(6)) {
      case 0 -> load.finish("rejected", now);
      case 1 -> load.rollback();
      case 2 -> {
        load.finish("published", now);
        store.prune(now.minus(Duration.ofDays(random.nextInt(3))));
      }
      default -> load.finish(load.changed() ? "published" : "unchanged", now);
    }
  }

  /** Few pages and few contents, so that contents return and pages share them. */
  private void change() {
    for (int i = random.nextInt(6); i > 0; i--) {
      String page = SOURCES.get(random.nextInt(3)) + " p" + random.nextInt(8);
      if (random.nextInt(4) == 0) {
        world.remove(page);
      } else {
        world.put(page, random.nextInt(5));
      }
    }
    if (random.nextInt(5) == 0) {
      parser = random.nextInt(3);
    }
    if (random.nextInt(8) == 0) {
      tool = "" + random.nextInt(3);
    }
  }

  private void read(Load load, String source) {
    world.forEach(
        (page, content) -> {
          boolean inScope = !source.equals("input") || random.nextInt(3) > 0;
          if (page.startsWith(source) && inScope) {
            read(load, source, page, content);
            if (content == 4) {
              read(load, source, page, 5); // the page in two layouts
            }
          }
        });
  }

  private void read(Load load, String source, String page, int content) {
    String version = "parser-" + (page.endsWith("1") ? parser : 0);
    Random drawn = new Random((page + content + version).hashCode());
    @Nullable Instant at = page.endsWith("2") ? now : null;
    CaptureRef ref =
        new CaptureRef(
            source, page, page, at, Sha256.hex("" + content), "text/plain", "a.txt", 0, null);
    if (!load.meets(ref, version)) {
      load.add(page(ref, drawn), version, List.of(flag(page, content)));
    }
  }

  private static Flag flag(String page, int content) {
    return new Flag(
        "r",
        content % 2 == 0 ? Severity.ERROR : Severity.WARN,
        page,
        "",
        ATTRIBUTES.get(content % 4),
        "",
        "x",
        "" + content,
        "m",
        List.of(),
        false);
  }

  private static ParsedPage page(CaptureRef ref, Random drawn) {
    List<Subject> subjects =
        List.of(Subject.named("A" + drawn.nextInt(3)), Subject.named("B" + drawn.nextInt(3)));
    List<Observation> cells = new ArrayList<>();
    for (int i = drawn.nextInt(9); i > 0; i--) {
      String attribute = ATTRIBUTES.get(drawn.nextInt(4));
      String member = attribute.equals("unmapped") ? "Label " + drawn.nextInt(3) : "";
      cells.add(cell(subjects.get(drawn.nextInt(2)), attribute, member, drawn, i * 10));
    }
    return Samples.page(ref, subjects, cells);
  }

  private static Observation cell(
      Subject subject, String attribute, String member, Random drawn, int start) {
    State state = List.of(State.values()).get(drawn.nextInt(State.values().length));
    boolean valued = state == State.VALUE || state == State.OUT_OF_RANGE;
    boolean number = valued && drawn.nextBoolean();
    return observation(
        subject,
        attribute,
        member,
        0,
        state,
        number ? num(NUMBERS.get(drawn.nextInt(6))) : null,
        valued && !number ? TEXTS.get(drawn.nextInt(5)) : null,
        "raw",
        start);
  }

  /** Other captures decide some cells; what they have decided before and do not now falls back. */
  private void decide(Load load) {
    UnresolvedRows doubts = load.doubts();
    List<StoredCell> cells = new ArrayList<>();
    doubts.begin("parser 1");
    // of a field that is never kept: those of all captures
    doubts.forEachNew("any", ATTRIBUTES, capture -> cells.addAll(capture.cells()));
    doubts.ask(cells.stream().map(StoredCell::id).toList());
    for (StoredCell cell : cells) {
      Observation seen = cell.seen();
      if (seen.subject() != null && random.nextInt(12) == 0) {
        Subject subject = seen.subject();
        doubts.resolve(cell.id(), cell(subject, seen.attribute(), seen.member(), random, 0));
      }
    }
    doubts.end();
  }

  private List<Fact> facts(Subject subject) {
    List<Fact> facts = new ArrayList<>();
    for (String attribute : ATTRIBUTES) {
      for (int part = random.nextInt(3); part > 0; part--) {
        Instant until = part == 1 && random.nextBoolean() ? null : now.plusSeconds(part);
        facts.add(
            new Fact(
                subject.slug(),
                attribute,
                "",
                0,
                now.minusSeconds(part),
                until,
                num("" + random.nextInt(9)),
                null,
                "agreed",
                1,
                0,
                1));
      }
    }
    return facts;
  }

  /** Opened and closed: what is kept must be kept in the file. */
  public void nights(int count, CheckOnStore check) {
    int left = count;
    while (left > 0) {
      try (WorkStore store = WorkStore.open(out)) {
        for (int some = Math.min(left, 1 + random.nextInt(6)); some > 0; some--) {
          night(store, load -> check.on(store, load));
          left--;
        }
      }
    }
  }

  /** The same with the store that is loaded. */
  public interface CheckOnStore {
    void on(WorkStore store, Load load);
  }
}
