package dev.unglue.fetch;

import dev.unglue.fetch.http.FetchRules;
import dev.unglue.fetch.http.HostResolver;
import dev.unglue.fetch.http.ProxyRules;
import dev.unglue.fetch.site.Agent;
import dev.unglue.fetch.site.PageInspector;
import dev.unglue.fetch.site.Scope;
import dev.unglue.model.page.Exchange;
import dev.unglue.model.page.KnownPage;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** One fetch as a test sets it up; every host is this machine unless the test says otherwise. */
final class Fetching {
  final FakePace clock = new FakePace();
  final List<Exchange> kept = Collections.synchronizedList(new ArrayList<>());
  final Map<String, KnownPage> known = new HashMap<>();
  final Map<String, List<String>> links = new HashMap<>();
  final Map<String, FetchedUrl> done = new HashMap<>();
  final FetchMemory memory =
      new FetchMemory() {
        @Override
        public Optional<KnownPage> known(String url) {
          return Optional.ofNullable(known.get(url));
        }

        @Override
        public List<String> links(String url) {
          return links.getOrDefault(url, List.of());
        }

        @Override
        public Optional<FetchedUrl> done(String url) {
          return Optional.ofNullable(done.get(url));
        }
      };
  final List<FetchProgress.State> states = new ArrayList<>();
  List<String> pages = List.of();
  List<String> sitemaps = List.of();
  Scope scope = new Scope(Set.of(), List.of(), List.of());
  int linkBudget;
  FetchLimits limits = new FetchLimits(50_000, 1_000_000, Duration.ofDays(7), "maxTime");
  FetchRules rules = rules(Duration.ZERO, 0);
  PageInspector look = exchange -> new PageInspector.Look(null, List.of());
  BiConsumer<Exchange, FetchedUrl> sink = (exchange, fetched) -> kept.add(exchange);
  HostResolver names = host -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
  RandomGenerator chance = new Random(7);
  Fetcher fetcher = new Fetcher(clock, chance, host -> names.lookup(host), ProxyRules.NONE, 8);

  /** Limits that end a test soon; addresses of this machine are open. */
  static FetchRules rules(Duration delay, int retries) {
    return new FetchRules(
        delay,
        0,
        100_000,
        1_000_000,
        Duration.ofSeconds(20),
        retries,
        Duration.ofSeconds(1),
        Duration.ofHours(1),
        true);
  }

  FetchRules within(Duration timeout) {
    return new FetchRules(
        rules.delay(),
        rules.latencyFactor(),
        rules.maxBytes(),
        rules.maxUnpackedBytes(),
        timeout,
        rules.retries(),
        rules.backoff(),
        rules.patience(),
        rules.allowPrivateAddresses());
  }

  FetchRules guarded() {
    return new FetchRules(
        rules.delay(),
        rules.latencyFactor(),
        rules.maxBytes(),
        rules.maxUnpackedBytes(),
        rules.timeout(),
        rules.retries(),
        rules.backoff(),
        rules.patience(),
        false);
  }

  Fetching pages(String... addresses) {
    pages = List.of(addresses);
    return this;
  }

  FetchTask job() {
    return new FetchTask(
        new FetchPlan(
            "site",
            Agent.of("1.0", "me@example.org"),
            pages,
            sitemaps,
            scope,
            linkBudget,
            rules,
            limits),
        memory,
        look,
        sink);
  }

  FetchReport run() {
    return run(job());
  }

  FetchReport run(FetchTask... jobs) {
    try {
      return fetcher.run(Arrays.asList(jobs), states::add);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The only row of a run. */
  FetchedUrl row() {
    List<FetchedUrl> rows = run().rows();
    if (rows.size() != 1) {
      throw new AssertionError("expected one row, found " + rows);
    }
    return rows.get(0);
  }

  /** The rows as {@code path outcome: reason}. */
  List<String> told() {
    return told(run());
  }

  static List<String> told(FetchReport report) {
    return report.rows().stream().map(Fetching::told).toList();
  }

  static String told(FetchedUrl row) {
    String path = row.url().replaceFirst("https?://[^/]+", "");
    return path + " " + row.outcome().id() + (row.reason() == null ? "" : ": " + row.reason());
  }

  static List<FetchOutcome> outcomes(FetchReport report) {
    return report.rows().stream().map(FetchedUrl::outcome).toList();
  }

  static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }
}
