package dev.unglue.serve.page;

import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Grid;
import dev.unglue.model.page.GridRow;
import dev.unglue.model.page.GridRow.RowState;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.page.Slice;
import dev.unglue.model.value.Span;
import dev.unglue.pipeline.store.CaptureReading.Read;
import dev.unglue.serve.page.MarkedText.Account;
import dev.unglue.serve.page.MarkedText.Line;
import dev.unglue.serve.page.MarkedText.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The text of a capture with all that was read of it marked, and what was made of each line. */
public final class CaptureText {
  private static final String OPEN = "open";

  /** Methods that name the kind of their line. */
  private static final Set<String> KINDS = Set.of("list", RowDecision.METHOD);

  private final List<Mark> marks = new ArrayList<>();
  private final List<Account> accounts = new ArrayList<>();

  private CaptureText() {}

  /**
   * Its lines.
   *
   * @param from where the part begins that is shown of a heavy text
   */
  public static List<Line> of(Read read, int from) {
    CaptureText marked = new CaptureText();
    ParsedPage page = read.result().page();
    page.quarantine().forEach(marked::unread);
    page.tables().forEach(marked::table);
    page.observations().stream().filter(cell -> !cell.inTable()).forEach(marked::said);
    read.result().flags().forEach(marked::flagged);
    boolean html = read.capture().ref().mediaType().equals("text/html");
    return MarkedText.lines(read.capture().text(), html, marked.marks, marked.accounts, from);
  }

  private void unread(Quarantined part) {
    Span span = part.span();
    if (span != null) {
      accounts.add(new Account(span, "unread"));
    }
  }

  private void table(Grid grid) {
    grid.header().forEach(name -> mark(name, "", "head"));
    for (GridRow row : grid.rows()) {
      String kind = row.state() == RowState.READ ? "row" : OPEN;
      mark(row.label(), "label", kind);
      GridView.cells(row).forEach(cell -> mark(cell, kind.equals(OPEN) ? OPEN : "", kind));
      row.notes().forEach(note -> mark(note, "label", kind));
      accounts.add(new Account(row.body().span(), kind));
    }
  }

  private void mark(Slice slice, String look, String kind) {
    marks.add(new Mark(slice.span(), look));
    accounts.add(new Account(slice.span(), kind));
  }

  private void said(Observation cell) {
    marks.add(new Mark(cell.span(), ""));
    boolean named = KINDS.contains(cell.method());
    accounts.add(new Account(cell.span(), named ? cell.method() : "sentence"));
  }

  /** What is marked already keeps its look; the flags stand below with their places. */
  private void flagged(Flag flag) {
    for (Flag.Origin origin : flag.origins()) {
      Span span = origin.span();
      if (span != null && origin.page().equals(flag.page())) {
        boolean found = false;
        for (int i = 0; i < marks.size(); i++) {
          if (marks.get(i).span().equals(span)) {
            marks.set(i, new Mark(span, (marks.get(i).look() + " flagged").strip()));
            found = true;
          }
        }
        if (!found) {
          marks.add(new Mark(span, "flagged"));
        }
      }
    }
  }
}
