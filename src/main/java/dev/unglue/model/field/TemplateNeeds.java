package dev.unglue.model.field;

import dev.unglue.text.LowerText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a text must hold if a template is to fit it: plain words, and the signs of its values. Most
 * texts hold none of it, and need not be matched at all.
 *
 * @param needs of each list one word or sign, in lower case
 */
record TemplateNeeds(List<List<LowerText>> needs) {
  private static final Pattern SLOT = Pattern.compile("\\{[a-z][^}]*\\}");
  private static final int SHORTEST = 3;

  static TemplateNeeds of(String template, Map<String, Template.Type> slots, Words words) {
    List<List<LowerText>> needs = new ArrayList<>();
    slots.values().forEach(type -> add(needs, signs(type, words)));
    add(needs, literals(SLOT.matcher(template).replaceAll("\\\\s")));
    return new TemplateNeeds(needs);
  }

  private static void add(List<List<LowerText>> needs, Collection<String> oneOf) {
    if (!oneOf.isEmpty()) {
      needs.add(oneOf.stream().map(LowerText::of).toList());
    }
  }

  private static Collection<String> signs(Template.Type type, Words words) {
    return switch (type) {
      case MONEY -> words.currency();
      case PERCENT -> List.of("%");
      case DURATION -> words.units().keySet();
      case VERSUS -> words.versus();
      case PAIR -> words.joins();
      case SIGN -> words.signs();
      default -> List.of();
    };
  }

  /** The longest run of letters that stands outside every group and choice; empty for none. */
  private static List<String> literals(String regex) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '|' && depth == 0) {
        return List.of();
      }
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth == 0 && ((c >= 'a' && c <= 'z') || c == ' ')) {
        run.append(c);
        continue;
      }
      longest = longer(longest, run, "?*{".indexOf(c) >= 0);
      run.setLength(0);
      i += c == '\\' ? 1 : 0;
    }
    longest = longer(longest, run, false);
    return longest.length() < SHORTEST ? List.of() : List.of(longest);
  }

  /** A quantifier takes the last letter of the run for itself. */
  private static String longer(String longest, StringBuilder run, boolean quantified) {
    String word =
        quantified && !run.isEmpty() ? run.substring(0, run.length() - 1) : run.toString();
    return word.strip().length() > longest.length() ? word.strip() : longest;
  }

  /** False if the template fits no part of the text. */
  boolean areMetBy(LowerText text) {
    for (List<LowerText> oneOf : needs) {
      if (!hasOne(text, oneOf)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOne(LowerText text, List<LowerText> words) {
    for (LowerText word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
