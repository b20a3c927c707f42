package dev.unglue.model.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands between the names in a title, whatever its language. Such words stand between other
 * things, too, so that a page has to show what they join.
 */
public final class NameJoins {
  /** One line a language. */
  private static final List<List<String>> WORDS =
      List.of(
          List.of("&", "+", "x", "vs", "vs.", "versus"),
          List.of("and", "or", "as well as", "compared to", "compared with", "against", "to"),
          List.of("und", "oder", "gegen", "im vergleich mit", "im vergleich zu", "sowie"),
          List.of("et", "ou", "contre", "face à", "comparé à", "par rapport à"),
          List.of("y", "e", "o", "u", "contra", "frente a", "comparado con", "en comparación con"),
          List.of("e o", "e a", "ou o", "ou a", "comparado com", "em comparação com"),
          List.of("ed", "od", "oppure", "contro", "a confronto con", "rispetto a"),
          List.of("i", "oraz", "lub", "czy", "albo", "kontra", "w porównaniu z"),
          List.of("en", "of", "tegen", "vergeleken met"),
          List.of("och", "eller", "og", "mot", "mod", "jämfört med"),
          List.of(
              "ja", "tai", "vai", "a", "nebo", "alebo", "és", "vagy", "și", "sau", "ve", "veya"),
          List.of("и", "или", "против", "та", "чи", "και", "ή"));

  /** Signs, and words of languages that put no blanks between words. */
  private static final String SIGNS = "(?:, | ?[/、・] ?|(?<=\\P{IsHan})[和与與](?=\\P{IsHan})|と|과 |와 )";

  private static final String WORD =
      Words.any(WORDS.stream().flatMap(List::stream).distinct().toList()) + " ";

  /** A comma before a word, and several words one after the other are one join. */
  public static final Pattern PATTERN =
      Pattern.compile(
          "(?:" + SIGNS + "|,? " + WORD + ")(?:" + WORD + ")*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Those that stand before many a word in other languages: there others join the names. */
  private static final Set<String> ELSEWHERE = Set.of("of", "to", "a");

  private NameJoins() {}

  /** Where names may be joined in a text. */
  public static List<MatchResult> in(String text) {
    List<MatchResult> all = PATTERN.matcher(text).results().toList();
    List<MatchResult> sure = all.stream().filter(join -> !isElsewhere(join)).toList();
    return sure.stream().allMatch(join -> join.group().equals(", ")) ? all : sure;
  }

  private static boolean isElsewhere(MatchResult join) {
    return ELSEWHERE.contains(join.group().strip().toLowerCase(Locale.ROOT));
  }
}
