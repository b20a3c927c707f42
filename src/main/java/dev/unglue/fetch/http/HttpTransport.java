package dev.unglue.fetch.http;

import dev.unglue.model.page.Exchange;
import dev.unglue.model.page.KnownPage;
import dev.unglue.text.ContentCoding;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Carries out single requests: no redirect, no retry, no cookie, no cache. Thread-safe. */
public final class HttpTransport implements AutoCloseable {
  /** Connections wait this long for the next request; a longer pause closes them. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final FetchClock clock;
  private final Dns names;
  private final ProxyRules proxies;
  private final Clients guarded;
  private final Clients open;
  private final Map<ProxyRules.Server, Clients> proxied = new ConcurrentHashMap<>();

  /**
   * @param names looks names up
   * @param proxies through which proxy an address is asked for
   */
  public HttpTransport(FetchClock clock, Dns names, ProxyRules proxies) {
    this.clock = clock;
    this.names = names;
    this.proxies = proxies;
    this.open = new Clients(client(names, false));
    this.guarded = new Clients(client(names, true));
  }

  private static OkHttpClient client(Dns names, boolean guarded) {
    return new OkHttpClient.Builder()
        .dns(names)
        .socketFactory(new GuardedSockets(guarded))
        .proxy(Proxy.NO_PROXY)
        .protocols(List.of(Protocol.HTTP_1_1))
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(true)
        .fastFallback(false)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        // Only the limit of the whole call holds; OkHttp's own would end a slow answer after 10 s.
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .addNetworkInterceptor(SentRequest::record)
        .build();
  }

  /** The proxy itself may well lie in the own network. */
  private Clients through(ProxyRules.Server server) {
    return proxied.computeIfAbsent(
        server, any -> new Clients(server.through(client(Dns.SYSTEM, false).newBuilder()).build()));
  }

  /**
   * One client a host, for a pool is searched through for each request.
   *
   * @param first what all of them are made of
   * @param byHost those made so far
   */
  private record Clients(OkHttpClient first, Map<String, OkHttpClient> byHost) {
    Clients(OkHttpClient first) {
      this(first, new ConcurrentHashMap<>());
    }

