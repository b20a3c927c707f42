package dev.unglue.cli.format;

import dev.unglue.pipeline.parse.PageResult;

/** A way to print what one parse job gives; prints each page as it comes. */
public interface PageFormat {
  /** Prints what one page says. */
  void print(PageResult result);
}
