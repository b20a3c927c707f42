package dev.unglue.raw.read;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.raw.warc.RawLimits;
import dev.unglue.text.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a page of a payload, or says why it is none. */
public final class PageMaker {
  private static final int HEAD_BYTES = 4096;

  private PageMaker() {}

  /**
   * A page of bytes whose charset is still to be told.
   *
   * @param nameSays media type by the name of the file; empty if it says nothing
   */
  public static RawItem ofBytes(
      PageOrigin origin, PageDescription described, String nameSays, byte[] payload) {
    Optional<String> declared = MediaTypes.ofHeader(described.header());
    TextDecoder look = TextDecoder.of(payload, described.header(), false);
    if (payload.length <= HEAD_BYTES && look.head(payload, HEAD_BYTES).isBlank()) {
      boolean none = payload.length == 0;
      return empty(origin, payload.length + (none ? " bytes" : " bytes of white space"), payload);
    }
    Optional<String> binary = look.isWide() ? Optional.empty() : ContentSniffer.binaryKind(payload);
    if (binary.isPresent()) {
      return binary(origin, binary.get(), payload);
    }
    String mediaType = declared.orElseGet(() -> mediaType(nameSays, look, payload));
    boolean html = mediaType.equals(MediaTypes.HTML);
    TextDecoder.Decoded decoded = TextDecoder.of(payload, described.header(), html).decode(payload);
    return page(origin, described, mediaType, Sha256.hex(payload), decoded);
  }

  /** A page of text that came as text, from a JSONL. */
  static RawItem ofText(
      PageOrigin origin, PageDescription described, String mediaType, TextDecoder.Decoded text) {
    return page(origin, described, mediaType, Sha256.hex(text.text()), text);
  }

  private static RawItem page(
      PageOrigin origin,
      PageDescription described,
      String mediaType,
      String sha256,
      TextDecoder.Decoded decoded) {
    String url = described.url();
    CaptureRef ref =
        new CaptureRef(
            origin.source(),
            url == null ? origin.page() : url,
            url,
            described.capturedAt(),
            sha256,
            mediaType,
            origin.rawPath(),
            origin.rawOffset(),
            described.truncated());
    List<String> notes = new ArrayList<>(described.notes());
    notes.addAll(decoded.notes());
    return new RawItem.Page(new Capture(ref, decoded.text(), notes));
  }

  private static String mediaType(String nameSays, TextDecoder look, byte[] payload) {
    String named = nameSays.isEmpty() ? MediaTypes.PLAIN : nameSays;
    boolean html =
        named.equals(MediaTypes.PLAIN)
            && ContentSniffer.looksLikeHtml(look.head(payload, HEAD_BYTES));
    return html ? MediaTypes.HTML : named;
  }

  /** The refusal of a file of many pages that has none. */
  static RawItem empty(PageOrigin origin, long blankLines) {
    return empty(origin, blankLines == 0 ? "0 bytes" : blankLines + " empty lines");
  }

  private static RawItem empty(PageOrigin origin, String found, byte... payload) {
    String finding = "empty: expected a page, found " + found + "; fetch it again or remove it";
    return origin.refuse("empty_file", finding, payload);
  }

  /** The refusal of what is no text. */
  static RawItem binary(PageOrigin origin, String kind, byte[] payload) {
    String expected = "not a text: expected HTML, Markdown or plain text, found ";
    String finding = expected + kind + "; give the page itself or remove it";
    return origin.refuse("binary_file", finding, payload);
  }

  /** The refusal of what is larger than the limit. */
  static RawItem tooLarge(PageOrigin origin, RawLimits limits, String found, byte... head) {
    String expected = "too large: expected at most " + limits.maxPayloadBytes() + " bytes, found ";
    String finding = expected + found + "; cut it into single pages or remove it";
    return origin.refuse("too_large", finding, head);
  }
}
