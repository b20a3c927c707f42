package dev.unglue.cli.command;

import dev.unglue.cli.option.ExitCode;
import dev.unglue.cli.option.Subcommand;
import dev.unglue.model.field.Attribute;
import dev.unglue.pipeline.field.InitJob;
import dev.unglue.pipeline.field.InitJob.Proposal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code unglue init}: proposes a configuration for a field of one's own. */
@Command(
    name = "init",
    description = {
      "Proposes a configuration for a field of your own from its pages: a folder with the labels"
          + " that they print, the types, units and ranges seen, ready to edit. The pages are read"
          + " with it before it is written: nothing is lost that is read without."
    },
    exitCodeList = {
      "0:done; the files are listed on standard output",
      "2:wrong usage, the folder holds something, or the pages have no table or are of several"
          + " kinds; nothing is written"
    },
    footer = {
      "  unglue init my-cards --pages pages/",
      "  unglue config check --config my-cards",
      "  unglue run --config my-cards --out cards"
    })
public final class InitCommand extends Subcommand {
  @Parameters(paramLabel = "FOLDER", description = "A folder that is empty or not there yet.")
  private Path folder = Path.of("");

  @Option(
      names = "--pages",
      paramLabel = "PATH",
      arity = "1..*",
      required = true,
      description = "Files, folders and globs: pages of one kind, the more the better.")
  private List<String> pages = List.of();

  @Override
  public Integer call() {
    String name = folder.toString().replace('\\', '/');
    Proposal proposal =
        InitJob.propose(
            new InitJob.Request(
                workingFolder().resolve(folder).normalize(),
                name,
                pages,
                workingFolder(),
                environment().threads()));
    printFiles(proposal.files());
    notes(proposal, name).forEach(this::say);
    return ExitCode.DONE;
  }

  private static List<String> notes(Proposal proposal, String name) {
    List<String> notes = new ArrayList<>();
    Map<String, Long> types =
        proposal.attributes().stream()
            .collect(
                Collectors.groupingBy(
                    (Attribute attribute) -> attribute.type().id(),
                    TreeMap::new,
                    Collectors.counting()));
    String counts =
        types.entrySet().stream()
            .map(type -> type.getValue() + " " + type.getKey())
            .collect(Collectors.joining(", "));
    notes.add(
        "proposed   %d attributes of %d %s%s"
            .formatted(
                proposal.attributes().size(),
                proposal.pages(),
                proposal.pages() == 1 ? "page" : "pages",
                counts.isEmpty() ? "" : ": " + counts));
    if (proposal.pages() == 1) {
      notes.add(
          "one page   types and ranges rest on one page only: give more pages of its kind, or widen"
              + " soft");
    }
    if (!proposal.leftOut().isEmpty()) {
      notes.add("left out   " + String.join(", ", proposal.leftOut()));
    }
    if (!proposal.without().isEmpty()) {
      notes.add("no table   " + String.join(", ", proposal.without()));
    }
    notes.add(
        "next       edit %1$s/attributes.yaml; unglue config check --config %1$s".formatted(name));
    return notes;
  }
}
