package dev.unglue.fetch.http;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A request as it went over the wire: what only the connection knows. Filled in by its thread. */
final class SentRequest {
  private String head = "";
  private String address = "";
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
    address = peer(chain.connection());
    requests++;
  }

  private static String peer(@Nullable Connection connection) {
    return connection == null ? "" : connection.socket().getInetAddress().getHostAddress();
  }

  /** Header fields, a line each. */
  static String lines(Headers headers) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < headers.size(); i++) {
      lines.append(headers.name(i)).append(": ").append(headers.value(i)).append("\r\n");
    }
    return lines.toString();
  }

  /** The line of the request and its header fields. */
  String head() {
    return head;
  }

  /** The IP address that it went to; empty if there was no connection. */
  String address() {
    return address;
  }

  /** How many requests were sent: 2 where a kept connection had been closed. */
  int requests() {
    return requests;
  }
}
