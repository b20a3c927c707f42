package dev.unglue.extract.html;

import dev.unglue.text.Digits;
import org.jsoup.nodes.Element;

/** Follows raised text and links within the page, and takes the marks of notes out of the line. */
final class NoteReader {
  /** What the open mark of the line belongs to. */
  private enum Open {
    NOTHING,
    RAISED,
    LINK
  }

  private final LineWriter lines;
  private final String html;
  private Open open = Open.NOTHING;
  private int raised;
  private int links;
  private boolean pointing;

  NoteReader(LineWriter lines, String html) {
    this.lines = lines;
    this.html = html;
  }

  void enter(Element element, ElementRole role) {
    if (role == ElementRole.RAISED && raised++ == 0) {
      pointing = isReference(element) || (open == Open.LINK && lines.sinceMark().isEmpty());
      lines.setMark();
      open = Open.RAISED;
    } else if (role == ElementRole.LINK && isWithinPage(element)) {
      enterLink();
    }
  }

  private void enterLink() {
    links++;
    if (raised > 0) {
      pointing = true;
    } else if (links == 1) {
      lines.setMark();
      open = Open.LINK;
    }
  }

  void leave(Element element, ElementRole role) {
    if (role == ElementRole.RAISED && --raised == 0) {
      endRaised(element);
    } else if (role == ElementRole.LINK && isWithinPage(element)) {
      links--;
      endLink();
    }
  }

  private void endLink() {
    if (open == Open.LINK && raised == 0) {
      FootnoteMark mark = mark();
      if (mark.isBracketed()) {
        lines.dropSinceMark();
      }
      open = Open.NOTHING;
    }
  }

  private void endRaised(Element element) {
    FootnoteMark mark = mark();
    open = Open.NOTHING;
    if (mark.raised().isEmpty()) {
      return;
    }
    if (!isFraction(element) && (pointing ? mark.isLinkToNote() : mark.isNote())) {
      lines.dropSinceMark();
    } else if (isExponent(mark)) {
      lines.insertAtMark('^', element.sourceRange().startPos(), element.sourceRange().endPos());
    }
  }

  private FootnoteMark mark() {
    return new FootnoteMark(lines.beforeMark(), lines.isMarkApart(), lines.sinceMark());
  }

  /** A raised number behind a digit is an exponent or a note, never one more digit. */
  private static boolean isExponent(FootnoteMark mark) {
    CharSequence base = mark.base();
    String raised = mark.raised();
    boolean signed = raised.length() > 1 && "-−".indexOf(raised.charAt(0)) >= 0;
    return !mark.apart()
        && !base.isEmpty()
        && Digits.is(base.charAt(base.length() - 1))
        && Digits.is(raised.charAt(signed ? 1 : 0));
  }

  /** A raised number above a bar: {@code ¹/₂}. */
  private boolean isFraction(Element element) {
    int end = element.endSourceRange().endPos();
    return end > 0 && end < html.length() && "/⁄".indexOf(html.charAt(end)) >= 0;
  }

  private static boolean isReference(Element element) {
    return element.hasClass("reference") || element.attr("role").equals("doc-noteref");
  }

  private static boolean isWithinPage(Element link) {
    return link.attr("href").startsWith("#");
  }
}
