package dev.unglue.bench.speed;

/** What is measured of one page. */
public enum Stage {
  /** What nobody can do without: jsoup's own parse of HTML; reading text and finding its lines. */
  FLOOR("floor"),
  /** The capture to its lines and what has the shape of a table. */
  READ("read the page"),
  /** Whom title, headings and address name. */
  TITLES("titles"),
  /** What the rows and columns of tables are, where layout or labels show them. */
  KNOWN_TABLES("known tables"),
  /** Tables among the lines that no other took. */
  OPEN_TABLES("open tables"),
  /** What sentences and lists say. */
  SENTENCES("sentences"),
  /** Rows whose cells have run together, cut. */
  SPLIT("split"),
  /** Cells to typed observations. */
  NORMALIZE("normalize"),
  /** One capture to a whole page: all of the above and what lies between. */
  PAGE("all of a page"),
  /** The rules that need one page. */
  RULES("rules of the page"),
  /** The page as JSON. */
  JSON("JSON output");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  /** As the document names it. */
  public String title() {
    return title;
  }

  /** True for a part of {@link #PAGE}. */
  boolean isPart() {
    return compareTo(FLOOR) > 0 && compareTo(PAGE) < 0;
  }
}
