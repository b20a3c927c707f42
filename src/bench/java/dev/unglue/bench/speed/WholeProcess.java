package dev.unglue.bench.speed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole processes: what many pages take beyond a few, so that the start does not count.
 *
 * @param folder where the pages of a layout lie, and where times are written
 * @param few the pages that are read at any rate
 */
record WholeProcess(Path folder, int few) {
  /**
   * Processor time of one page, in milliseconds.
   *
   * @param all of it
   * @param compiling what of it the JVM's compilers took, about
   */
  record Millis(double all, double compiling) {}

  /** What {@code parse} takes for a page, its start taken off. */
  Millis parse(SpeedLayout layout, List<SpeedPage> pages) {
    return beyond(layout, pages, SpeedChild.UNGLUE, List.of("parse", "--format", "json"));
  }

  /** What a bare program takes that does nothing but the floor, each file once. */
  Millis coldFloor(SpeedLayout layout, List<SpeedPage> pages) {
    return beyond(layout, pages, SpeedChild.FLOOR, List.of());
  }

  private Millis beyond(
      SpeedLayout layout, List<SpeedPage> pages, String what, List<String> words) {
    Millis start = run(what, words, written(layout.id() + "-few", pages.subList(0, few)));
    Millis whole = run(what, words, written(layout.id() + "-all", pages));
    double more = pages.size() - few;
    return new Millis(
        (whole.all() - start.all()) / more, (whole.compiling() - start.compiling()) / more);
  }

  /** The pages as files of one folder. */
  private Path written(String name, List<SpeedPage> pages) {
    Path into = folder.resolve(name);
    files(into, pages);
    return into;
  }

  /** Writes pages, a file each, in their order. */
  static List<Path> files(Path folder, List<SpeedPage> pages) {
    try {
      Files.createDirectories(folder);
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < pages.size(); i++) {
        Path file = folder.resolve("%05d%s".formatted(i, pages.get(i).ending()));
        files.add(Files.writeString(file, pages.get(i).text()));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write pages to " + folder, e);
    }
  }

  private Millis run(String what, List<String> words, Path pages) {
    Path times = folder.resolve("times.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(SpeedChild.class.getName(), what, times.toString()));
    command.addAll(words);
    command.add(pages.toString());
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      int code = process.waitFor();
      if (code != 0) {
        throw new IllegalStateException(
            "%s of %s: expected exit code 0, found %d".formatted(what, pages, code));
      }
      String[] read = Files.readString(times).split(" ", -1);
      return new Millis(Double.parseDouble(read[0]), Double.parseDouble(read[1]));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + what, e);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(what + " was interrupted", stop);
    }
  }
}
