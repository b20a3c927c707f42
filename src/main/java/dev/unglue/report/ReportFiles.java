package dev.unglue.report;

import dev.unglue.model.report.Report;
import dev.unglue.model.report.RunComparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The files of a report. Each is written aside and renamed: a reader sees the old or the new. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Writes a report.
   *
   * @param folder made where it is absent
   * @return the files, in the order of {@link ReportFormat}
   * @throws ReportException if a file cannot be written; the ones before it are new, the others old
   */
  public static List<Path> write(Report report, Collection<ReportFormat> formats, Path folder) {
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : new TreeSet<>(formats)) {
      files.add(write(format.write(report), folder.resolve(format.file())));
    }
    return files;
  }

  /**
   * Writes a page that compares two runs.
   *
   * @return the file, named after the runs
   * @throws ReportException if it cannot be written
   */
  public static Path write(RunComparison runs, Path folder) {
    String name = "report-%d-%d.html".formatted(runs.from().id(), runs.to().id());
    return write(HtmlReport.write(runs), folder.resolve(name));
  }

  private static Path write(String text, Path file) {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new ReportException(
          "cannot write the report: expected a folder that may be written and has space, found \"%s\" at %s; what is published is whole"
              .formatted(e.getMessage(), file),
          e);
    }
  }

  /** A report that cannot be written. Its message is for the user. */
  public static final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReportException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
