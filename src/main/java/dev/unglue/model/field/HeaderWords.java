package dev.unglue.model.field;

import dev.unglue.text.Whitespace;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands above columns that are about no subject, in English. */
public final class HeaderWords {
  /** Characters of the longest of all these words, in plural. */
  private static final int LONGEST = 25;

  private static final Set<String> CORNER =
      Set.of(
          "aspect",
          "attribute",
          "basis",
          "basis of comparison",
          "basis of difference",
          "category",
          "characteristic",
          "comparison",
          "criteria",
          "criterion",
          "description",
          "detail",
          "factor",
          "feature",
          "field",
          "indicator",
          "item",
          "key",
          "metric",
          "parameter",
          "parameters of comparison",
          "point of comparison",
          "points",
          "product",
          "property",
          "score",
          "spec",
          "specification",
          "statistic",
          "topic",
          "type");

  /** Those that stand before the cells of a row as well: {@code Type | OLED | LCD}. */
  private static final Set<String> LABEL_TOO =
      Set.of(
          "category",
          "description",
          "detail",
          "field",
          "item",
          "key",
          "points",
          "product",
          "score",
          "topic",
          "type");

  private static final Set<String> REMARK =
      Set.of(
          "advantage",
          "better",
          "change",
          "comment",
          "diff",
          "diff.",
          "difference",
          "edge",
          "gap",
          "note",
          "ratio",
          "remark",
          "source",
          "unit",
          "verdict",
          "winner",
          "year");

  /** Remarks that stand among the columns of a list, too: {@code Jan | Feb | Year}. */
  private static final Set<String> AMONG_OTHERS =
      Set.of("advantage", "change", "comment", "note", "remark", "source", "year");

  private static final Set<String> SERIAL =
      Set.of("#", "№", "no", "nr", "sno", "srno", "slno", "serialno", "serialnumber");

  private static final Set<String> RANK = Set.of("#", "no", "pos", "position", "rank");

  /** What a site says of one of the subjects, beside its name. */
  private static final Set<String> BADGE =
      Set.of(
          "ad",
          "best budget",
          "best choice",
          "best deal",
          "best overall",
          "best seller",
          "best value",
          "bestseller",
          "budget pick",
          "editor's choice",
          "editor's pick",
          "editors' choice",
          "featured",
          "hot",
          "limited offer",
          "most popular",
          "new",
          "our choice",
          "our pick",
          "popular",
          "recommended",
          "runner-up",
          "sale",
          "sponsored",
          "staff pick",
          "top pick",
          "top rated",
          "top seller",
          "winner",
          // German, French, Spanish, Italian
          "beliebt",
          "empfohlen",
          "empfehlung",
          "neu",
          "preistipp",
          "testsieger",
          "le plus populaire",
          "nouveau",
          "recommandé",
          "más popular",
          "nuevo",
          "recomendado",
          "consigliato",
          "più popolare");

  private static final Pattern DISCOUNT =
      Pattern.compile("(?:save )?[-–−]? ?\\d{1,2} ?%(?: off)?", Pattern.CASE_INSENSITIVE);

  private HeaderWords() {}

  /** True for what stands above the labels of a table: {@code Feature}, {@code Criteria}. */
  public static boolean isCorner(String text) {
    return isOneOf(CORNER, text);
  }

  /** True for what stands there and is no label of a row. */
  public static boolean isOnlyCorner(String text) {
    return isCorner(text) && !isOneOf(LABEL_TOO, text);
  }

  /** True for a column that says something of the others: {@code Difference}, {@code Ratio}. */
  public static boolean isRemark(String text) {
    return isOneOf(REMARK, text);
  }

  /** True for what stands beside the name of a subject: {@code Best value}, {@code -20 %}. */
  public static boolean isBadge(String text) {
    String word = text.toLowerCase(Locale.ROOT).replace('’', '\'');
    return text.length() <= LONGEST
        && (BADGE.contains(word.endsWith("!") ? word.substring(0, word.length() - 1) : word)
            || DISCOUNT.matcher(word).matches());
  }

  /** True for such a column, or one of ranks, but for what may head a column among others. */
  public static boolean isSide(String text) {
    return isRank(text) || (isRemark(text) && !isOneOf(AMONG_OTHERS, text));
  }

  /** True for a column that numbers the rows: {@code Sr. No.}, {@code #}. */
  public static boolean isSerial(String text) {
    return SERIAL.contains(bare(text));
  }

  /** True for a column of ranks: {@code Rank}, {@code Pos.}. */
  public static boolean isRank(String text) {
    return RANK.contains(bare(text));
  }

  private static String bare(String text) {
    return Whitespace.remove(text).replace(".", "").toLowerCase(Locale.ROOT);
  }

  /** In singular or plural, whatever the case. */
  private static boolean isOneOf(Set<String> words, String text) {
    if (text.length() > LONGEST) {
      return false; // most of what is asked for is the rest of a line
    }
    String word = text.toLowerCase(Locale.ROOT);
    return words.contains(word)
        || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)));
  }
}
