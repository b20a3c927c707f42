package dev.unglue.cli.command;

import dev.unglue.cli.option.EnumWord;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.publish.CsvExport;
import dev.unglue.publish.Publisher;
import dev.unglue.publish.parquet.TableExport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code unglue export}: writes the CSVs again from what is published, or Parquet. */
@Command(
    name = "export",
    description = {
      "Writes the CSVs and datapackage.json again from the published database, or its tables as"
          + " Parquet."
    },
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, or nothing is published yet",
      "5:another run holds the lock"
    },
    footer = {
      "  unglue export",
      "  unglue export --out results",
      "  unglue export --format parquet --to tables/"
    })
public final class ExportCommand extends Subcommand {
  private static final String PARQUET = "parquet";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Formats.class,
      defaultValue = "csv",
      description = "csv (default) or parquet.")
  private String format = "csv";

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Folder of the files; default: csv/ or parquet/ in the folder of the results.")
  private Optional<Path> to = Optional.empty();

  /** The words of {@code --format}. */
  static final class Formats implements ITypeConverter<String> {
    @Override
    public String convert(String word) {
      return new EnumWord<>(List.of("csv", PARQUET)).convert(word);
    }
  }

  @Override
  public Integer call() {
    Path database = unglue().out().resolve(Publisher.FILE);
    Path folder =
        to.map(unglue().environment().workingFolder()::resolve)
            .orElse(unglue().out().resolve(format));
    printFiles(
        format.equals(PARQUET)
            ? TableExport.export(database, folder)
            : CsvExport.export(database, folder));
    return ExitCode.DONE;
  }
}
