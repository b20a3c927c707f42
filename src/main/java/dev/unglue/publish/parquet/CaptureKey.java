package dev.unglue.publish.parquet;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.text.Sha256;

/** What a capture is called in the tables. */
final class CaptureKey {
  private static final int DIGITS = 32;

  private CaptureKey() {}

  static String of(CaptureRef ref, String parserVersion) {
    return of(ref.page(), ref.source(), ref.rawSha256(), parserVersion);
  }

  static String of(String page, String source, String rawSha256, String parserVersion) {
    return Sha256.hex(String.join("\n", page, source, rawSha256, parserVersion))
        .substring(0, DIGITS);
  }
}
