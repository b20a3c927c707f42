package dev.unglue.split.open;

import dev.unglue.model.SourceText;
import java.util.List;
import java.util.regex.Pattern;

/** What the name of a column tells of the type of its cells, in English. */
final class ColumnHints {
  private static final Pattern PERCENT =
      Pattern.compile("(?i)%|.*\\b(?:percent|percentage|rate|growth|share|change)\\b.*|.*%.*");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?i).*[$£€].*|.*\\b(?:salary|wage|wages|price|cost|income|rent|fee|pay|revenue|tuition)\\b.*");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i).*\\b(?:number|total|population|employment|employed|employees|jobs|count)\\b.*");

  private ColumnHints() {}

  /** How well a pattern of types suits the names of its columns. */
  static double weigh(List<SourceText> names, String pattern) {
    int offset = pattern.length() - names.size();
    double weight = 0;
    for (int i = Math.max(0, -offset); i < names.size(); i++) {
      weight += weigh(names.get(i).text(), pattern.charAt(i + offset));
    }
    return weight;
  }

  private static double weigh(String name, char type) {
    boolean percent = PERCENT.matcher(name).matches();
    boolean money = MONEY.matcher(name).matches();
    boolean count = COUNT.matcher(name).matches();
    if (percent && !money) {
      return type == '%' ? 2 : type == '0' ? -2 : 0;
    }
    if (money && !percent) {
      return type == '$' ? 2 : type == '%' ? -2 : 0;
    }
    return count && !money ? (type == '0' ? 1 : type == '%' ? -2 : 0) : 0;
  }
}
