package dev.unglue.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Speaks HTTP as badly as a test asks for, byte by byte. Every answer ends its connection. */
final class HostileServer implements AutoCloseable {
  /** What it does with a connection once the request has been read. */
  interface Answer {
    void write(OutputStream out, Socket socket) throws IOException, InterruptedException;
  }

  final AtomicLong connections = new AtomicLong();

  /** Bytes that the client was willing to take. */
  final AtomicLong written = new AtomicLong();

  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  HostileServer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  String url(String path) {
    return "http://hostile.test:" + server.getLocalPort() + path;
  }

  int port() {
    return server.getLocalPort();
  }

  HostileServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String path = path(socket.getInputStream());
      Answer answer = answers.getOrDefault(path, HostileServer::missing);
      answer.write(new Counting(socket.getOutputStream()), socket);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // the client has had enough
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void missing(OutputStream out, Socket socket) throws IOException {
    out.write(bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
  }

  private static String path(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || (head.isEmpty() && next == 0x16)) { // the greeting of TLS
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString().split(" ", 3)[1];
  }

  private final class Counting extends OutputStream {
    private final OutputStream out;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      written.incrementAndGet();
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
      out.write(b, off, len);
      written.addAndGet(len);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
