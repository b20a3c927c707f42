package dev.unglue.raw.read;

/** Takes what stands in a file, one thing after the other. */
@FunctionalInterface
public interface PageSink {
  /** A page, or what could not be read as one. */
  void accept(RawItem item);

  /**
   * The same of a page that is a file by itself; who keeps pages keeps the very bytes.
   *
   * @param contentType the declared type with its charset; empty if nothing declares it
   * @param payload the page, unpacked
   */
  default void accept(RawItem item, String contentType, byte[] payload) {
    accept(item);
  }
}
