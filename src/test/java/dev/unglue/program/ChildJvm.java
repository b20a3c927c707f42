package dev.unglue.program;

import dev.unglue.cli.Main;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of a JVM of its own, for the whole program or for a program of the tests. */
public final class ChildJvm {
  /** The first compiler only: the second takes more than its code saves in so short a life. */
  static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC");

  private ChildJvm() {}

  /** The program as its user has it: nothing of the tests is on its class path. */
  public static List<String> program(String heap, String... args) {
    return command(heap, ClassArchive.PROGRAM, Main.class.getName(), args);
  }

  /** A program of the tests. */
  public static List<String> ofTests(String heap, String main, String... args) {
    String classPath = ClassArchive.PROGRAM + File.pathSeparator + ClassArchive.TESTS;
    return command(heap, classPath, main, args);
  }

  private static List<String> command(String heap, String classPath, String main, String... args) {
    List<String> command = new ArrayList<>(JAVA);
    command.add("-Xmx" + heap);
    if (Files.exists(ClassArchive.FILE)) {
      // A JVM that finds it amiss goes on without it, and is not to talk of it.
      command.addAll(
          List.of(
              "-XX:SharedArchiveFile=" + ClassArchive.FILE,
              "-Xlog:disable",
              "-Xlog:all=error:stderr"));
    }
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(args));
    return command;
  }
}
