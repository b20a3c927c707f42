package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** Where events of OpenLineage go: the end of a file, or an endpoint. */
public final class LineageSink {
  /** An endpoint that takes longer must not keep a night waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LineageSink() {}

  /** A file, or an endpoint where it is an address. */
  public static Consumer<String> of(String target, Environment environment) {
    String lower = target.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return event -> post(target, event, environment.err());
    }
    Path file = environment.workingFolder().resolve(target);
    return event -> append(file, event);
  }

  private static void append(Path file, String event) {
    try {
      Files.writeString(file, event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void post(String target, String event, PrintWriter err) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(target))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(event))
              .build();
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        warn(target, "status " + status, err);
      }
    } catch (IOException | IllegalArgumentException e) {
      // The JDK has no words for it where nobody listens at the address.
      String nobody = e instanceof ConnectException ? "no connection" : "no answer";
      warn(target, Objects.requireNonNullElse(e.getMessage(), nobody), err);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      warn(target, "interrupted", err);
    }
  }

  private static void warn(String target, String found, PrintWriter err) {
    err.println(
        "unglue: warning: an event of the run was not taken: expected status 2xx, found \"%s\", at %s; the run goes on"
            .formatted(found, target));
    err.flush();
  }
}
