package dev.unglue.split.open.feature;

import java.util.List;
import java.util.regex.Pattern;

/** What the name of a column tells of the type of its cells, in English. */
public final class ColumnHints {
  private static final Pattern PERCENT =
      Pattern.compile("(?i)%|.*\\b(?:percent|percentage|rate|growth|share|change)\\b.*|.*%.*");
  private static final Pattern MONEY =
      Pattern.compile(
          "(?i).*[$£€].*|.*\\b(?:salary|wage|wages|price|cost|income|rent|fee|pay|revenue|tuition)\\b.*");
  private static final Pattern COUNT =
      Pattern.compile(
          "(?i).*\\b(?:number|total|population|employment|employed|employees|jobs|count)\\b.*");

  private ColumnHints() {}

  /** Notes the types of a pattern beside what the names of their columns speak of. */
  public static void see(List<String> names, String pattern, FeatureCollector traits) {
    int offset = pattern.length() - names.size();
    for (int i = Math.max(0, -offset); i < names.size(); i++) {
      String hint = hint(names.get(i));
      if (!hint.isEmpty()) {
        traits.see("column.%s_is_%s".formatted(hint, type(pattern.charAt(i + offset))));
      }
    }
  }

  private static String hint(String name) {
    boolean percent = PERCENT.matcher(name).matches();
    boolean money = MONEY.matcher(name).matches();
    if (percent || money) {
      return percent && money ? "" : percent ? "percent" : "money";
    }
    return COUNT.matcher(name).matches() ? "count" : "";
  }

  private static String type(char letter) {
    return switch (letter) {
      case '$' -> "money";
      case '%' -> "percent";
      case '0' -> "count";
      case '.' -> "decimal";
      case '-' -> "missing";
      default -> "text";
    };
  }
}
