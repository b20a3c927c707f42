package dev.unglue.cli;

import dev.unglue.pipeline.PageResult;

/** A way to print what one parse job gives; prints each page as it comes. */
interface PageFormat {
  /** Prints what one page says. */
  void print(PageResult result);
}
