package dev.unglue.serve.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.unglue.pipeline.request.JobException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's server, with bounds: small requests, few worked on at once, no patience with slow ones.
 * A client that sends or reads slowly holds a thread, of which there are many, for some seconds;
 * never one of the few places where pages are made.
 */
public final class SiteServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SiteServer.class);

  private static final int THREADS = 128;
  private static final int AT_WORK = 8;
  private static final int BACKLOG = 256;
  private static final int MOST_QUERY = 8 * 1024;
  private static final int MOST_FORM = 256 * 1024;

  /** What holds for every answer: nothing from elsewhere, nothing inline, no frame around it. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  private final HttpServer server;
  private final ExecutorService threads;
  private final Semaphore work = new Semaphore(AT_WORK, true);
  private final String bind;

  private SiteServer(HttpServer server, ExecutorService threads, String bind) {
    this.server = server;
    this.threads = threads;
    this.bind = bind;
  }

  /**
   * Listens, and answers nothing yet.
   *
   * @throws JobException if the port is taken or the address is not one of this machine
   */
  public static SiteServer listen(SiteAccess access) {
    limitTheServer();
    try {
      InetAddress address = InetAddress.getByName(access.bind());
      HttpServer server = HttpServer.create(new InetSocketAddress(address, access.port()), BACKLOG);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      server.setExecutor(threads);
      return new SiteServer(server, threads, access.bind());
    } catch (UnknownHostException e) {
      throw JobException.usage(
          "--bind: expected an address of this machine, found \"%s\"".formatted(access.bind()));
    } catch (BindException e) {
      throw JobException.usage(
          "cannot listen: expected a free port of this machine, found %s:%d (%s); give another one with --port, or 0 for any"
              .formatted(access.bind(), access.port(), e.getMessage()));
    } catch (IOException e) {
      throw JobException.usage("cannot listen: " + e.getMessage());
    }
  }

  /** The server reads them once, when it is made first; seconds. */
  private static void limitTheServer() {
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "60");
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Answers from now on. */
  public void answer(Function<Request, Response> site) {
    server.createContext("/", exchange -> handle(exchange, site));
    server.start();
  }

  /** The port that it got. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Where it is found. */
  public String address() {
    return "http://" + Guard.bracketed(bind) + ":" + port() + "/";
  }

  private void handle(HttpExchange exchange, Function<Request, Response> site) throws IOException {
    try (exchange) {
      Response response;
      try {
        response = made(site, read(exchange));
      } catch (RefusedException e) {
        response = Response.of(e.refusal().status(), "text/plain", e.refusal().message() + "\n");
      } catch (IllegalArgumentException e) {
        response = Response.of(400, "text/plain", "expected an address, found none\n");
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        LOG.error("a fault of the program at {}", exchange.getRequestURI(), e);
        response = Response.of(500, "text/plain", "a fault of the program; please report it\n");
      }
      send(exchange, response);
    } catch (IOException e) {
      LOG.debug("a browser went away: {}", e.getMessage());
    }
  }

  private Response made(Function<Request, Response> site, Request request) {
    work.acquireUninterruptibly();
    try {
      return site.apply(request);
    } finally {
      work.release();
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    if (query != null && query.length() > MOST_QUERY) {
      throw RefusedException.of(414, "Too long", "expected a shorter address");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query == null ? Params.NONE : Params.parse(query),
        form(exchange, headers.getOrDefault("content-type", "")),
        headers,
        cookies(headers.getOrDefault("cookie", "")));
  }

  private static Params form(HttpExchange exchange, String type) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      return Params.NONE;
    }
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      throw RefusedException.of(
          415, "No form", "expected the fields of a form, found \"" + type + "\"");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MOST_FORM + 1);
    if (body.length > MOST_FORM) {
      throw RefusedException.of(413, "Too large", "expected a smaller form; nothing was kept");
    }
    return Params.parse(new String(body, StandardCharsets.UTF_8));
  }

  private static Map<String, String> cookies(String header) {
    Map<String, String> cookies = new LinkedHashMap<>();
    for (String cookie : header.split(";")) {
      int equals = cookie.indexOf('=');
      if (equals > 0) {
        cookies.putIfAbsent(
            cookie.substring(0, equals).strip(), cookie.substring(equals + 1).strip());
      }
    }
    return cookies;
  }

  private static void send(HttpExchange exchange, Response response) throws IOException {
    byte[] body = response.text().getBytes(StandardCharsets.UTF_8);
    HEADERS.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getResponseHeaders().set("Content-Type", response.type());
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(response.status(), -1);
    } else {
      exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** Stops at once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
