package dev.unglue.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.cli.RealRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Slow clients keep nobody waiting: shown on a process of its own, for the limits of the server are
 * those of the whole JVM.
 */
class SlowClientsTest {
  /** More than there are places where pages are made. */
  private static final int SLOW = 40;

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  @TempDir Path folder;

  private Process serve;
  private int port;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    OpenRows.run(folder, 1);
    serve = new RealRun(folder).process("serve", "--port", "0", "--out", "out").start();
    while (port == 0 && serve.isAlive()) {
      Matcher told = ADDRESS.matcher(said());
      port = told.find() ? Integer.parseInt(told.group(1)) : 0;
      Thread.sleep(50);
    }
    assertThat(port).as(said()).isPositive();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("out.txt"))
        + Files.readString(folder.resolve("err.txt"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    serve.destroy();
    serve.waitFor();
  }

  private SiteClient client() {
    return new SiteClient(port);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(120_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  @Test
  void answersBesideManyThatSendOrReadSlowlyAndLetsThemGo() throws IOException {
    String host = "Host: " + client().host() + "\r\n";
    List<Socket> sending = new ArrayList<>();
    List<Socket> others = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        sending.add(connect());
        send(sending.get(i), "GET / HTTP/1.1\r\nHo");
        others.add(connect());
        send(
            others.get(2 * i),
            "POST /decide HTTP/1.1\r\n"
                + host
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=b");
        others.add(connect());
        send(
            others.get(2 * i + 1),
            "GET /subjects.csv HTTP/1.1\r\n" + host + "\r\n"); // and reads nothing
      }
      for (int i = 0; i < 200; i++) {
        others.add(connect()); // and says nothing
      }

      assertThat(client().get("/").status()).isEqualTo(200);
      assertThat(client().get("/decide").status()).isEqualTo(200);
      for (Socket slow : sending) {
        assertThat(rest(slow)).as("it was let go").doesNotContain("200 OK");
      }
      assertThat(client().get("/").status()).isEqualTo(200);
    } finally {
      for (Socket socket : Stream.concat(sending.stream(), others.stream()).toList()) {
        socket.close();
      }
    }
  }

  private static String rest(Socket socket) {
    try (InputStream in = socket.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
