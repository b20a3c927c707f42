package dev.unglue.raw.read;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Quarantined;
import dev.unglue.raw.warc.QuotedInput;

/** One thing found in the inputs: a page, or what could not be read as one. */
public sealed interface RawItem permits RawItem.Page, RawItem.Unreadable {

  /**
   * Input that could not be read.
   *
   * @param head the first bytes of it, where there are any
   */
  static RawItem refused(String page, String reason, String message, byte... head) {
    String printable = QuotedInput.printable(head);
    return new Unreadable(new Quarantined(page, reason, message, printable, null));
  }

  /**
   * A page, whole and decoded.
   *
   * @param capture the page with its origin
   */
  record Page(Capture capture) implements RawItem {}

  /**
   * Something that is no page.
   *
   * @param quarantined its path ({@code path#n} for record or line n of a file that holds many),
   *     the reason, one sentence for people, and its first bytes as printable text
   */
  record Unreadable(Quarantined quarantined) implements RawItem {}
}
