package dev.unglue.bench.speed;

import java.util.Locale;

/** The kinds of usual pages whose cost is measured. */
public enum SpeedLayout {
  /** Four tables between navigation, scripts and links to other pages. */
  HTML,
  /** The cells of a row run together. */
  GLUED,
  /** Cells between pipes, the row padded. */
  PIPE,
  /** Tabs between cells. */
  TSV,
  /** One cell a line. */
  LINES,
  /** One blank between cells. */
  SPACED,
  /** A page about one subject, in sentences and lists. */
  PROFILE,
  /** A list of things of unknown columns, joined by blanks. */
  LIST,
  /** A comparison of another site: no label is known, the cells run together. */
  SITES;

  /** As it is written in tables and file names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
