package dev.unglue.model.field;

import dev.unglue.text.Whitespace;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands above columns that are about no subject. */
public final class HeaderWords {
  /** Characters of the longest of all these words, in plural. */
  private static final int LONGEST = 25;

  private static final Set<String> CORNER =
      words(
          "aspect, attribute, basis, category, characteristic, comparison, criteria, criterion",
          "description, detail, dimension, factor, feature, field, indicator, item, key, metric",
          "parameter, particular, point, product, property, score, spec, specification, statistic",
          "topic, type",
          // German, French
          "aspekt, eigenschaft, eigenschaften, kategorie, kriterien, kriterium, merkmal, merkmale",
          "produkt, typ, vergleich, vergleichskriterium, vergleichsmerkmal",
          "caractéristique, catégorie, comparaison, comparatif, critère, fonctionnalité, produit",
          // Spanish, Portuguese, Italian
          "aspecto, atributo, característica, categoría, comparación, criterio, producto, tipo",
          "aspeto, categoria, comparação, critério, produto, recurso",
          "aspetti, aspetto, caratteristica, caratteristiche, criteri, prodotto",
          // Dutch, Polish, Japanese
          "aspecten, categorie, eigenschappen, kenmerk, kenmerken",
          "aspekty, cecha, cechy, kategoria, kryteria, kryterium, właściwość",
          "比較項目, 特徴, 項目");

  /** Those that stand before the cells of a row as well: {@code Type | OLED | LCD}. */
  private static final Set<String> LABEL_TOO =
      words(
          "category, description, detail, field, item, key, point, product, score, topic, type",
          "categoria, categorie, categoría, catégorie, kategoria, kategorie",
          "prodotto, producto, produit, produkt, produto, tipo, typ");

  private static final Set<String> REMARK =
      words(
          "advantage, better, change, comment, diff, diff., difference, edge, gap, note, ratio",
          "remark, source, unit, verdict, winner, year",
          // German, French
          "bemerkung, bemerkungen, differenz, einheit, fazit, gewinner, kommentar, quelle, sieger",
          "unterschied, unterschiede",
          "commentaire, différence, gagnant, remarque, unité, vainqueur, écart",
          // Spanish, Portuguese, Italian
          "comentario, diferencia, fuente, ganador, unidad, veredicto",
          "comentário, diferença, fonte, unidade, vencedor",
          "differenza, differenze, unità, vincitore",
          // Dutch, Polish, Japanese
          "bron, eenheid, opmerking, opmerkingen, verschil, verschillen, winnaar",
          "jednostka, różnica, różnice, uwagi, zwycięzca, źródło",
          "備考, 勝者, 単位, 差, 違い");

  /** Remarks that stand among the columns of a list, too: {@code Jan | Feb | Year}. */
  private static final Set<String> AMONG_OTHERS =
      words(
          "advantage, change, comment, note, remark, source, year",
          "bemerkung, bemerkungen, comentario, comentário, commentaire, kommentar, opmerking",
          "opmerkingen, remarque, uwagi, 備考",
          "bron, fonte, fuente, quelle, źródło");

  private static final Set<String> SERIAL =
      words(
          "#, №, no, nr, sn, sno, srno, slno, serialno, serialnumber, index, lfdnr, lp, nº, n°, 番号");

  private static final Set<String> VERSUS = Set.of("vs", "vs.", "v/s", "versus");

  /** Above a column that names what the rows are about. */
  private static final Set<String> NAMES =
      words(
          "brand, career, city, company, country, job, job title, model, name, occupation",
          "position, profession, role, school, title");

  /** Words that begin the name of a column of figures and end none. */
  private static final Set<String> STATISTIC =
      words("annual, approximate, average, estimated, expected, mean, median, projected, typical");

  private static final Set<String> RANK =
      words(
          "#, no, pos, position, rank",
          "miejsce, platz, plaats, posición, posizione, posição, puesto, rang, 順位");

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

  private static final Pattern OF_COMPARISON =
      Pattern.compile(
          " (?:of|for) (?:the )?(?:comparison|difference|differentiation|distinction)s?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DISCOUNT =
      Pattern.compile("(?:save )?[-–−]? ?\\d{1,2} ?%(?: off)?", Pattern.CASE_INSENSITIVE);

  private HeaderWords() {}

  /** True for what stands above the labels: {@code Feature}, {@code Basis for comparison}. */
  public static boolean isCorner(String text) {
    Matcher more = OF_COMPARISON.matcher(text);
    String word = text.length() <= LONGEST && more.find() ? text.substring(0, more.start()) : text;
    return isOneOf(CORNER, word) || MissingMarks.isPlace(text);
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

  /** True for what stands between two names: {@code VS}, {@code versus}. */
  public static boolean isVersus(String text) {
    return VERSUS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** True for a column that numbers the rows: {@code Sr. No.}, {@code #}. */
  public static boolean isSerial(String text) {
    return SERIAL.contains(bare(text));
  }

  /** True for what stands above the names of subjects that have a row each. */
  public static boolean isOfNames(String text) {
    return isOneOf(NAMES, text) || isOnlyCorner(text);
  }

  /** True for a word that begins the name of a column of figures: {@code Median}. */
  public static boolean beginsLabel(String word) {
    return STATISTIC.contains(word.toLowerCase(Locale.ROOT));
  }

  /** True for a column of ranks: {@code Rank}, {@code Pos.}. */
  public static boolean isRank(String text) {
    return RANK.contains(bare(text));
  }

  private static Set<String> words(String... lists) {
    return Arrays.stream(lists)
        .flatMap(list -> Arrays.stream(list.split(", ", -1)))
        .collect(Collectors.toUnmodifiableSet());
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
