package dev.unglue.program;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.unglue.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes of the program as a JVM lays them out in memory, as the product has them beside its
 * jar.
 *
 * <p>Each JVM that a test starts would find, check and link the same thousands of classes: a third
 * of what a short run takes. So the first test that starts one makes the archive, and all others
 * map it. It can be of jars only, which stand first on the class path: the program's classes are
 * packed for it, and those of the tests stand behind.
 */
final class ClassArchive {
  private static final Path FOLDER = Path.of("target", "child-jvm").toAbsolutePath();
  private static final Path JAR = FOLDER.resolve("unglue.jar");

  /** Does not exist where the JVM can make none. */
  static final Path FILE = FOLDER.resolve("unglue.jsa");

  /** The class path of the program: jars. */
  static final String PROGRAM;

  /** What the tests have beside it: folders. */
  static final String TESTS;

  static {
    Path classes =
        Path.of(
            URI.create(Main.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    List<Path> others = new ArrayList<>(classPath());
    others.remove(classes);
    PROGRAM = JAR + File.pathSeparator + joined(others.stream().filter(Files::isRegularFile));
    TESTS = joined(others.stream().filter(Files::isDirectory));
    makeAlone(classes);
  }

  private ClassArchive() {}

  private static List<Path> classPath() {
    String entries = System.getProperty("java.class.path");
    return Stream.of(
            System.getProperty("surefire.test.class.path", entries).split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .toList();
  }

  private static String joined(Stream<Path> entries) {
    return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /** Tests run in several JVMs at a time; the others wait for the first. */
  private static void makeAlone(Path classes) {
    try {
      Files.createDirectories(FOLDER);
      try (FileChannel file = FileChannel.open(FOLDER.resolve("lock"), CREATE, WRITE);
          FileLock lock = file.lock()) {
        Path madeOf = FOLDER.resolve("unglue.jsa.of");
        String found = System.getProperty("java.home") + "\n" + PROGRAM + "\n" + listed(classes);
        if (lock.isValid() && !(Files.exists(madeOf) && Files.readString(madeOf).equals(found))) {
          Files.deleteIfExists(madeOf);
          make(classes);
          Files.writeString(madeOf, found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + FILE, e);
    }
  }

  /** Each file with its time: other classes need another archive. */
  private static String listed(Path classes) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        lines.add(classes.relativize(file) + " " + Files.getLastModifiedTime(file));
      }
    }
    return String.join("\n", lines);
  }

  private static void make(Path classes) throws IOException {
    Files.deleteIfExists(FILE);
    end(
        Path.of(System.getProperty("java.home"), "bin", "jar").toString(),
        "--create",
        "--no-compress",
        "--file",
        JAR.toString(),
        "-C",
        classes.toString(),
        ".");
    List<String> command = new ArrayList<>(ChildJvm.JAVA);
    command.addAll(
        List.of("-XX:ArchiveClassesAtExit=" + FILE, "-cp", PROGRAM, Main.class.getName()));
    command.addAll(List.of("run", "--input", "raw/samples", "--out"));
    command.add(Files.createTempDirectory(FOLDER, "run").toString());
    end(command.toArray(String[]::new));
  }

  /** What it says, and how it ends, is no matter here: without the archive all takes longer. */
  private static void end(String... command) throws IOException {
    File said = FOLDER.resolve("said.txt").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
    process.onExit().join();
  }
}
