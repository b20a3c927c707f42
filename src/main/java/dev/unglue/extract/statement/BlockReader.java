package dev.unglue.extract.statement;

import dev.unglue.extract.statement.BlockFinder.Block;
import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.field.StatementForms.EntryForm;
import dev.unglue.model.field.StatementForms.EntryLine;
import dev.unglue.model.value.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the lines below one heading: items, notes below them, the first paragraph. */
final class BlockReader {
  private final Block block;
  private final List<Piece> lines;
  private final List<EntryForm> entries;
  private final ValueExtractor extractor;
  private final GluedCount glued;
  private final Predicate<Piece> hasOwnSentence;

  /** How many lines each entry has read. */
  private final int[] places;

  private final boolean bulleted;
  private boolean paragraphRead;

  /**
   * @param hasOwnSentence whether a line holds one of the sentences of the block's own scope
   */
  BlockReader(
      Block block,
      ValueExtractor extractor,
      StatementCollector findings,
      Predicate<Piece> hasOwnSentence) {
    this.block = block;
    this.lines = block.lines();
    this.entries = block.form().entries();
    this.hasOwnSentence = hasOwnSentence;
    this.extractor = extractor;
    this.glued = new GluedCount(block, findings);
    this.places = new int[entries.size()];
    this.bulleted = lines.stream().anyMatch(line -> line.kind() == Line.Kind.ITEM);
  }

  /** Reads the block, and notes the lines that gave something. */
  void read() {
    boolean begun = false;
    for (int at = 0; at < lines.size(); at++) {
      if (isSkipped(lines.get(at))) {
        if (!bulleted && begun) {
          return;
        }
      } else if (!lines.get(at).isTaken()) {
        begun |= readLine(at);
      }
    }
  }

  private boolean isSkipped(Piece line) {
    return line.canBeHeading() && Match.fitsAny(block.form().skip(), line.text());
  }

  private boolean readLine(int at) {
    for (int i = 0; i < entries.size(); i++) {
      EntryForm entry = entries.get(i);
      Optional<Match> match = match(entry, lines.get(at));
      if (match.isPresent()) {
        Optional<Match> next = next(entry, at);
        if (entry.next() == null || next.isPresent()) {
          take(entry, at, match.get(), next, ++places[i]);
          return true;
        }
      }
    }
    return false;
  }

  private Optional<Match> match(EntryForm entry, Piece line) {
    boolean tried =
        switch (entry.line()) {
          case ITEM ->
              line.kind() == Line.Kind.ITEM || (!bulleted && line.kind() == Line.Kind.PLAIN);
          case PLAIN -> line.kind() == Line.Kind.PLAIN;
          case PARAGRAPH -> !paragraphRead && line.isProse() && !hasOwnSentence.test(line);
        };
    if (!tried) {
      return Optional.empty();
    }
    return entry.pattern() == null
        ? Optional.of(Match.everything(line.text()))
        : Match.whole(entry.pattern(), line.text());
  }

  private Optional<Match> next(EntryForm entry, int at) {
    return entry.next() == null || at + 1 >= lines.size()
        ? Optional.empty()
        : Match.whole(entry.next(), lines.get(at + 1).text());
  }

  private void take(EntryForm entry, int at, Match match, Optional<Match> next, int place) {
    BlockForm form = block.form();
    Piece line = lines.get(at);
    paragraphRead |= entry.line() == EntryLine.PARAGRAPH;
    line.take();
    if (next.isPresent()) {
      lines.get(at + 1).take();
    }
    String method = entry.line() == EntryLine.PARAGRAPH ? "paragraph" : "list";
    Context context = new Context(form.section(), method, block.bound(), place);
    if (!glued.give(entry, match, context)) {
      List<Match> matches = next.isPresent() ? List.of(match, next.get()) : List.of(match);
      extractor.give(entry.gives(), matches, line.text().source(), context);
    }
    if (!entry.note().isEmpty() && at + 1 < lines.size()) {
      giveNote(entry, lines.get(at + 1), match, context);
    }
  }

  private void giveNote(EntryForm entry, Piece below, Match match, Context context) {
    if (below.kind() == Line.Kind.PLAIN && !isSkipped(below) && !isEntry(below)) {
      below.take();
      extractor.give(entry.note(), List.of(match), below.text().source(), context);
    }
  }

  private boolean isEntry(Piece line) {
    return entries.stream()
        .anyMatch(entry -> entry.pattern() != null && match(entry, line).isPresent());
  }
}
