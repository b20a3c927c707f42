package dev.unglue.fetch;

import dev.unglue.model.run.FetchedUrl;
import org.junit.jupiter.api.AfterEach;

/** Fetches from a server that a test makes misbehave. */
abstract class HostileFetches {
  static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  static final int MEGABYTE = 1_000_000;

  final HostileServer server = new HostileServer();
  final Fetching fetching = new Fetching();

  @AfterEach
  void stop() {
    server.close();
  }

  FetchedUrl fetch(HostileServer.Answer answer) {
    server.on("/a", answer);
    return fetching.pages(server.url("/a")).row();
  }
}
