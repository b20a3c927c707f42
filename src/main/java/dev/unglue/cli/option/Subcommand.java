package dev.unglue.cli.option;

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
public abstract class Subcommand implements Callable<Integer> {
  /** Set before the command is called; absent only while it is made. */
  @Spec private @Nullable CommandSpec spec;

  /** The options that hold for every command. */
  protected final Unglue unglue() {
    return (Unglue) Objects.requireNonNull(spec).root().userObject();
  }

  protected final Environment environment() {
    return unglue().environment();
  }

  protected final PrintWriter out() {
    return environment().out();
  }

  protected final Path workingFolder() {
    return environment().workingFolder();
  }

  /** The path as people read it. */
  protected final String shown(Path path) {
    return ShownPath.shown(path, workingFolder());
  }

  /** Prints lines of data. */
  protected final void print(List<String> lines) {
    lines.forEach(out()::println);
    out().flush();
  }

  /** Prints the names of files that were written. */
  protected final void printFiles(List<Path> files) {
    print(files.stream().map(this::shown).toList());
  }

  /** Says a line to the one who watches. */
  protected final void say(String line) {
    unglue().say("INFO", line);
  }
}
