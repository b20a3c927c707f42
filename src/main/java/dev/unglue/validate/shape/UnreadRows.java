package dev.unglue.validate.shape;

import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Span;
import dev.unglue.text.CodePoints;
import dev.unglue.text.Markup;
import dev.unglue.validate.rule.FlagDraft;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import dev.unglue.validate.rule.RuleInput.ReadPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What looks like rows and was not read as such: one flag for all of a table, each at its place.
 * The quarantine has them one by one, with the reason of each.
 */
public final class UnreadRows {
  private static final String ID = "row_unread";
  private static final String ADVICE = "see the quarantine";

  private UnreadRows() {}

  /** Lines with the shape of a row that no table took, or that do not fit theirs. */
  public static final Rule<ReadPage> RULE =
      RuleInput.PROOF.warn(ID, "Row that no table took", UnreadRows::check);

  private static void check(ReadPage read, RuleFindings findings) {
    ParsedPage page = read.page();
    findings.compared(page.tables().stream().mapToLong(grid -> grid.rows().size()).sum());
    List<Quarantined> rows =
        page.quarantine().stream()
            .filter(each -> each.reason().equals(ID) && each.span() != null)
            .sorted(Comparator.comparingInt(each -> span(each).start()))
            .toList();
    if (!rows.isEmpty()) {
      blocks(rows, page, CodePoints.of(read.text()))
          .forEach((table, block) -> flag(block, table, page, findings));
    }
  }

  private static Span span(Quarantined row) {
    return Objects.requireNonNull(row.span());
  }

  // --- what belongs together ------------------------------------------------------------------

  /** The rows by their table; those of none by what stands together, below numbers under zero. */
  private static Map<Integer, List<Quarantined>> blocks(
      List<Quarantined> rows, ParsedPage page, CodePoints text) {
    List<Span> extents = page.tables().stream().map(UnreadRows::extent).toList();
    Map<Integer, List<Quarantined>> blocks = new LinkedHashMap<>();
    int loose = 0;
    int end = 0;
    for (Quarantined row : rows) {
      Span span = span(row);
      int block = tableAt(span, extents);
      if (block < 0) {
        boolean together = loose < 0 && isNothing(text.slice(end, span.start()), page);
        loose = together ? loose : loose - 1;
        block = loose;
        end = span.end();
      }
      blocks.computeIfAbsent(block, any -> new ArrayList<>()).add(row);
    }
    return blocks;
  }

  private static boolean isNothing(String between, ParsedPage page) {
    return Markup.shown(between, page.ref().mediaType()).isBlank();
  }

  private static int tableAt(Span place, List<Span> extents) {
    for (int i = 0; i < extents.size(); i++) {
      if (extents.get(i).start() <= place.start() && place.start() < extents.get(i).end()) {
        return i;
      }
    }
    return -1;
  }

  /** From the first row of a table to its last. */
  private static Span extent(Grid grid) {
    List<Span> spans =
        grid.rows().stream()
            .flatMap(row -> Stream.of(row.label().span(), row.body().span()))
            .toList();
    int start = spans.stream().mapToInt(Span::start).min().orElse(0);
    return new Span(start, spans.stream().mapToInt(Span::end).max().orElse(start));
  }

  // --- the flag of a table --------------------------------------------------------------------

  private static void flag(
      List<Quarantined> rows, int table, ParsedPage page, RuleFindings findings) {
    Quarantined first = rows.get(0);
    String shown = Markup.shown(first.rawText(), page.ref().mediaType());
    boolean inTable = table >= 0;
    FlagDraft flag =
        findings
            .flag()
            .values(
                inTable ? "a label, and words in a cell for each name" : "a table around it",
                CodePoints.cut(shown, 80));
    rows.forEach(row -> flag.at(span(row)));
    if (inTable && page.named().size() < 2 && areCutShort(rows, page.tables().get(table))) {
      flag.asInfo();
    }
    int count = rows.size();
    flag.because(
        inTable
            ? count == 1
                ? "A part of a table does not fit it"
                : count + " parts of a table do not fit it"
            : count == 1 ? "No table took a line" : "No table took " + count + " lines",
        ADVICE);
  }

  /** Rows with a label, which lack no more than cells: where nothing is compared, the last ones. */
  private static boolean areCutShort(List<Quarantined> rows, Grid table) {
    return rows.stream()
        .allMatch(row -> table.rows().stream().anyMatch(each -> beginsWith(each, span(row))));
  }

  private static boolean beginsWith(GridRow row, Span place) {
    return !row.label().text().isEmpty() && row.label().span().start() == place.start();
  }
}
