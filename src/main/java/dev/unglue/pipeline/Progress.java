package dev.unglue.pipeline;

/** Hears how a long job gets on. */
public interface Progress {
  /** How many files there are to read. */
  void plan(long files);

  /** A page has been read and stored. */
  void done(String page);
}
