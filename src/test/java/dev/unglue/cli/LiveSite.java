package dev.unglue.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;

/** A site on this machine that is a source of a run; what it is not told is 404. */
final class LiveSite implements AutoCloseable {
  /** What each source came to in each night. */
  static final String NIGHTS =
      "SELECT run, source, verdict, planned, received, unchanged, gone, forbidden, failed,"
          + " coalesce(contact_at, ''), coalesce(reason, '') FROM v_night ORDER BY run, source";

  private final Path folder;

  /** More keys of the fetch, each after a comma. */
  String limits = "";

  /** False where the sources are not to ask on this machine. */
  boolean allowed = true;

  final WireMockServer server =
      new WireMockServer(
          options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true).containerThreads(16));

  LiveSite(Path folder) {
    this.folder = folder;
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
  }

  @Override
  public void close() {
    server.stop();
  }

  /** A folder with the project's own configuration and this site as a source of these pages. */
  RealRun run(String pages) {
    RealRun run = new RealRun(folder);
    run.nanos = System::nanoTime;
    run.ownConfig();
    if (!pages.isEmpty()) {
      source(run, "site", pages);
    }
    return run;
  }

  /** Adds a source of pages of this site; {@code SITE} stands for its address. */
  void source(RealRun run, String name, String pages) {
    file(run, name, "enabled: true\ncontact: me@example.org\n" + pages);
  }

  /** Adds this site as a source of whatever keys. */
  RealRun source(RealRun run, String text) {
    return file(run, "site", text);
  }

  private RealRun file(RealRun run, String name, String text) {
    return run.file(
        "config/sources/" + name + ".yaml",
        "name: %s\n%sfetch: {delay: 0s, latencyFactor: 0, retries: 0, allowPrivateAddresses: %s%s}\n"
            .formatted(name, text.replace("SITE", server.baseUrl()), allowed, limits));
  }

  /** A page with a validator; who knows it is told that it has not changed. */
  void page(String path, String text, String etag) {
    server.getStubMappings().stream()
        .filter(stub -> path.equals(stub.getRequest().getUrl()))
        .forEach(server::removeStub);
    server.stubFor(
        get(path)
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/html; charset=utf-8")
                    .withHeader("ETag", etag)
                    .withBody(text)));
    server.stubFor(
        get(path)
            .atPriority(1)
            .withHeader("If-None-Match", equalTo(etag))
            .willReturn(aResponse().withStatus(304).withHeader("ETag", etag)));
  }

  /** A comparison of two occupations. */
  static String comparison(String salary) {
    return """
    <title>Teller vs Head Teller</title><h1>Teller vs Head Teller</h1>
    <table><tr><th></th><th>Teller</th><th>Head Teller</th></tr>
    <tr><td>Yearly salary</td><td>%s</td><td>$32,292</td></tr>
    <tr><td>Average age</td><td>42</td><td>46</td></tr></table>
    """
        .formatted(salary);
  }
}
