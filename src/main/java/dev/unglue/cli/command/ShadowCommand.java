package dev.unglue.cli.command;

import dev.unglue.cli.format.ChangeList;
import dev.unglue.cli.format.JsonPageReader;
import dev.unglue.cli.format.TextTable;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.OtherJar;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.Settings;
import dev.unglue.config.yaml.ConfigException;
import dev.unglue.model.page.Quarantined;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.shadow.ReadingChange;
import dev.unglue.pipeline.shadow.ReadingComparison;
import dev.unglue.pipeline.shadow.ShadowJob;
import dev.unglue.raw.read.RawInputs;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue shadow}: what another configuration or version would change. */
@Command(
    name = "shadow",
    description = {
      "Reads pages twice, as they are read now and by another configuration (--config) or another"
          + " version of the program (--jar), and lists every value that would change, by attribute"
          + " and page. Loads nothing.",
      "changed: another value; lost: there would be none; new: there was none; state: none either"
          + " way, for another reason."
    },
    exitCodeList = {
      "0:nothing would change",
      "1:something would; it is listed",
      "2:wrong usage, or a configuration is broken; nothing was compared",
      "3:nothing would change, but some pages could not be read"
    },
    footer = {
      "  unglue shadow --config new-config            against config/",
      "  unglue shadow --config new --against old --format csv > changes.csv",
      "  unglue shadow --jar unglue-2.jar             what another version reads",
      "  unglue shadow --config new raw/samples       these pages only",
      "",
      "json prints one object a change, each on one line."
    })
public final class ShadowCommand extends Subcommand {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files, folders, globs; default: what the enabled sources read, with --raw.")
  private List<String> inputs = List.of();

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "Another version, which reads the pages by the configuration of --config.")
  private Optional<Path> jar = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "The configuration as it is now; default: config/ where it exists, else the built-in"
              + " one.")
  private Optional<Path> against = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", description = "How to print: " + Format.HELP)
  private Format format = Format.TABLE;

  private final ReadingComparison comparison = new ReadingComparison();
  private final Set<String> failures = new LinkedHashSet<>();

  @Override
  public Integer call() {
    Optional<Path> named = unglue().namedConfig();
    if (named.isEmpty() && jar.isEmpty()) {
      throw JobException.usage("expected --config NEW or --jar OTHER.jar, found neither");
    }
    Settings now = usable("present", () -> unglue().settings(against));
    List<String> pages =
        inputs.isEmpty() ? ShadowJob.inputs(now, unglue().raw(), workingFolder()) : inputs;
    if (jar.isPresent()) {
      compare(now, workingFolder().resolve(jar.get()), pages);
    } else {
      Settings then = usable("new", () -> unglue().checkedSettings());
      ShadowJob.compare(
          now, then, pages, workingFolder(), environment().threads(), comparison, this::complain);
    }
    List<ReadingChange> changes = comparison.finish();
    ChangeList.print(changes, format, out());
    ChangeList.counts(changes, comparison.pages()).forEach(this::say);
    if (!changes.isEmpty()) {
      return ExitCode.FLAGGED;
    }
    return failures.isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }

  private static Settings usable(String which, Supplier<Settings> settings) {
    try {
      return settings.get();
    } catch (ConfigException e) {
      throw JobException.usage(
          "the %s configuration cannot be used, so nothing was compared:\n%s"
              .formatted(which, e.getMessage()));
    }
  }

  /** The other program reads on while this one does. */
  private void compare(Settings now, Path other, List<String> pages) {
    Optional<Path> config = unglue().namedConfig().or(() -> unglue().configFolder(against));
    try (OtherJar program = OtherJar.parse(other, config, pages, workingFolder())) {
      ShadowJob.read(
          now,
          pages,
          workingFolder(),
          environment().threads(),
          page -> {
            comparison.before(page);
            while (comparison.waits() && take(program)) {}
          },
          this::complain);
      while (take(program)) {}
    }
  }

  private boolean take(OtherJar program) {
    Optional<String> line = program.next();
    line.ifPresent(text -> comparison.after(JsonPageReader.read(text, program.shown())));
    return line.isPresent();
  }

  private void complain(Quarantined failure) {
    if (failure.reason().equals(RawInputs.MISSING)) {
      throw JobException.usage(failure.message());
    }
    if (failures.add(failure.page())) {
      say("unglue: " + TextTable.oneLine(failure.message()));
    }
  }
}
