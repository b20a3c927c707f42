package dev.unglue.pipeline.request;

/** Hears how a long job gets on. */
public interface Progress {
  /** Nobody looks. */
  Progress SILENT =
      new Progress() {
        @Override
        public void plan(long files) {}

        @Override
        public void done(String page) {}
      };

  /** The run has begun, and has this name. */
  default void begun(String runUuid) {}

  /** How many files there are to read. */
  void plan(long files);

  /** A page has been read and stored. */
  void done(String page);
}
