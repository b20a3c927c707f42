package dev.unglue.fetch;

import dev.unglue.model.Exchange;
import dev.unglue.model.KnownPage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
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

/**
 * Carries out single requests: no redirect, no retry, no cookie, no cache, no proxy. Thread-safe.
 */
final class Wire implements AutoCloseable {
  /** Connections wait this long for the next request; a longer pause closes them. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  private final Pace pace;
  private final Clients guarded;
  private final Clients open;

  /**
   * @param names looks names up
   */
  Wire(Pace pace, Dns names) {
    this.pace = pace;
    this.open = new Clients(client(names).build());
    this.guarded = new Clients(client(names).socketFactory(new GuardedSockets()).build());
  }

  private static OkHttpClient.Builder client(Dns names) {
    return new OkHttpClient.Builder()
        .dns(names)
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
        .addNetworkInterceptor(new Recorder());
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
  record Ask(
      HttpUrl url, String agent, FetchRules rules, @Nullable KnownPage known, boolean pagesOnly) {}

  /** Asks. */
  Reply send(Ask ask) {
    long start = pace.nanos();
    Instant at = pace.now();
    FetchRules rules = ask.rules();
    Wired wired = new Wired();
    Request request = request(ask).newBuilder().tag(Wired.class, wired).build();
    Clients clients = rules.allowPrivateAddresses() ? open : guarded;
    Call call = clients.of(ask.url().host()).newCall(request);
    call.timeout().timeout(rules.timeout().toMillis(), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      return answer(ask, response, at, start);
    } catch (IOException e) {
      return silence(e, rules, pace.nanos() - start, wired.requests);
    } catch (IllegalArgumentException | IllegalStateException e) {
      // So OkHttp takes some answers that no server should give, such as a negative length.
      return silence(
          new ProtocolException(e.getMessage()), rules, pace.nanos() - start, wired.requests);
    }
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

  private Reply.Answer answer(Ask ask, Response response, Instant at, long start) {
    Headers headers = response.headers();
    Wired wired = Optional.ofNullable(response.request().tag(Wired.class)).orElseThrow();
    int look = response.code() == 200 ? BodyReader.TITLE_BYTES : BodyReader.HEAD_BYTES;
    try (ResponseBody body = response.body();
        BodyReader reader =
            new BodyReader(ask.rules(), isGzip(headers), body.contentLength(), look)) {
      if (!ask.pagesOnly() || response.code() != 200 || Verdicts.isPage(headers)) {
        reader.read(body.byteStream());
      }
      Exchange exchange =
          new Exchange(
              ask.url().toString(),
              wired.requestHead,
              statusLine(response) + lines(headers),
              response.code(),
              reader.body(),
              at,
              wired.address,
              reader.truncated());
      return new Reply.Answer(
          exchange, headers, reader.head(), reader.cut(), pace.nanos() - start, wired.requests);
    }
  }

  private static boolean isGzip(Headers headers) {
    String coding = Optional.ofNullable(headers.get("Content-Encoding")).orElse("");
    return GZIP.contains(coding.strip().toLowerCase(Locale.ROOT));
  }

  private static String statusLine(Response response) {
    String version = response.protocol().toString().toUpperCase(Locale.ROOT);
    return (version + " " + response.code() + " " + response.message()).strip() + "\r\n";
  }

  private static String lines(Headers headers) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < headers.size(); i++) {
      lines.append(headers.name(i)).append(": ").append(headers.value(i)).append("\r\n");
    }
    return lines.toString();
  }

  // --- no answer ------------------------------------------------------------------------------

  private static Reply.Silence silence(IOException e, FetchRules rules, long nanos, int requests) {
    Optional<RefusedAddressException> refused = refusal(e);
    if (refused.isPresent()) {
      return new Reply.Silence(
          "address refused: " + refused.get().getMessage(),
          Reply.Silence.Kind.REFUSED,
          nanos,
          requests);
    }
    return new Reply.Silence(
        reason(e, rules),
        heals(e) ? Reply.Silence.Kind.HEALS : Reply.Silence.Kind.LASTS,
        nanos,
        requests);
  }

  /** Where a name has several addresses, the refusal of one may hide in the failure of another. */
  private static Optional<RefusedAddressException> refusal(Throwable e) {
    if (e instanceof RefusedAddressException refused) {
      return Optional.of(refused);
    }
    for (Throwable other : e.getSuppressed()) {
      Optional<RefusedAddressException> found = refusal(other);
      if (found.isPresent()) {
        return found;
      }
    }
    return e.getCause() == null ? Optional.empty() : refusal(e.getCause());
  }

  private static boolean heals(IOException e) {
    boolean lasts =
        e instanceof UnknownHostException
            || e instanceof SSLException
            || e instanceof ProtocolException
            || isWithinHeaders(e);
    return !lasts;
  }

  private static String reason(IOException e, FetchRules rules) {
    if (e instanceof InterruptedIOException) {
      return "no answer within " + rules.timeout().toMillis() + " ms";
    }
    if (e instanceof UnknownHostException) {
      return "no such host";
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "no connection: " + e.getMessage();
    }
    if (e instanceof SSLException) {
      return "no secure connection: " + e.getMessage();
    }
    if (isWithinHeaders(e)) {
      return "header lines without an end; at most 256 KiB of them are read";
    }
    boolean broke = e instanceof SocketException || e.getMessage() == null;
    return broke || String.valueOf(e.getMessage()).startsWith("unexpected end of stream")
        ? "the connection broke before an answer came"
        : "not HTTP: " + e.getMessage();
  }

  /**
   * True if the answer began, but its header lines did not end: OkHttp reads 256 KiB of them, and
   * calls more an early end. Where nothing came at all the message tells of 0 bytes.
   */
  private static boolean isWithinHeaders(IOException e) {
    Throwable end = e instanceof EOFException ? e : e.getCause();
    String message = end instanceof EOFException ? String.valueOf(end.getMessage()) : "";
    return message.contains("limit=") && !message.contains("limit=0 ");
  }

  @Override
  public void close() {
    open.close();
    guarded.close();
  }

  // --- as it went over the wire ---------------------------------------------------------------

  /** What only the connection knows; filled in by the thread that makes the call. */
  private static final class Wired {
    private String requestHead = "";
    private String address = "";
    private int requests;
  }

  private static final class Recorder implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
      Request request = chain.request();
      Wired wired = Optional.ofNullable(request.tag(Wired.class)).orElseThrow();
      String query = request.url().encodedQuery() == null ? "" : "?" + request.url().encodedQuery();
      String line = "GET " + request.url().encodedPath() + query + " HTTP/1.1\r\n";
      wired.requestHead = line + lines(request.headers());
      wired.address = peer(chain.connection());
      wired.requests++;
      return chain.proceed(request);
    }

    private static String peer(@Nullable Connection connection) {
      return connection == null ? "" : connection.socket().getInetAddress().getHostAddress();
    }
  }
}
