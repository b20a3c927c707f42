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

  private static final int LONGEST_HEADING = 250;

  private final SubjectMentions names;
  private final Sentences sentences;
  private final List<BlockForm> blocks;
  private final List<Piece> pieces = new ArrayList<>();

  Pieces(StatementForms forms, SubjectMentions names) {
    this.names = names;
    this.sentences = new Sentences(forms.words().abbreviations());
    this.blocks = forms.blocks();
  }

  /** The lines of a page; it is called once. */
  List<Piece> of(PageText page) {
    for (Line line : page.lines()) {
      SourceText text = line.text();
      if (text.length() <= LONGEST) {
        add(line.kind(), text);
        continue;
      }
      int from = 0;
      while (from < text.length()) {
        int to = cut(text, from);
        SourceText part = text.slice(from, to).strip();
        if (!part.isEmpty()) {
          add(line.kind(), part);
        }
        from = to;
      }
    }
    return pieces;
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

  private void add(Line.Kind kind, SourceText text) {
    boolean table = kind == Line.Kind.TABLE;
    // Forms look at most at the first line of a table, which may follow an item.
    if (table && !pieces.isEmpty() && pieces.get(pieces.size() - 1).kind() == Line.Kind.TABLE) {
      pieces.add(new Piece(kind, MaskedText.unread(text, names)));
      return;
    }
    MaskedText whole = MaskedText.of(text, names);
    int stuck = table ? 0 : stuckHeading(whole);
    if (stuck == 0) {
      pieces.add(new Piece(kind, whole));
      return;
    }
    SourceText tail = whole.source(stuck, whole.text().length());
    pieces.add(new Piece(kind, MaskedText.of(whole.source(0, stuck), names)));
    pieces.add(new Piece(Line.Kind.PLAIN, MaskedText.of(tail, names)));
  }

  /** Where a heading begins that follows a full stop without a blank; 0 where none does. */
  private int stuckHeading(MaskedText line) {
    String text = line.text();
    for (int at = Math.max(1, text.length() - LONGEST_HEADING); at < text.length() - 1; at++) {
      int end = text.charAt(at) <= '?' ? sentences.sentenceEnd(text, at) : 0;
      if (end > 0 && end < text.length() && text.charAt(end) != ' ') {
        MaskedText tail = line.part(end, text.length());
        for (BlockForm block : blocks) {
          if (Match.fitsAny(block.starts(), tail) || Match.fitsAny(block.ends(), tail)) {
            return end;
          }
        }
      }
    }
    return 0;
  }
}
