package dev.unglue.raw.archive;

import java.util.List;

/**
 * The payload of a capture, unpacked.
 *
 * @param held the capture that was asked for
 * @param head status line and header lines as stored; for a record without HTTP none
 * @param contentType the Content-Type as stored; empty if there is none
 * @param bytes the payload: transfer and content coding undone
 * @param text the same as text, in the charset that it has
 */
// A payload may have megabytes: it is handed on, not copied, and no one compares pages.
@SuppressWarnings("ArrayRecordComponent")
public record StoredPage(
    HeldCapture held, List<String> head, String contentType, byte[] bytes, String text) {
  /** Copies the lines. */
  public StoredPage {
    head = List.copyOf(head);
  }
}
