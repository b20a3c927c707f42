package dev.unglue.serve.http;

import java.util.Map;

/**
 * What a browser asks for.
 *
 * @param method {@code GET}, {@code HEAD}, {@code POST} or what else it says
 * @param path the path, decoded
 * @param query what stands behind the question mark
 * @param form the fields of a form that was sent
 * @param headers by name in lower case, the first of each
 * @param cookies by name
 */
public record Request(
    String method,
    String path,
    Params query,
    Params form,
    Map<String, String> headers,
    Map<String, String> cookies) {
  /** Copies the maps. */
  public Request {
    headers = Map.copyOf(headers);
    cookies = Map.copyOf(cookies);
  }

  /** The text of a header; empty where it is absent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** True if it would change something. */
  public boolean isPost() {
    return method.equals("POST");
  }

  /** The whole address below the host. */
  public String address() {
    String asked = query.encoded();
    return asked.isEmpty() ? path : path + "?" + asked;
  }
}
