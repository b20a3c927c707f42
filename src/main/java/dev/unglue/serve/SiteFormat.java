package dev.unglue.serve;

/** In which form an address gives what it shows. */
enum SiteFormat {
  /** A page for people. */
  HTML(""),
  /** A table. */
  CSV(".csv"),
  /** All of it. */
  JSON(".json");

  private final String ending;

  SiteFormat(String ending) {
    this.ending = ending;
  }

  /** The one that the end of a path asks for. */
  static SiteFormat of(String path) {
    return path.endsWith(CSV.ending) ? CSV : path.endsWith(JSON.ending) ? JSON : HTML;
  }

  /** The path without its end. */
  String without(String path) {
    return path.substring(0, path.length() - ending.length());
  }
}
