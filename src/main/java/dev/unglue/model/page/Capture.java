package dev.unglue.model.page;

import java.util.List;

/**
 * One page as it came, decoded to text.
 *
 * @param ref what it is and where it lies
 * @param text the payload as text, a byte order mark left out; spans count its characters
 * @param notes what had to be noted while decoding it (broken bytes, a charset that was not known)
 */
public record Capture(CaptureRef ref, String text, List<String> notes) {
  /** How a note begins that says that the text may not be what its author wrote. */
  public static final String CHARSET_IN_DOUBT = "charset in doubt: ";

  /** Copies the notes. */
  public Capture {
    notes = List.copyOf(notes);
  }
}
