package dev.unglue.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import dev.unglue.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process of its own, which writes down at its end what processor time it took, and what of it
 * went into compiling: the command line itself, or the floor of each file of a folder, once.
 */
public final class SpeedChild {
  /** Runs the command line with the words that follow. */
  static final String UNGLUE = "unglue";

  /** Reads each file of the folder that follows and throws it away. */
  static final String FLOOR = "floor";

  private SpeedChild() {}

  /**
   * Runs.
   *
   * @param args what to run, where to write the times, and what follows
   * @throws IOException if the folder cannot be read
   */
  public static void main(String[] args) throws IOException {
    Path times = Path.of(args[1]);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(times)));
    String[] rest = Arrays.copyOfRange(args, 2, args.length);
    if (args[0].equals(UNGLUE)) {
      Main.main(rest);
    } else {
      long sum = 0;
      for (Path file : files(Path.of(rest[0]))) {
        sum += PlainFloor.of(file);
      }
      System.out.println(sum);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void write(Path file) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long compiling = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    try {
      Files.writeString(file, system.getProcessCpuTime() / 1e6 + " " + compiling);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
