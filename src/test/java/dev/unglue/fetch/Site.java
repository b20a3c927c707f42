package dev.unglue.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A site on this machine that answers as a test tells it; what it is not told is 404. */
final class Site implements AutoCloseable {
  static final String PAGE = "<html><title>A vs B</title><table><tr><td>1</table>";

  private final Arrivals arrivals = new Arrivals(new CopyOnWriteArrayList<>());

  final WireMockServer server =
      new WireMockServer(
          options()
              .dynamicPort()
              .bindAddress("127.0.0.1")
              .gzipDisabled(true)
              .containerThreads(24)
              .extensions(arrivals));

  Site() {
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
  }

  String url(String path) {
    return url("site.test", path);
  }

  String url(String host, String path) {
    return "http://" + host + ":" + server.port() + path;
  }

  static ResponseDefinitionBuilder html(String text) {
    return aResponse().withHeader("Content-Type", "text/html; charset=utf-8").withBody(text);
  }

  Site page(String path) {
    return answer(path, html(PAGE));
  }

  Site answer(String path, ResponseDefinitionBuilder answer) {
    server.stubFor(get(path).willReturn(answer));
    return this;
  }

  /** Answers one after the other; the last one from then on. */
  Site answers(String path, ResponseDefinitionBuilder... answers) {
    for (int i = 0; i < answers.length; i++) {
      String state = i == 0 ? Scenario.STARTED : "step " + i;
      String next = "step " + Math.min(i + 1, answers.length - 1);
      server.stubFor(
          get(path)
              .inScenario(path)
              .whenScenarioStateIs(state)
              .willReturn(answers[i])
              .willSetStateTo(answers.length == 1 ? Scenario.STARTED : next));
    }
    return this;
  }

  Site robots(String text) {
    return answer(
        "/robots.txt", aResponse().withHeader("Content-Type", "text/plain").withBody(text));
  }

  /** The paths that were asked for, in order. */
  List<String> asked() {
    return List.copyOf(arrivals.paths());
  }

  /** What was asked for until now is left out. */
  void forget() {
    arrivals.paths().clear();
  }

  /** Requests as they come in; the server's own journal has them as their answers have ended. */
  private record Arrivals(List<String> paths) implements StubRequestFilterV2 {
    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
      paths.add(request.getUrl());
      return RequestFilterAction.continueWith(request);
    }

    @Override
    public String getName() {
      return "arrivals";
    }
  }

  long asked(String path) {
    return asked().stream().filter(path::equals).count();
  }

  @Override
  public void close() {
    server.stop();
  }
}
