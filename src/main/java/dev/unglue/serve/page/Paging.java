package dev.unglue.serve.page;

import dev.unglue.serve.http.Params;

/**
 * Which part of a long list is shown, and where the rest is.
 *
 * @param from number of the first that is shown; 0 where there is none
 * @param to number of the last
 * @param all how many there are
 * @param previous address of those before; empty for none
 * @param next address of those after; empty for none
 */
public record Paging(int from, int to, long all, String previous, String next) {
  /** Of an empty list. */
  static final Paging NONE = new Paging(0, 0, 0, "", "");

  /** Name of the parameter that says how many are left out before. */
  public static final String FROM = "from";

  /**
   * A part of a list.
   *
   * @param path the address without its query
   * @param asked its query
   * @param before how many are left out before
   * @param shown how many are shown
   * @param size how many a part has
   */
  public static Paging of(String path, Params asked, int before, int shown, int size, long all) {
    return new Paging(
        shown == 0 ? 0 : before + 1,
        before + shown,
        all,
        before == 0 ? "" : at(path, asked, Math.max(0, before - size)),
        before + shown < all && shown > 0 ? at(path, asked, before + shown) : "");
  }

  /** The address of the part that begins behind so many. */
  static String at(String path, Params asked, int before) {
    String query = asked.with(FROM, before == 0 ? "" : String.valueOf(before)).encoded();
    return query.isEmpty() ? path : path + "?" + query;
  }
}
