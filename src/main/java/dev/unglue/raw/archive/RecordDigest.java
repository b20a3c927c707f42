package dev.unglue.raw.archive;

import dev.unglue.raw.warc.RecordHeader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.netpreserve.jwarc.WarcDigest;

/** Holds the bytes of a record against the digests that it names. */
final class RecordDigest {
  static final String OF_BLOCK = "WARC-Block-Digest";
  static final String OF_PAYLOAD = "WARC-Payload-Digest";

  private RecordDigest() {}

  /** What contradicts the digest; empty where nothing does, or there is none to check. */
  static Optional<String> contradiction(RecordHeader header, String field, byte[] bytes) {
    return checkable(header, field)
        .flatMap(
            expected -> {
              WarcDigest actual = new WarcDigest(digested(expected, bytes));
              return expected.equals(actual)
                  ? Optional.empty()
                  : Optional.of(
                      "%s: expected %s, found bytes of %s:%s"
                          .formatted(field, header.text(field), actual.algorithm(), actual.hex()));
            });
  }

  /** True if the record names a digest that nobody here can check. */
  static boolean isUncheckable(RecordHeader header, String field) {
    return header.field(field).isPresent() && checkable(header, field).isEmpty();
  }

  private static Optional<WarcDigest> checkable(RecordHeader header, String field) {
    try {
      Optional<WarcDigest> named = header.field(field).map(WarcDigest::new);
      if (named.isPresent()) {
        named.get().getDigester();
      }
      return named;
    } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static MessageDigest digested(WarcDigest like, byte[] bytes) {
    try {
      MessageDigest digest = like.getDigester();
      digest.update(bytes);
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("an algorithm that was there is gone", e);
    }
  }
}
