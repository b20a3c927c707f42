package dev.unglue.model.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The regular expression of each type of placeholder; every repetition in it is bounded.
 *
 * @param words the small words that it is built from
 * @param anySubject true if any short text may stand in the place of a mention
 */
record TemplateGrammar(Words words, boolean anySubject) {
  private static final String SUBJECT = "[\ue000-\uf8ff]";
  private static final String LOOSE = "[^.;:!?]{2,80}?";
  private static final String COUNT = "(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})";

  /** At most {@code length} characters without a mention and without the end of a sentence. */
  String gap(int length) {
    return "(?:[^\ue000-\uf8ff.;!?]|\\.(?=\\d)){0," + length + "}?";
  }

  /** What follows a template that ends with a placeholder: any short text must be taken whole. */
  String end() {
    return anySubject ? "(?=[,.;:!?]|$)" : "";
  }

  /** The expression of a placeholder, as a group of its name; an article stands before it. */
  String slot(String name, Template.Type type) {
    String before = type == Template.Type.SUBJECT ? article() : "";
    return before + "(?<" + name + ">" + value(type) + ")";
  }

  private String value(Template.Type type) {
    return switch (type) {
      case SUBJECT -> mention();
      case SUBJECTS -> mentions();
      case NEW -> "[^.!?;:]{2,80}?";
      case NAME -> "(?:[^.!?;:\"]|\\.(?=[^ ])){1,80}?";
      case TEXT -> ".{1,1000}?";
      case LIST -> "[^;]{1,600}?";
      case VERSUS -> ".{1,200}? " + Words.any(words.versus()) + " .{1,200}?";
      case PAIR -> ".{1,200}? " + Words.any(words.joins()) + " .{1,200}?";
      case SIGN -> Words.any(words.signs());
      case MONEY ->
          Words.any(words.currency()) + " ?" + COUNT + "(?:\\.\\d{1,2})?(?!\\d|[.,]\\d|[km]\\b)";
      case PERCENT -> "(?<![\\d.,])-?\\d{1,3}(?:\\.\\d{1,2})? ?%";
      case COUNT -> COUNT + "(?![\\d%]|[.,]\\d)";
      case DURATION -> duration();
      case DATE -> date();
    };
  }

  private String article() {
    return "(?:" + Words.any(words.articles()) + " ){0,2}";
  }

  private String mention() {
    return anySubject ? LOOSE : SUBJECT;
  }

  private String mentions() {
    String one = article() + mention();
    return one + "(?:(?:, | ,|,? " + Words.any(words.joins()) + " )" + one + "){0,9}";
  }

  private String duration() {
    List<String> limits = new ArrayList<>(words.atLeast());
    limits.addAll(words.atMost());
    String number = "(?:\\d{1,3}(?:\\.\\d)?|" + Words.any(words.numbers().keySet()) + ")\\+?";
    String unit = "[ -]?" + Words.any(words.units().keySet()) + "\\b";
    String second = " ?(?:-|" + Words.any(words.ranges()) + ") ?" + number;
    // A number that is the tail of another one begins no length of time.
    String first = "(?:" + Words.any(limits) + " )?(?<![\\d.,-])" + number;
    return first + "(?:" + unit + ")?" + second + unit + "|" + first + unit;
  }

  private String date() {
    String month =
        "(?:"
            + words.months().stream().map(TemplateGrammar::month).collect(Collectors.joining("|"))
            + ")\\.?";
    String day = "\\d{1,2}(?:st|nd|rd|th)?";
    return month + " " + day + ",? \\d{4}|" + day + " " + month + ",? \\d{4}|\\d{4}-\\d{2}-\\d{2}";
  }

  private static String month(String name) {
    String head = name.substring(0, Math.min(3, name.length()));
    return Pattern.quote(head) + "(?:" + Pattern.quote(name.substring(head.length())) + ")?";
  }
}
