package dev.unglue.extract.statement;

import dev.unglue.extract.statement.BlockFinder.Block;
import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.field.StatementForms.EntryForm;
import dev.unglue.model.field.StatementForms.EntryLine;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the lines below one heading: items, notes below them, the first paragraph. */
final class BlockReader {
  private final Block block;
  private final ValueExtractor extractor;
  private final GluedCount glued;
  private final boolean bulleted;
  private final Predicate<Piece> hasOwnSentence;
  private final Map<EntryForm, Integer> places = new HashMap<>();
  private final Set<Piece> consumed = new HashSet<>();
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
    this.hasOwnSentence = hasOwnSentence;
    this.extractor = extractor;
    this.bulleted = block.lines().stream().anyMatch(line -> line.kind() == Line.Kind.ITEM);
    this.glued = new GluedCount(block, findings);
  }

  /** Reads the block; returns the lines that gave something. */
  Set<Piece> read() {
    for (int at = 0; at < block.lines().size(); at++) {
      Piece line = block.lines().get(at);
      if (isSkipped(line)) {
        if (!bulleted && !block.form().entries().isEmpty() && !places.isEmpty()) {
          break;
        }
      } else if (!consumed.contains(line)) {
        readLine(at);
      }
    }
    return consumed;
  }

  private boolean isSkipped(Piece line) {
    return line.canBeHeading() && Match.fitsAny(block.form().skip(), line.text());
  }

  private void readLine(int at) {
    for (EntryForm entry : block.form().entries()) {
      Piece line = block.lines().get(at);
      if (isTriedOn(entry, line)) {
        Optional<Match> match = match(entry, line);
        Optional<Match> next = next(entry, at);
        if (match.isPresent() && (entry.next() == null || next.isPresent())) {
          take(entry, at, match.get(), next);
          return;
        }
      }
    }
  }

  private boolean isTriedOn(EntryForm entry, Piece line) {
    return switch (entry.line()) {
      case ITEM -> line.kind() == Line.Kind.ITEM || (!bulleted && line.kind() == Line.Kind.PLAIN);
      case PLAIN -> line.kind() == Line.Kind.PLAIN;
      case PARAGRAPH -> !paragraphRead && line.isProse() && !hasOwnSentence.test(line);
    };
  }

  private static Optional<Match> match(EntryForm entry, Piece line) {
    return entry.pattern() == null
        ? Optional.of(Match.everything(line.text()))
        : Match.whole(entry.pattern(), line.text());
  }

  private Optional<Match> next(EntryForm entry, int at) {
    if (entry.next() == null || at + 1 >= block.lines().size()) {
      return Optional.empty();
    }
    return Match.whole(entry.next(), block.lines().get(at + 1).text());
  }

  private void take(EntryForm entry, int at, Match match, Optional<Match> next) {
    Piece line = block.lines().get(at);
    int place = places.merge(entry, 1, Integer::sum);
    paragraphRead |= entry.line() == EntryLine.PARAGRAPH;
    consumed.add(line);
    List<Match> matches = next.map(below -> List.of(match, below)).orElse(List.of(match));
    if (next.isPresent()) {
      consumed.add(block.lines().get(at + 1));
    }
    if (!glued.give(entry, match, context(entry, place))) {
      extractor.give(entry.gives(), matches, line.text().source(), context(entry, place));
    }
    giveNote(entry, at, match, place);
  }

  private Context context(EntryForm entry, int place) {
    BlockForm form = block.form();
    String method = entry.line() == EntryLine.PARAGRAPH ? "paragraph" : "list";
    return new Context(form.section(), method, block.bound(), place);
  }

  private void giveNote(EntryForm entry, int at, Match match, int place) {
    if (entry.note().isEmpty() || at + 1 >= block.lines().size()) {
      return;
    }
    Piece below = block.lines().get(at + 1);
    if (below.kind() == Line.Kind.PLAIN && !isSkipped(below) && !isEntry(below)) {
      consumed.add(below);
      SourceText note = below.text().source();
      extractor.give(entry.note(), List.of(match), note, context(entry, place));
    }
  }

  private boolean isEntry(Piece line) {
    return block.form().entries().stream()
        .filter(entry -> entry.pattern() != null && isTriedOn(entry, line))
        .anyMatch(entry -> match(entry, line).isPresent());
  }
}