    OkHttpClient of(String host) {
      return byHost.computeIfAbsent(
          host,
          name ->
              first
                  .newBuilder()
                  .connectionPool(new ConnectionPool(1, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                  .build());
    }

    void close() {
      byHost.values().forEach(client -> client.connectionPool().evictAll());
      first.dispatcher().executorService().shutdown();
    }
  }

  /**
   * What to ask for.
   *
   * @param url the address
   * @param agent the agent string
   * @param rules limits
   * @param known the version that is known; absent asks for the page in any case
   * @param pagesOnly true to leave the body of an answer that is no text
   */
  public record Ask(
      HttpUrl url, String agent, FetchRules rules, @Nullable KnownPage known, boolean pagesOnly) {}

  /** Asks. */
  public Reply send(Ask ask) {
    long start = clock.nanos();
    Instant at = clock.now().truncatedTo(ChronoUnit.SECONDS);
    FetchRules rules = ask.rules();
    SentRequest sent = new SentRequest();
    Request request = request(ask).newBuilder().tag(SentRequest.class, sent).build();
    try {
      Call call = clients(ask).of(ask.url().host()).newCall(request);
      call.timeout().timeout(rules.timeout().toMillis(), TimeUnit.MILLISECONDS);
      try (Response response = call.execute()) {
        return answer(ask, sent, response, at, start);
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      // OkHttp takes some answers that no server should give, such as a negative length, as errors.
      IOException failure =
          e instanceof IOException io ? io : new ProtocolException(e.getMessage());
      return ConnectionFailure.of(failure, rules, clock.nanos() - start, sent.requests());
    }
  }

  private Clients clients(Ask ask) throws IOException {
    Optional<ProxyRules.Server> proxy = proxies.of(ask.url());
    boolean any = ask.rules().allowPrivateAddresses();
    if (proxy.isEmpty()) {
      return any ? open : guarded;
    }
    if (!any) {
      GuardedSockets.check(names.lookup(ask.url().host()));
    }
    return through(proxy.get());
  }

  private static Request request(Ask ask) {
    String accept = ask.pagesOnly() ? "text/html,application/xhtml+xml,text/*;q=0.8" : "*/*";
    Headers.Builder headers =
        new Headers.Builder()
            .add("User-Agent", ask.agent())
            .add("Accept", accept)
            .add("Accept-Encoding", "gzip");
    KnownPage known = ask.known();
    if (known != null && known.etag() != null) {
      headers.addUnsafeNonAscii("If-None-Match", known.etag()); // as the server wrote it
    }
    if (known != null && known.lastModified() != null) {
      headers.addUnsafeNonAscii("If-Modified-Since", known.lastModified());
    }
    return new Request.Builder().url(ask.url()).headers(headers.build()).build();
  }

  private Reply.Answer answer(Ask ask, SentRequest sent, Response response, Instant at, long start)
      throws IOException {
    Headers headers = response.headers();
    int look = response.code() == 200 ? BodyReader.TITLE_BYTES : BodyReader.HEAD_BYTES;
    try (ResponseBody body = response.body()) {
      List<String> codings = Reply.codings(headers);
      boolean known = ContentCoding.unknown(codings).isEmpty();
      BodyReader reader =
          new BodyReader(ask.rules(), known ? codings : List.of(), body.contentLength(), look);
      if (!ask.pagesOnly() || response.code() != 200 || Reply.isPage(headers)) {
        reader.read(body.byteStream());
        if (sent.endsWithMoreThan(body.contentLength())) {
          reader.moreThan(body.contentLength());
        }
      }
      Exchange exchange =
          new Exchange(
              ask.url().toString(),
              sent.head(),
              statusLine(response) + SentRequest.lines(headers),
              response.code(),
              reader.body(),
              at,
              sent.address(),
              reader.truncated());
      return new Reply.Answer(
          exchange, headers, reader.head(), reader.cut(), clock.nanos() - start, sent.requests());
    }
  }

  private static String statusLine(Response response) {
    String version = response.protocol().toString().toUpperCase(Locale.ROOT);
    return (version + " " + response.code() + " " + response.message()).strip() + "\r\n";
  }

  @Override
  public void close() {
    open.close();
    guarded.close();
    proxied.values().forEach(Clients::close);
  }

  /**
   * A request as it went over the wire: what only the connection knows. Filled in by its thread.
   */
  static final class SentRequest {
    private String head = "";
    private String address = "";
    private @Nullable CountingSocket socket;
    private int requests;

    /** Notes each request that carries one of these, just before it is sent. */
    static Response record(Interceptor.Chain chain) throws IOException {
      Request request = chain.request();
      Optional.ofNullable(request.tag(SentRequest.class)).orElseThrow().note(chain, request);
      return chain.proceed(request);
    }

    private void note(Interceptor.Chain chain, Request request) {
      String query = request.url().encodedQuery() == null ? "" : "?" + request.url().encodedQuery();
      String line = "GET " + request.url().encodedPath() + query + " HTTP/1.1\r\n";
      head = line + lines(request.headers());
      Connection connection = chain.connection();
      address = peer(connection);
      // Over TLS the client has another socket, on which no bytes can be counted.
      socket =
          connection != null && connection.socket() instanceof CountingSocket plain ? plain : null;
      if (socket != null) {
        socket.begin();
      }
      requests++;
    }

    private static String peer(@Nullable Connection connection) {
      return connection == null || connection.route().proxy().type() != Proxy.Type.DIRECT
          ? ""
          : connection.socket().getInetAddress().getHostAddress();
    }

    /** Header fields, a line each. */
    static String lines(Headers headers) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < headers.size(); i++) {
        lines.append(headers.name(i)).append(": ").append(headers.value(i)).append("\r\n");
      }
      return lines.toString();
    }

    /** True if more came than was announced; no other answer is then read from what is left. */
    boolean endsWithMoreThan(long announced) throws IOException {
      boolean more =
          socket != null && announced >= 0 && !socket.isClosed() && socket.hasMoreThan(announced);
      if (more && socket != null) {
        socket.close();
      }
      return more;
    }

    /** The line of the request and its header fields. */
    String head() {
      return head;
    }

    /** The IP address that it went to; empty if there was no connection, or a proxy on the way. */
    String address() {
      return address;
    }

    /** How many requests were sent: 2 where a kept connection had been closed. */
    int requests() {
      return requests;
    }
  }
}
