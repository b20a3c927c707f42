package dev.unglue.validate.rule;

import dev.unglue.model.value.Subject;
import java.util.List;

/** What the spellings of one name have in common. */
public final class NameKey {
  private static final List<String> HISSING_PLURALS = List.of("sses", "shes", "ches", "xes");

  private NameKey() {}

  /**
   * The slug of a name with each word in the singular: sentences and addresses speak of "store
   * managers trainee" and "chiefs of police" where the table says "Store Manager Trainee".
   */
  public static String of(String name) {
    StringBuilder key = new StringBuilder();
    for (String word : Subject.slugOf(name).split("-")) {
      key.append(key.length() == 0 ? "" : "-").append(singular(word));
    }
    return key.toString();
  }

  /** The key with what follows the comma put first: "Faculty, Adjunct" is "Adjunct Faculty". */
  public static String turned(String name) {
    int comma = name.indexOf(',');
    boolean one = comma > 0 && comma == name.lastIndexOf(',');
    return one ? of(name.substring(comma + 1) + " " + name.substring(0, comma)) : of(name);
  }

  /** Good enough for both sides of a comparison; it need not be the dictionary's singular. */
  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    for (String hissing : HISSING_PLURALS) {
      if (word.endsWith(hissing)) {
        return word.substring(0, word.length() - 2);
      }
    }
    if (word.endsWith("men")) {
      return word.substring(0, word.length() - 3) + "man";
    }
    return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
  }
}
