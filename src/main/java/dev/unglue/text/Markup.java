package dev.unglue.text;

/** A piece of a page's source as messages quote it. */
public final class Markup {
  private Markup() {}

  /**
   * What a reader sees of it, near enough for a message: a piece of HTML without its tags, any
   * other text as it is.
   */
  public static String shown(String piece, String mediaType) {
    return mediaType.equals("text/html") ? Whitespace.collapse(withoutTags(piece)) : piece;
  }

  private static String withoutTags(String piece) {
    int end = piece.indexOf('>');
    String head = piece.substring(0, Math.max(end, 0));
    // A piece that begins in a tag begins with what it says there: 2" height="16">.
    boolean inTag = head.indexOf('<') < 0 && head.contains("=\"");
    StringBuilder text = new StringBuilder(inTag ? head.split("\"", 2)[0] : "");
    for (int at = 0; at < piece.length(); at++) {
      char c = piece.charAt(at);
      if (c == '<') {
        text.append(' ');
        inTag = true;
      } else if (inTag) {
        inTag = c != '>';
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
