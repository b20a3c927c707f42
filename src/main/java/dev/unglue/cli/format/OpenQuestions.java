package dev.unglue.cli.format;

import dev.unglue.config.DecisionsFile;
import dev.unglue.model.page.Reading;
import dev.unglue.pipeline.store.DecideJob;
import dev.unglue.pipeline.store.DecideJob.FlagQuestion;
import dev.unglue.pipeline.store.DecideJob.RowQuestion;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.row.UndecidedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What waits for a person's word: as lines to fill in, and as texts to ask with. */
public final class OpenQuestions {
  private OpenQuestions() {}

  /**
   * The columns of {@code decisions.csv} with the choice left open, and what there is to choose.
   */
  public static RowPrinter<DecideJob.Question> rows() {
    List<String> columns = new ArrayList<>(DecisionsFile.COLUMNS);
    columns.add(DecisionsFile.CANDIDATES);
    RowPrinter<DecideJob.Question> rows = new RowPrinter<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      rows.column(columns.get(i), question -> cells(question).get(column));
    }
    return rows;
  }

  private static List<String> cells(DecideJob.Question question) {
    if (question instanceof RowQuestion ofRow) {
      UndecidedRow row = ofRow.row();
      return List.of(
          "row",
          row.at().page(),
          row.at().rawSha256(),
          "",
          String.join(" | ", row.subjects()),
          row.attribute(),
          row.label(),
          row.text(),
          "",
          "",
          "capture",
          "",
          "",
          "",
          ofRow.readings().stream().map(OpenQuestions::choice).collect(Collectors.joining("; ")));
    }
    FlagRow flag = ((FlagQuestion) question).flag();
    return List.of(
        "flag",
        flag.page(),
        "",
        flag.rule(),
        flag.slug(),
        flag.attribute(),
        flag.member(),
        flag.actual(),
        flag.expected(),
        "",
        "",
        "",
        "",
        "",
        DecisionsFile.ACCEPTED);
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
        lines.add("  " + (i + 1) + TablePageFormat.explained(ofRow.readings().get(i)));
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
    return lines.stream().map(TablePageFormat::harmless).toList();
  }
}
