package dev.unglue.resolve;

/** Says which addresses lie in the scope of a source: its pages are believed to be copies there. */
@FunctionalInterface
public interface CanonicalScope {
  /** No source is known to have more than one site. */
  CanonicalScope NONE = (source, url) -> false;

  /**
   * True if the address lies in the scope of the source.
   *
   * @param source name of the source
   * @param url an absolute address
   */
  boolean holds(String source, String url);
}
