package dev.unglue.raw.read;

import java.nio.charset.StandardCharsets;

/** WARC records, written by hand so that they can be wrong. */
final class Warcs {
  static final String DATE = "2024-05-01T10:30:00Z";

  private Warcs() {}

  /** A record with the given header lines and block. */
  static byte[] record(String type, String uri, String contentType, byte[] block, String... more) {
    StringBuilder header = new StringBuilder("WARC/1.1\r\n");
    header.append("WARC-Type: ").append(type).append("\r\n");
    header.append("WARC-Target-URI: ").append(uri).append("\r\n");
    header.append("WARC-Date: ").append(DATE).append("\r\n");
    header.append("Content-Type: ").append(contentType).append("\r\n");
    for (String line : more) {
      header.append(line).append("\r\n");
    }
    header.append("Content-Length: ").append(block.length).append("\r\n\r\n");
    return Inputs.join(Inputs.utf8(header.toString()), block, Inputs.utf8("\r\n\r\n"));
  }

  static byte[] response(String uri, byte[] http, String... more) {
    return record("response", uri, "application/http; msgtype=response", http, more);
  }

  /** An HTTP response with the given header lines. */
  static byte[] http(int status, byte[] body, String... fields) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " OK\r\n");
    for (String field : fields) {
      head.append(field).append("\r\n");
    }
    return Inputs.join(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII), body);
  }

  static byte[] html(String uri, String body, String... more) {
    return response(uri, http(200, Inputs.utf8(body), "Content-Type: text/html"), more);
  }

  static byte[] wet(String uri, String text) {
    return record("conversion", uri, "text/plain", Inputs.utf8(text));
  }

  static byte[] info() {
    return record("warcinfo", "x", "application/warc-fields", Inputs.utf8("software: by hand\r\n"));
  }
}
