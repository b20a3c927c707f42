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
 */
final class TemplateNeeds {
  private static final Pattern SLOT = Pattern.compile("\\{[a-z][^}]*\\}");
  private static final int SHORTEST = 3;

  /** Of each row one word or sign, in lower case; arrays, for every line is asked for all of it. */
  private final LowerText[][] needs;

  private TemplateNeeds(List<List<LowerText>> needs) {
    this.needs = new LowerText[needs.size()][];
    for (int i = 0; i < this.needs.length; i++) {
      this.needs[i] = needs.get(i).toArray(LowerText[]::new);
    }
  }

  static TemplateNeeds of(String template, Map<String, Template.Type> slots, Words words) {
    List<List<LowerText>> needs = new ArrayList<>();
    slots.values().forEach(type -> addSigns(needs, signs(type, words)));
    addLiterals(needs, SLOT.matcher(template).replaceAll("\\\\s"));
    return new TemplateNeeds(needs);
  }

  /** Words too short to tell anything are no need. */
  private static void add(List<List<LowerText>> needs, List<String> oneOf) {
    if (oneOf.stream().allMatch(word -> word.length() >= SHORTEST)) {
      addSigns(needs, oneOf);
    }
  }

  private static void addSigns(List<List<LowerText>> needs, Collection<String> oneOf) {
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

  /** The longest run of letters outside every group, and one word of each group that must be. */
  private static void addLiterals(List<List<LowerText>> needs, String regex) {
    if (parts(regex, '|').size() > 1) {
      return;
    }
    add(needs, List.of(literal(regex)));
    int at = 0;
    while (at < regex.length()) {
      int end = elementEnd(regex, at);
      boolean optional = end < regex.length() && "?*{".indexOf(regex.charAt(end)) >= 0;
      if (regex.startsWith("(?:", at) && !optional) {
        add(
            needs,
            parts(regex.substring(at + 3, end - 1), '|').stream()
                .map(TemplateNeeds::literal)
                .toList());
      }
      at = end;
    }
  }

  /** The parts of an expression between signs that stand outside every group. */
  private static List<String> parts(String regex, char sign) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < regex.length()) {
      if (regex.charAt(at) == sign) {
        parts.add(regex.substring(from, at));
        from = at + 1;
      }
      at = elementEnd(regex, at);
    }
    parts.add(regex.substring(from));
    return parts;
  }

  /** One past the group, class, escaped or plain character that begins at a place. */
  private static int elementEnd(String regex, int at) {
    char c = regex.charAt(at);
    int end = at + 1;
    if (c == '\\') {
      end++;
    } else if (c == '[') {
      while (end < regex.length() && regex.charAt(end) != ']') {
        end += regex.charAt(end) == '\\' ? 2 : 1;
      }
      end++;
    } else if (c == '(') {
      while (end < regex.length() && regex.charAt(end) != ')') {
        end = elementEnd(regex, end);
      }
      end++;
    }
    return Math.min(end, regex.length());
  }

  /** The longest run of letters that stands outside every group; empty for none. */
  private static String literal(String regex) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    int at = 0;
    while (at < regex.length()) {
      char c = regex.charAt(at);
      if ((c >= 'a' && c <= 'z') || c == ' ') {
        run.append(c);
      } else {
        longest = longer(longest, run, "?*{".indexOf(c) >= 0);
        run.setLength(0);
      }
      at = elementEnd(regex, at);
    }
    return longer(longest, run, false);
  }

  /** A quantifier takes the last letter of the run for itself. */
  private static String longer(String longest, StringBuilder run, boolean quantified) {
    String word =
        quantified && !run.isEmpty() ? run.substring(0, run.length() - 1) : run.toString();
    return word.strip().length() > longest.length() ? word.strip() : longest;
  }

  /** False if the template fits no part of the text. */
  boolean areMetBy(LowerText text) {
    for (LowerText[] oneOf : needs) {
      if (!hasOne(text, oneOf)) {
        return false;
      }
    }
    return true;
  }

  /** True if what the template needs stands but once in the text: then it fits but one place. */
  boolean areMetOnce(LowerText text) {
    for (LowerText[] oneOf : needs) {
      if (oneOf.length == 1 && text.containsOnce(oneOf[0])) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOne(LowerText text, LowerText[] words) {
    for (LowerText word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
