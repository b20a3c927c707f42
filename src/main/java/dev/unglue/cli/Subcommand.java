package dev.unglue.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command of the program: what holds for every one of them, and how they print. */
@Command(exitCodeListHeading = "%nExit codes:%n", footerHeading = "%nExamples:%n")
abstract class Subcommand implements Callable<Integer> {
  /** Set before the command is called; absent only while it is made. */
  @Spec private @Nullable CommandSpec spec;

  /** The options that hold for every command. */
  final Unglue unglue() {
    return (Unglue) Objects.requireNonNull(spec).root().userObject();
  }

  final Environment environment() {
    return unglue().environment();
  }

  final PrintWriter out() {
    return environment().out();
  }

  final Path workingFolder() {
    return environment().workingFolder();
  }

  /** The path as people read it. */
  final String shown(Path path) {
    return Paths.shown(path, workingFolder());
  }

  /** Prints lines of data. */
  final void print(List<String> lines) {
    lines.forEach(out()::println);
    out().flush();
  }

  /** Prints the names of files that were written. */
  final void printFiles(List<Path> files) {
    print(files.stream().map(this::shown).toList());
  }

  /** Says a line to the one who watches. */
  final void say(String line) {
    PrintWriter err = environment().err();
    err.println(line);
    err.flush();
  }
}
