package dev.unglue.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param type media type
 * @param text the body, sent as UTF-8
 * @param headers further ones
 */
public record Response(int status, String type, String text, Map<String, String> headers) {
  /** Copies the headers. */
  public Response {
    headers = Map.copyOf(headers);
  }

  /** A text of that type. */
  public static Response of(int status, String type, String text) {
    return new Response(status, type + "; charset=utf-8", text, Map.of());
  }

  /** The browser is to ask for another address. */
  public static Response seeOther(String address) {
    return of(303, "text/plain", "see " + address + "\n").with("Location", address);
  }

  /** The same with one more header. */
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, type, text, more);
  }
}
