package dev.unglue.cli.format;

import static java.util.stream.Collectors.joining;

import dev.unglue.cli.option.WrappedText;
import dev.unglue.config.DecisionsFile;
import dev.unglue.model.page.Reading;
import dev.unglue.pipeline.store.DecideJob;
import dev.unglue.pipeline.store.DecideJob.FlagQuestion;
import dev.unglue.pipeline.store.DecideJob.RowQuestion;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.row.UndecidedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What waits for a person's word: as lines to fill in, and as texts to ask with. */
public final class OpenQuestions {
  private OpenQuestions() {}

  /**
   * The columns of {@code decisions.csv} with the choice left open, and what there is to choose.
   */
  public static RowPrinter<DecideJob.Question> rows() {
    RowPrinter<DecideJob.Question> rows = new RowPrinter<>();
    Stream.concat(DecisionsFile.COLUMNS.stream(), Stream.of(DecisionsFile.CANDIDATES))
        .forEach(name -> rows.column(name, question -> cells(question).getOrDefault(name, "")));
    return rows;
  }

  private static Map<String, String> cells(DecideJob.Question question) {
    Map<String, String> cells = new HashMap<>();
    if (question instanceof RowQuestion ofRow) {
      UndecidedRow row = ofRow.row();
      cells.put("kind", "row");
      cells.put("page", row.at().page());
      cells.put("raw_sha256", row.at().rawSha256());
      cells.put("subject", String.join(" | ", row.subjects()));
      cells.put("attribute", row.attribute());
      cells.put("member", row.label());
      cells.put("found", row.text());
      cells.put("holds_for", "capture");
      Stream<String> choices = ofRow.readings().stream().map(OpenQuestions::choice);
      cells.put(DecisionsFile.CANDIDATES, choices.collect(joining("; ")));
    } else if (question instanceof FlagQuestion ofFlag) {
      FlagRow flag = ofFlag.flag();
      cells.put("kind", "flag");
      cells.put("page", flag.page());
      cells.put("rule", flag.rule());
      cells.put("subject", flag.slug());
      cells.put("attribute", flag.attribute());
      cells.put("member", flag.member());
      cells.put("found", flag.actual());
      cells.put("expected", flag.expected());
      cells.put(DecisionsFile.CANDIDATES, DecisionsFile.ACCEPTED);
    }
    return cells;
  }

  private static String choice(Reading reading) {
    return String.format(
        Locale.ROOT,
        "%s (%.0f %%)",
        String.join(" | ", reading.texts()),
        100 * reading.probability());
  }

  /** A question as a person is asked it. */
  static List<String> text(DecideJob.Question question) {
    List<String> lines = new ArrayList<>();
    if (question instanceof RowQuestion ofRow) {
      UndecidedRow row = ofRow.row();
      lines.add("page      " + row.at().page());
      lines.add("subjects  " + String.join(" | ", row.subjects()));
      lines.add("row       " + row.attribute() + (row.label().isEmpty() ? "" : " " + row.label()));
      lines.add("text      " + (ofRow.around().isEmpty() ? row.text() : ofRow.around()));
      for (int i = 0; i < ofRow.readings().size(); i++) {
        lines.add("  " + (i + 1) + PageExplanation.explained(ofRow.readings().get(i)));
      }
    } else if (question instanceof FlagQuestion ofFlag) {
      FlagRow flag = ofFlag.flag();
      lines.add("page      " + flag.page());
      lines.add(
          "flag      "
              + String.join(", ", flag.rule(), flag.severity(), flag.state())
              + (ofFlag.quarantined() ? ", its row lies in quarantine" : ""));
      lines.add("says      " + flag.message());
      if (!ofFlag.here().isEmpty()) {
        lines.add("here      " + ofFlag.here());
      }
      if (!ofFlag.there().isEmpty()) {
        lines.add("there     " + ofFlag.there());
      }
    }
    return lines.stream().flatMap(line -> WrappedText.lines(line, 10).stream()).toList();
  }
}
