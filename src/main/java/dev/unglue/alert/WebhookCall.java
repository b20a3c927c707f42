package dev.unglue.alert;

import dev.unglue.fetch.http.ProxyRules;
import dev.unglue.text.TerminalText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Posts messages to an address, each signed where there is a secret, and tried again where that may
 * help: after no answer, an answer of a server in trouble, or one that asks for patience.
 *
 * @param url the address
 * @param secret signs the body, by HMAC-SHA256; empty for none
 * @param timeout longest time of one attempt
 * @param retries how often it is tried again
 * @param backoff the pause before the first retry; each later one is twice as long
 * @param proxies through which proxy it is asked
 */
public record WebhookCall(
    String url,
    Optional<String> secret,
    Duration timeout,
    int retries,
    Duration backoff,
    ProxyRules proxies)
    implements Delivery {
  /** The header with the signature: {@code sha256=} and 64 hex digits. */
  public static final String SIGNATURE = "X-Unglue-Signature";

  /** The header with the name of the message. */
  public static final String ID = "X-Unglue-Delivery";

  private static final MediaType JSON = MediaType.get("application/json");
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Request Timeout, Too Early, Too Many Requests. */
  private static final Set<Integer> PATIENCE = Set.of(408, 425, 429);

  /** What came of one attempt: why it failed, and whether another one may help. */
  private record Attempt(Optional<String> failure, boolean again) {}

  @Override
  public Optional<String> deliver(String body, String id) {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      return Optional.of("expected an address that begins with http:// or https://, found another");
    }
    OkHttpClient client = client(address);
    try {
      Request request = request(address, body, id);
      Attempt last = attempt(client, request);
      int attempts = 1;
      while (last.again() && attempts <= retries && paused(attempts - 1)) {
        last = attempt(client, request);
        attempts++;
      }
      String tried = attempts == 1 ? "" : " after " + attempts + " attempts";
      return last.failure().map(why -> why + tried + ", at " + shown(address));
    } finally {
      client.connectionPool().evictAll();
    }
  }

  private OkHttpClient client(HttpUrl address) {
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .callTimeout(timeout);
    return proxies.of(address).map(proxy -> proxy.through(client)).orElse(client).build();
  }

  private Request request(HttpUrl address, String body, String id) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    Request.Builder request =
        new Request.Builder()
            .url(address)
            .header("User-Agent", "unglue")
            .header(ID, id)
            .post(RequestBody.create(bytes, JSON));
    secret.ifPresent(key -> request.header(SIGNATURE, "sha256=" + signed(bytes, key)));
    return request.build();
  }

  private static String signed(byte[] body, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static Attempt attempt(OkHttpClient client, Request request) {
    try (Response response = client.newCall(request).execute()) {
      if (response.isSuccessful()) {
        return new Attempt(Optional.empty(), false);
      }
      boolean again = response.code() >= 500 || PATIENCE.contains(response.code());
      return new Attempt(Optional.of("expected status 2xx, found " + response.code()), again);
    } catch (InterruptedIOException e) {
      return new Attempt(Optional.of("expected status 2xx, found no answer in time"), true);
    } catch (IOException e) {
      // The words of the library quote whatever the other side has sent.
      String why = TerminalText.line(Objects.requireNonNullElse(e.getMessage(), "no connection"));
      String short80 = why.substring(0, Math.min(80, why.length()));
      return new Attempt(Optional.of("expected status 2xx, found \"" + short80 + "\""), true);
    }
  }

  /** False if nothing more is to be waited for. */
  private boolean paused(int retry) {
    Duration pause = backoff.multipliedBy(1L << Math.min(retry, 10));
    try {
      Thread.sleep((pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause).toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Path and query are often the secret of a webhook. */
  private static String shown(HttpUrl address) {
    boolean usual = address.port() == HttpUrl.defaultPort(address.scheme());
    return address.scheme() + "://" + address.host() + (usual ? "" : ":" + address.port()) + "/...";
  }

  /** Neither the address nor the secret is told by a log of this record. */
  @Override
  public String toString() {
    return "WebhookCall[...]";
  }
}
