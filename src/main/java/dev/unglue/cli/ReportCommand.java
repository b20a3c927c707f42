package dev.unglue.cli;

import dev.unglue.pipeline.ReportJob;
import dev.unglue.report.ReportFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code unglue report}: writes the report on what is stored. */
@Command(
    name = "report",
    description = {
      "Writes the report on the last run: report.html for people, report.json for programs,"
          + " report-junit.xml for CI systems. A run does so by itself, also when its gate is closed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, or nothing is stored yet"
    },
    footer = {"", "Examples:", "  unglue report", "  unglue report --out results --format junit"})
final class ReportCommand implements Callable<Integer> {
  private final Unglue unglue;
  private final Jobs jobs;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Formats.class,
      description = "html, json or junit; repeatable; default: all.")
  private List<ReportFormat> formats = List.of();

  ReportCommand(Unglue unglue, Jobs jobs) {
    this.unglue = unglue;
    this.jobs = jobs;
  }

  /** Reads the word of the command line, in whatever case. */
  static final class Formats implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String word) {
      return Arrays.stream(ReportFormat.values())
          .filter(format -> format.toString().equals(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of html, json, junit, found \"" + word + "\""));
    }
  }

  @Override
  public Integer call() {
    Set<ReportFormat> wanted =
        formats.isEmpty() ? EnumSet.allOf(ReportFormat.class) : EnumSet.copyOf(formats);
    Path workingFolder = unglue.environment().workingFolder();
    PrintWriter out = unglue.environment().out();
    for (Path file : jobs.report(new ReportJob.Request(unglue.out(), workingFolder, wanted))) {
      out.println(Paths.shown(file, workingFolder));
    }
    out.flush();
    return ExitCode.DONE;
  }
}
