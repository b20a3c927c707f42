package dev.unglue.cli.command;

import dev.unglue.cli.format.CountWords;
import dev.unglue.cli.format.Dialog;
import dev.unglue.cli.format.OpenQuestions;
import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Format;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.config.DecisionsFile;
import dev.unglue.config.Settings;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.value.Signature;
import dev.unglue.pipeline.request.JobException;
import dev.unglue.pipeline.store.DecideJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code unglue decide}: a person's word on what nothing else decides. */
@Command(
    name = "decide",
    description = {
      "Asks about what waits for a person's word, one by one: rows that can be read in several ways"
          + " (with the readings and the evidence), rows in quarantine, and flags. The answers go to"
          + " decisions.csv in the configuration, with who, when and why; the next run heeds them.",
      "Answers are a line each: the number of a reading, or its cells as \"a | b\"; for a flag"
          + " \"accept\", which silences it; nothing to leave it open; q to end. \"2 subject\" lets"
          + " the values hold for their subjects on other pages, too."
    },
    exitCodeList = {"0:done", "2:wrong usage or configuration, or an answer that does not fit"},
    footer = {
      "  unglue decide --who 'Ann Lee'",
      "  unglue decide --rule cross_page_value",
      "  unglue decide --list --format csv > open.csv     to fill in the column choice",
      "  unglue decide --from open.csv --who 'Ann Lee' --why 'seen on the site'"
    })
public final class DecideCommand extends Subcommand {
  @Option(names = "--who", paramLabel = "NAME", description = "Who decides; else it is asked.")
  private String who = "";

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "Why, for all answers; else it is asked each time.")
  private String why = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Takes the answers of a CSV with the columns of decisions.csv, all or none.")
  private @Nullable Path from;

  @Option(
      names = "--rule",
      paramLabel = "ID",
      description = "Only what this rule flags; split_ambiguous stands for open rows.")
  private String rule = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How --list prints: " + Format.HELP)
  private Format format = Format.TABLE;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "Only what is about the subject of this slug or name.")
  private String subject = "";

  @Option(names = "--list", description = "Lists what is open, and asks nothing.")
  private boolean list;

  @Override
  public Integer call() {
    Settings settings = unglue().settings();
    Path config =
        unglue()
            .configFolder()
            .orElseThrow(
                () ->
                    JobException.usage(
                        "expected a folder of configuration to keep decisions in, found the"
                            + " built-in one; copy it to config/, or give --config"));
    DecideJob.Request request =
        new DecideJob.Request(
            settings,
            unglue().out(),
            workingFolder().resolve(config),
            workingFolder(),
            rule,
            subject);
    Path shown = config.resolve(DecisionsFile.NAME);
    if (list) {
      OpenQuestions.rows().print(DecideJob.undecided(request), format, out());
    } else if (from != null) {
      keep(request, answers(from, settings), shown);
    } else {
      Dialog dialog = new Dialog(environment(), now(), who, why);
      keep(request, dialog.ask(DecideJob.undecided(request)), shown);
    }
    return ExitCode.DONE;
  }

  private void keep(DecideJob.Request request, Decisions answers, Path shown) {
    int count = answers.size();
    if (count > 0) {
      DecideJob.decide(request, answers);
    }
    say(
        "%s in %s%s"
            .formatted(
                CountWords.of(count, "decision"),
                shown.toString().replace('\\', '/'),
                count == 0 ? "" : "; the next run heeds them"));
  }

  private Decisions answers(Path file, Settings settings) {
    Path path = workingFolder().resolve(file);
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      return DecisionsFile.readAnswers(
          file.toString(), text, settings.catalogue(), new Signature(who, now(), why, ""));
    } catch (IOException e) {
      throw JobException.usage(
          "--from: expected a CSV in UTF-8 that can be read, found \"%s\"".formatted(file));
    }
  }

  private Instant now() {
    return unglue().clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
