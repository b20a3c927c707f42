package dev.unglue.extract.html;

import dev.unglue.extract.text.FootnoteMark;
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
      pointing = isReference(element) || (open == Open.LINK && lines.isAtMark());
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
    } else if (mark.isExponent()) {
      lines.insertAtMark('^', element.sourceRange().startPos(), element.sourceRange().endPos());
    }
  }

  private FootnoteMark mark() {
    return new FootnoteMark(lines.beforeMark(), lines.isMarkApart(), lines.sinceMark());
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
