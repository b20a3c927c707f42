package dev.unglue.validate.rule;

import dev.unglue.model.value.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the spellings of one name have in common. */
public final class NameKey {
  private static final List<String> HISSING_PLURALS = List.of("sses", "shes", "ches", "xes");

  private NameKey() {}

  /**
   * The slug of a name with each word in the singular: sentences and addresses speak of "store
   * managers trainee" and "chiefs of police" where the table says "Store Manager Trainee".
   */
  public static String of(String name) {
    return Arrays.stream(Subject.slugOf(name).split("-"))
        .map(NameKey::singular)
        .collect(Collectors.joining("-"));
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
    if (HISSING_PLURALS.stream().anyMatch(word::endsWith)) {
      return word.substring(0, word.length() - 2);
    }
    if (word.endsWith("men")) {
      return word.substring(0, word.length() - 3) + "man";
    }
    return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
  }
}
