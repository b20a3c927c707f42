package dev.unglue.fetch;

/** What came could not be kept or looked at; the run ends. The cause says why. */
public final class FetchFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FetchFault(String url, Throwable cause) {
    super("fetch: " + url + ": " + cause.getMessage(), cause);
  }
}
