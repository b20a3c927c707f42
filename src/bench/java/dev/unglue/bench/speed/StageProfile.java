package dev.unglue.bench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where the time of warm pages goes, by package: samples of the JVM's flight recorder. */
final class StageProfile {
  private static final String OURS = "dev.unglue.";
  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final Duration EVERY = Duration.ofMillis(10);

  private StageProfile() {}

  /** The share of each package, 0..1, in so many milliseconds of reading the pages. */
  static Map<String, Double> of(StageWork pages, long millis) {
    try (Recording recording = new Recording()) {
      recording.enable(SAMPLE).withPeriod(EVERY);
      recording.start();
      long end = System.nanoTime() + millis * 1_000_000;
      for (int i = 0; System.nanoTime() < end; i++) {
        pages.runAll(i % pages.size());
      }
      recording.stop();
      Path file = Files.createTempFile("profile", ".jfr");
      try {
        recording.dump(file);
        return shares(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot record a profile", e);
    }
  }

  private static Map<String, Double> shares(Path file) throws IOException {
    Map<String, Long> samples =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals(SAMPLE))
            .flatMap(event -> room(event).stream())
            .collect(Collectors.groupingBy(room -> room, TreeMap::new, Collectors.counting()));
    double all = samples.values().stream().mapToLong(count -> count).sum();
    Map<String, Double> shares = new TreeMap<>();
    samples.forEach((room, count) -> shares.put(room, count / all));
    return shares;
  }

  /** The package of ours that was at work, or had called what was; absent for other threads. */
  private static Optional<String> room(RecordedEvent sample) {
    RecordedStackTrace trace = sample.getStackTrace();
    return trace == null
        ? Optional.empty()
        : trace.getFrames().stream()
            .map(frame -> frame.getMethod().getType().getName())
            .filter(name -> name.startsWith(OURS))
            .findFirst()
            .map(name -> name.split("\\$", 2)[0]) // a lambda's class has dots behind the sign
            .map(name -> name.substring(OURS.length(), name.lastIndexOf('.')));
  }
}
