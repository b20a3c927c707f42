package dev.unglue.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two hosts on this machine whose pages come as slowly as a test wants, and who asked for what. */
final class SlowSite implements AutoCloseable {
  /** Both are this machine, but two hosts to who asks. */
  static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

  /** Where an answer is. */
  enum Stage {
    /** The request has come. */
    ASKED,
    /** Half of the page is on its way. */
    HALF,
    /** All of the page is on its way. */
    SENT
  }

  /** What happens on the way; may wait. */
  interface Watch {
    void at(Stage stage, int request);
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new ArrayList<>();
  private volatile Watch watch = (stage, request) -> {};

  SlowSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  void watch(Watch next) {
    watch = next;
  }

  /** The addresses of so many pages, half of them on each host, in turns. */
  List<String> addresses(int pages) {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      String host = HOSTS.get(i % HOSTS.size());
      addresses.add("http://%s:%d/page-%03d".formatted(host, server.getAddress().getPort(), i));
    }
    return addresses;
  }

  /** The pages that were asked for, in order, robots.txt left out. */
  List<String> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  /** The last page that each host was asked for after the first so many requests. */
  Map<String, String> lastOfEachHost(int from) {
    Map<String, String> last = new LinkedHashMap<>();
    List<String> all = asked();
    all.subList(from, all.size()).forEach(url -> last.put(url.split(":")[1], url));
    return last;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      if (path.equals("/robots.txt")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      int request;
      synchronized (asked) {
        asked.add("http://" + exchange.getRequestHeaders().getFirst("Host") + path);
        request = asked.size();
      }
      watch.at(Stage.ASKED, request);
      byte[] page = page(path).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page, 0, page.length / 2);
      exchange.getResponseBody().flush();
      watch.at(Stage.HALF, request);
      exchange.getResponseBody().write(page, page.length / 2, page.length - page.length / 2);
      exchange.getResponseBody().flush();
      watch.at(Stage.SENT, request);
    }
  }

  private static String page(String path) {
    return """
    <title>Clerk vs Head Clerk</title><h1>Clerk vs Head Clerk</h1>
    <table><tr><th></th><th>Clerk%1$s</th><th>Head Clerk%1$s</th></tr>
    <tr><td>Yearly salary</td><td>$34,%2$s</td><td>$43,251</td></tr></table>
    """
            .formatted(path.replace('/', ' '), path.substring(path.length() - 3))
        + "<p>nothing of interest</p>".repeat(200);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
