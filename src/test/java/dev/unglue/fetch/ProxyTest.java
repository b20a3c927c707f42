package dev.unglue.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.fetch.http.ProxyRules;
import dev.unglue.fetch.http.ProxyRules.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that are asked for through a proxy, which stands on this machine. */
class ProxyTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final Fetching fetching = new Fetching();
  private ServerSocket proxy;

  @BeforeEach
  void start() throws IOException {
    proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    fetching.rules = fetching.guarded();
    fetching.names = host -> List.of(Fetching.address("93.184.216.34"));
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
  }

  /** Answers whatever is asked; refuses tunnels, and who does not name himself where asked to. */
  private void serve() {
    while (!proxy.isClosed()) {
      try (Socket socket = proxy.accept()) {
        List<String> head = new ArrayList<>();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          head.add(line);
        }
        asked.add(head.get(0));
        socket.getOutputStream().write(answer(head).getBytes(StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        // the test is over, or the client has gone
      }
    }
  }

  private static String answer(List<String> head) {
    boolean named = head.stream().anyMatch(l -> l.startsWith("Proxy-Authorization: Basic YTpi"));
    if (head.get(0).contains("closed.test") && !named) {
      return "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
    if (head.get(0).contains("moved.test")) {
      return "HTTP/1.1 302 Over there\r\nLocation: http://inner.test/robots.txt\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
    if (head.get(0).startsWith("CONNECT") || head.get(0).contains("robots.txt")) {
      return "HTTP/1.1 404 None\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\nConnection: close\r\n\r\npage";
  }

  private List<String> told(ProxyRules rules, String... urls) {
    fetching.fetcher = new Fetcher(fetching.clock, fetching.chance, fetching.names, rules, 1);
    return fetching.pages(urls).told();
  }

  private ProxyRules all(String... direct) {
    Optional<Server> server = ProxyRules.server("http://a:b@127.0.0.1:" + proxy.getLocalPort());
    return new ProxyRules(server, server, List.of(direct));
  }

  @Test
  void asksThroughTheProxyThoughItLiesInTheOwnNetwork() {
    assertThat(told(all(), "http://site.test/a")).containsExactly("/a captured");
    assertThat(asked)
        .containsExactly(
            "GET http://site.test/robots.txt HTTP/1.1", "GET http://site.test/a HTTP/1.1");
    assertThat(fetching.kept.get(0).address()).isEmpty();
  }

  @Test
  void asksForATunnelWhereTheAddressIsSecure() {
    assertThat(told(all(), "https://site.test/a"))
        .containsExactly("/a failed: robots.txt gave no answer: the proxy opens no way: HTTP 404");
    assertThat(asked).containsOnly("CONNECT site.test:443 HTTP/1.1");
  }

  @Test
  void namesItselfToAProxyThatAsks() {
    assertThat(told(all(), "http://closed.test/a")).containsExactly("/a captured");
    assertThat(asked).contains("GET http://closed.test/a HTTP/1.1");
  }

  @Test
  void refusesWhatLiesInTheOwnNetworkThroughAProxyToo() {
    fetching.names =
        host -> List.of(Fetching.address("93.184.216.34"), Fetching.address("10.0.0.7"));
    assertThat(told(all(), "http://site.test/a", "http://192.168.1.1/", "http://2130706433/"))
        .containsExactlyInAnyOrder(
            "/a failed: address refused: 10.0.0.7 is private",
            "/ failed: address refused: 10.0.0.7 is private",
            "/ failed: address refused: 10.0.0.7 is private");
    assertThat(asked).isEmpty();
  }

  /** The name lies in the scope, and its robots.txt in the own network by the second look. */
  @Test
  void followsNoRobotsFileIntoTheOwnNetwork() {
    fetching.names =
        host -> List.of(Fetching.address(host.equals("moved.test") ? "93.184.216.34" : "10.0.0.7"));
    assertThat(told(all(), "http://moved.test/a", "http://inner.test/b"))
        .containsExactlyInAnyOrder(
            "/a failed: robots.txt gave no answer: address refused: 10.0.0.7 is private",
            "/b failed: address refused: 10.0.0.7 is private");
    assertThat(asked).containsExactly("GET http://moved.test/robots.txt HTTP/1.1");
  }

  @Test
  void asksHostsDirectlyThatAreSaidToBeSo() {
    fetching.names = host -> List.of(InetAddress.getLoopbackAddress());
    assertThat(told(all("site.test", "other.test:81"), "http://www.site.test/a"))
        .containsExactly("/a failed: address refused: 127.0.0.1 is loopback");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "*, http://site.test/, true",
    "site.test, http://site.test/, true",
    ".site.test, http://www.site.test/, true",
    "*.site.test, http://www.site.test/, true",
    "SITE.test, http://site.test/, true",
    "site.test, http://mysite.test/, false",
    "site.test:80, http://site.test/, true",
    "site.test:8080, http://site.test/, false",
    "10.1.2.3, http://10.1.2.3/, true",
    "[::1], http://[::1]/, true",
    "bücher.test, http://xn--bcher-kva.test/, true",
    "' ', http://site.test/, false"
  })
  void knowsWhoIsAskedDirectly(String direct, String url, boolean expected) {
    Optional<Server> server = ProxyRules.server("proxy.test:3128");
    ProxyRules rules = new ProxyRules(server, Optional.empty(), List.of(direct));
    assertThat(rules.of(okhttp3.HttpUrl.get(url)).isEmpty()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "proxy.test:3128, proxy.test:3128",
        "http://proxy.test:3128/, proxy.test:3128",
        "http://proxy.test, proxy.test:80",
        "http://a:secret@proxy.test:1, proxy.test:1",
        "https://proxy.test:1, none",
        "socks5://proxy.test:1, none",
        "http://proxy.test/path, none",
        "'', none"
      })
  void readsTheNameOfAProxyAndShowsNoPassword(String text, String server) {
    assertThat(ProxyRules.server(text).map(Server::toString).orElse(null)).isEqualTo(server);
  }
}
