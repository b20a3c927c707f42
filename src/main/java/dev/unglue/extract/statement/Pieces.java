package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the lines of a page ready to be read: very long ones are cut, and a heading that is stuck
 * to the end of a paragraph gets a line of its own.
 */
final class Pieces {
  /** Longer than any paragraph that was seen; only lines without line breaks reach it. */
  private static final int LONGEST = 20_000;

  private final SubjectMentions names;
  private final Sentences sentences;
  private final List<BlockForm> blocks;

  Pieces(StatementForms forms, SubjectMentions names) {
    this.names = names;
    this.sentences = new Sentences(forms.words().abbreviations());
    this.blocks = forms.blocks();
  }

  List<Piece> of(PageText page) {
    List<Piece> pieces = new ArrayList<>();
    for (Line line : page.lines()) {
      for (SourceText part : parts(line.text())) {
        add(pieces, line.kind(), part);
      }
    }
    return pieces;
  }

  private static List<SourceText> parts(SourceText line) {
    if (line.length() <= LONGEST) {
      return List.of(line);
    }
    List<SourceText> parts = new ArrayList<>();
    int from = 0;
    while (from < line.length()) {
      int to = cut(line, from);
      SourceText part = line.slice(from, to).strip();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      from = to;
    }
    return parts;
  }

  /** The end of the last sentence before the limit, else the last blank, else the limit. */
  private static int cut(SourceText line, int from) {
    int limit = from + LONGEST;
    if (limit >= line.length()) {
      return line.length();
    }
    int blank = 0;
    for (int at = limit; at > from + LONGEST / 2; at--) {
      boolean isBlank = Whitespace.is(line.charAt(at));
      if (isBlank && ".!?".indexOf(line.charAt(at - 1)) >= 0) {
        return at;
      }
      blank = isBlank ? Math.max(blank, at) : blank;
    }
    return blank > 0 ? blank : limit;
  }

  private void add(List<Piece> pieces, Line.Kind kind, SourceText text) {
    if (kind == Line.Kind.TABLE && isWithinTable(pieces)) {
      pieces.add(new Piece(kind, MaskedText.unread(text, names)));
      return;
    }
    Piece whole = new Piece(kind, MaskedText.of(text, names));
    int stuck = kind == Line.Kind.TABLE ? 0 : stuckHeading(whole.text());
    if (stuck == 0) {
      pieces.add(whole);
      return;
    }
    SourceText head = whole.text().source(0, stuck);
    SourceText tail = whole.text().source(stuck, whole.text().text().length());
    pieces.add(new Piece(kind, MaskedText.of(head, names)));
    pieces.add(new Piece(Line.Kind.PLAIN, MaskedText.of(tail, names)));
  }

  /** Forms look at most at the first line of a table, which may follow an item. */
  private static boolean isWithinTable(List<Piece> before) {
    return !before.isEmpty() && before.get(before.size() - 1).kind() == Line.Kind.TABLE;
  }

  /** Where a heading begins that follows a full stop without a blank; 0 where none does. */
  private int stuckHeading(MaskedText line) {
    String text = line.text();
    for (int at = Math.max(1, text.length() - 250); at < text.length() - 1; at++) {
      int end = sentences.sentenceEnd(text, at);
      if (end > 0 && end < text.length() && text.charAt(end) != ' ') {
        MaskedText tail = line.part(end, text.length());
        if (blocks.stream().anyMatch(block -> marks(block, tail))) {
          return end;
        }
      }
    }
    return 0;
  }

  private static boolean marks(BlockForm block, MaskedText line) {
    return Match.fitsAny(block.starts(), line) || Match.fitsAny(block.ends(), line);
  }
}
