package dev.unglue.speed;

import com.sun.net.httpserver.HttpServer;
import dev.unglue.config.Source;
import dev.unglue.fetch.FetchLimits;
import dev.unglue.fetch.FetchMemory;
import dev.unglue.fetch.FetchPlan;
import dev.unglue.fetch.FetchReport;
import dev.unglue.fetch.FetchTask;
import dev.unglue.fetch.Fetcher;
import dev.unglue.fetch.http.FetchClock.SystemFetchClock;
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
import dev.unglue.raw.archive.RawArchive;
import dev.unglue.raw.archive.RawStore;
import dev.unglue.raw.warc.RawLimits;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Pages per second of the fetcher, from a static server on this machine, beside the floor: the same
 * HTTP client fetching the same pages and throwing them away. No pauses, no parsing; once with
 * nothing kept, once with every page archived.
 *
 * <p>{@code mvn -B -ntp -P speed test-compile exec:exec -Dexec.args="-cp %classpath
 * dev.unglue.speed.FetchSpeed"}
 */
public final class FetchSpeed {
  private static final int PAGES = 12_800;
  private static final int ROUNDS = 5;
  private static final byte[] PAGE =
      ("<html><title>A vs B</title>" + "<p>a page of some length</p>".repeat(1_000))
          .getBytes(StandardCharsets.UTF_8);

  private FetchSpeed() {}

  /** Prints a line for one host and one for 64: the best of some rounds. */
  public static void main(String[] args) throws Exception {
    // Without it the JDK's server waits 40 ms for an acknowledgement on a connection that is kept.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server = server();
    try {
      for (int hosts : new int[] {1, 64}) {
        double floor = 0;
        double fetched = 0;
        double kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
          List<List<String>> plan = plan(server.getAddress().getPort(), hosts);
          floor = Math.max(floor, floor(plan));
          fetched = Math.max(fetched, fetch(plan, (exchange, row) -> {}));
          kept = Math.max(kept, keep(plan));
        }
        System.out.printf(
            Locale.ROOT,
            "%d hosts: floor %.0f pages a second; fetched %.0f, %.0f %%; and archived %.0f, %.0f"
                + " %%%n",
            hosts,
            floor,
            fetched,
            100 * fetched / floor,
            kept,
            100 * kept / floor);
      }
    } finally {
      server.stop(0);
    }
    System.exit(0);
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(Executors.newFixedThreadPool(64));
    server.createContext(
        "/",
        exchange -> {
          boolean page = !exchange.getRequestURI().getPath().equals("/robots.txt");
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(page ? 200 : 404, page ? PAGE.length : -1);
          if (page) {
            exchange.getResponseBody().write(PAGE);
          }
          exchange.close();
        });
    server.start();
    return server;
  }

  private static List<List<String>> plan(int port, int hosts) {
    List<List<String>> plan = new ArrayList<>();
    for (int h = 0; h < hosts; h++) {
      List<String> pages = new ArrayList<>();
      for (int i = 0; i < PAGES / hosts; i++) {
        pages.add("http://host" + h + ".test:" + port + "/page-" + i);
      }
      plan.add(pages);
    }
    return plan;
  }

  private static List<InetAddress> home(String host) throws java.net.UnknownHostException {
    return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
  }

  private static double floor(List<List<String>> plan) throws Exception {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dns(FetchSpeed::home)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(64, 1, java.util.concurrent.TimeUnit.SECONDS))
            .build();
    ExecutorService threads = Executors.newFixedThreadPool(plan.size());
    long start = System.nanoTime();
    List<Future<?>> hosts = new ArrayList<>();
    for (List<String> pages : plan) {
      hosts.add(threads.submit(() -> drop(client, pages)));
    }
    for (Future<?> host : hosts) {
      host.get();
    }
    double rate = PAGES / ((System.nanoTime() - start) / 1e9);
    threads.shutdown();
    return rate;
  }

  private static Void drop(OkHttpClient client, List<String> pages) throws IOException {
    for (String page : pages) {
      Request request = new Request.Builder().url(page).header("Accept-Encoding", "gzip").build();
      try (Response response = client.newCall(request).execute()) {
        response.body().bytes();
      }
    }
    return null;
  }

  /** The same into a raw store of its own, which is thrown away. */
  private static double keep(List<List<String>> plan) throws Exception {
    Path folder = Files.createTempDirectory("fetch-speed");
    try (RawStore store = RawStore.open(folder);
        RawArchive archive = store.archive("speed", Instant.EPOCH, Map.of())) {
      Map<String, String> noted = Map.of("fetch-outcome", "captured");
      return fetch(plan, (exchange, row) -> archive.append(exchange, noted));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  /** Every page is new. */
  private static final FetchMemory NO_MEMORY =
      new FetchMemory() {
        @Override
        public Optional<KnownPage> known(String url) {
          return Optional.empty();
        }

        @Override
        public List<String> links(String url) {
          return List.of();
        }

        @Override
        public Optional<FetchedUrl> done(String url) {
          return Optional.empty();
        }
      };

  private static double fetch(List<List<String>> plan, BiConsumer<Exchange, FetchedUrl> sink)
      throws Exception {
    Source.Fetch usual = Source.Fetch.usual();
    FetchRules rules =
        new FetchRules(
            Duration.ZERO,
            0,
            usual.maxBytes(),
            RawLimits.defaults().maxPayloadBytes(),
            usual.timeout(),
            0,
            FetchRules.BACKOFF,
            FetchRules.PATIENCE,
            true);
    FetchPlan all =
        new FetchPlan(
            "speed",
            Agent.of("0", "me@example.org"),
            plan.stream().flatMap(List::stream).toList(),
            List.of(),
            new Scope(Set.of(), List.of(), List.of()),
            0,
            rules,
            new FetchLimits(50_000, 1_000_000, Duration.ofDays(1), "maxTime"));
    FetchTask task =
        new FetchTask(all, NO_MEMORY, exchange -> new PageInspector.Look(null, List.of()), sink);
    HostResolver names = FetchSpeed::home;
    Fetcher fetcher =
        new Fetcher(
            new SystemFetchClock(Clock.systemUTC(), System::nanoTime),
            new Random(1),
            names,
            ProxyRules.NONE,
            64);
    long start = System.nanoTime();
    FetchReport report = fetcher.run(List.of(task), state -> {});
    double rate = PAGES / ((System.nanoTime() - start) / 1e9);
    if (report.counts().getOrDefault(FetchOutcome.CAPTURED, 0L) != PAGES) {
      throw new IllegalStateException("not all were captured: " + report.counts());
    }
    return rate;
  }
}
