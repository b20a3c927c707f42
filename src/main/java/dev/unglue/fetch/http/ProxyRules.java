package dev.unglue.fetch.http;

import java.net.IDN;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Through which proxy an address is asked for.
 *
 * @param http the proxy for addresses of http; empty for none
 * @param https the proxy for addresses of https; empty for none
 * @param direct hosts that are asked without one: a name with all names below it, an IP address,
 *     either with a port if it is to hold for that one only; {@code *} for all
 */
public record ProxyRules(Optional<Server> http, Optional<Server> https, List<String> direct) {
  /** Every address is asked for without one. */
  public static final ProxyRules NONE =
      new ProxyRules(Optional.empty(), Optional.empty(), List.of());

  /** Brings the names into one spelling. */
  public ProxyRules {
    direct = direct.stream().map(ProxyRules::plain).filter(name -> !name.isEmpty()).toList();
  }

  /**
   * A proxy that speaks HTTP.
   *
   * @param host its name or address
   * @param port its port
   * @param user whom it knows; empty if it asks for nobody
   * @param password of the user; never shown
   */
  public record Server(String host, int port, String user, String password) {
    /** Sends what a client asks through it. */
    public OkHttpClient.Builder through(OkHttpClient.Builder client) {
      InetSocketAddress address = InetSocketAddress.createUnresolved(host, port);
      return client
          .proxy(new Proxy(Proxy.Type.HTTP, address))
          .proxyAuthenticator((route, response) -> authorized(response));
    }

    /** The request with the word for the proxy; none if it has had it, or there is none. */
    private @Nullable Request authorized(Response refused) {
      Request request = refused.request();
      boolean said = request.header("Proxy-Authorization") != null;
      return said || user.isEmpty()
          ? null
          : request
              .newBuilder()
              .header("Proxy-Authorization", Credentials.basic(user, password))
              .build();
    }

    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  /**
   * The server that a text names.
   *
   * @param text {@code http://host:port}, with {@code user:password@} where it wants one, or {@code
   *     host:port}
   * @return empty if it names none
   */
  public static Optional<Server> server(String text) {
    String stripped = text.strip();
    String address = stripped.contains("://") ? stripped : "http://" + stripped;
    return Optional.ofNullable(HttpUrl.parse(address))
        .filter(url -> url.scheme().equals("http") && url.encodedPath().equals("/"))
        .filter(url -> url.query() == null && url.fragment() == null)
        .map(url -> new Server(url.host(), url.port(), url.username(), url.password()));
  }

  /** The proxy for an address; empty where it is asked for without one. */
  public Optional<Server> of(HttpUrl url) {
    Optional<Server> server = url.isHttps() ? https : http;
    return server.filter(any -> direct.stream().noneMatch(name -> holds(name, url)));
  }

  private static boolean holds(String name, HttpUrl url) {
    String host = url.host();
    return name.equals("*") || holds(name, host) || holds(name, host + ":" + url.port());
  }

  private static boolean holds(String name, String host) {
    return host.equals(name) || host.endsWith("." + name);
  }

  private static String plain(String written) {
    String name = written.strip().toLowerCase(Locale.ROOT);
    String bare = name.startsWith("*.") ? name.substring(2) : name;
    bare = bare.startsWith(".") ? bare.substring(1) : bare;
    bare = bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
    try {
      return bare.chars().allMatch(c -> c < 128) ? bare : IDN.toASCII(bare);
    } catch (IllegalArgumentException e) {
      return bare; // a name that no address has
    }
  }
}
