package dev.unglue.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Asks a site as a browser would, or as none would: every header is the test's own. */
final class SiteClient {
  final Map<String, String> headers = new LinkedHashMap<>();
  private final int port;

  SiteClient(Site site) {
    this(URI.create(site.address()).getPort());
  }

  SiteClient(int port) {
    this.port = port;
    headers.put("Host", host());
    headers.put("Connection", "close");
  }

  String host() {
    return "127.0.0.1:" + port;
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  SiteClient with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Answer get(String address) {
    return ask("GET", address, "");
  }

  Answer post(String address, String form) {
    headers.putIfAbsent("Origin", "http://" + headers.get("Host"));
    headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
    return ask("POST", address, form);
  }

  Answer ask(String method, String address, String body) {
    StringBuilder request = new StringBuilder(method + " " + address + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      request.append("Content-Length: " + bytes.length + "\r\n");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(300_000);
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer read(String text) {
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
  }
}
