package dev.unglue.pipeline.request;

/** Hears how a long job gets on. */
public interface Progress {
  /** Nobody looks. */
  Progress SILENT =
      new Progress() {
        @Override
        public void plan(long bytes) {}

        @Override
        public void read(long bytes) {}

        @Override
        public void done(String page) {}
      };

  /** The run has begun, and has this name. */
  default void begun(String runUuid) {}

  /** How large the files are that are to be read. */
  void plan(long bytes);

  /** So many bytes more of them have been read. */
  void read(long bytes);

  /** A page has been read and stored. */
  void done(String page);
}
