package dev.unglue.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 digest (FIPS 180-4), as 64 hex digits in lower case unless a method says otherwise.
 */
public final class Sha256 {
  private Sha256() {}

  /** The digest of some bytes, or of several pieces in their order. */
  public static String hex(byte[]... pieces) {
    return HexFormat.of().formatHex(bytes(pieces));
  }

  /** The digest of a text in UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of all that a stream still gives; the stream is left open. */
  public static String hex(InputStream in) throws IOException {
    MessageDigest digest = digest();
    in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest itself, 32 bytes. */
  public static byte[] bytes(byte[]... pieces) {
    MessageDigest digest = digest();
    for (byte[] piece : pieces) {
      digest.update(piece);
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
