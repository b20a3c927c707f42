package dev.unglue.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import dev.unglue.cli.Main;
import java.io.File;
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

  /** Where the times of a thread stand behind its name, and of how many milliseconds each is. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;
  private static final long TICK_MILLIS = 10;

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

  /** Milliseconds that the threads of the JVM's compilers took; on Linux only, else 0. */
  private static long compiling() {
    long ticks = 0;
    File[] threads = new File("/proc/self/task").listFiles();
    for (File thread : threads == null ? new File[0] : threads) {
      String[] named = stat(thread.toPath()).split("\\) ", 2);
      if (named.length > 1 && named[0].matches("(?s).*\\(C[12] Comp.*")) {
        String[] fields = named[1].split(" ", -1);
        ticks += Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
      }
    }
    return ticks * TICK_MILLIS;
  }

  /** What the system says of a thread; nothing of one that has ended meanwhile. */
  private static String stat(Path thread) {
    try {
      return Files.readString(thread.resolve("stat"));
    } catch (IOException e) {
      return "";
    }
  }

  private static void write(Path file) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try {
      Files.writeString(file, system.getProcessCpuTime() / 1e6 + " " + compiling());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
