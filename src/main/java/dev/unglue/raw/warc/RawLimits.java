package dev.unglue.raw.warc;

/**
 * How much is read at most, so that no input can fill the memory.
 *
 * @param maxPayloadBytes largest size of one capture in bytes, unpacked; of a JSONL the size of the
 *     line; 1 or more
 */
public record RawLimits(long maxPayloadBytes) {
  /**
   * 16 MiB: the largest pages seen have 2 MB, and a heap of 256 MB still holds the bytes and the
   * text of one such page several times over.
   */
  private static final long DEFAULT_BYTES = 16L * 1024 * 1024;

  /** What an array can hold on every virtual machine. */
  private static final long MAX_ARRAY = Integer.MAX_VALUE - 64L;

  /** Checks the range. */
  public RawLimits {
    if (maxPayloadBytes < 1 || maxPayloadBytes > MAX_ARRAY) {
      String expected = "limit of a payload: expected 1 to " + MAX_ARRAY + " bytes, found ";
      throw new IllegalArgumentException(expected + maxPayloadBytes);
    }
  }

  /** The limits that hold where nothing else is said. */
  public static RawLimits defaults() {
    return new RawLimits(DEFAULT_BYTES);
  }

  public int maxBytes() {
    return (int) maxPayloadBytes;
  }
}
