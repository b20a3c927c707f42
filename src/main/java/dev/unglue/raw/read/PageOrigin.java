package dev.unglue.raw.read;

/**
 * Where a payload stands.
 *
 * @param source name of the source it came by
 * @param rawPath name of the file
 * @param rawOffset place in the file; see {@link dev.unglue.model.page.CaptureRef}
 * @param page what the page is called where nothing names its URL
 * @param place the same for messages, with the line or byte
 */
public record PageOrigin(String source, String rawPath, long rawOffset, String page, String place) {

  /** A file that holds one page. */
  public static PageOrigin ofFile(String source, String name) {
    return new PageOrigin(source, name, 0, name, name);
  }

  /** A refusal of what stands here. */
  RawItem refuse(String reason, String finding, byte... head) {
    return RawItem.refused(page, reason, place + ": " + finding, head);
  }
}
