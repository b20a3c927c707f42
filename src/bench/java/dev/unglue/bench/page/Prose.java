package dev.unglue.bench.page;

import dev.unglue.model.value.Section;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a page's sentences, each in one of several wordings, and notes what they say. */
final class Prose {
  private final Sampler chance;
  private final List<Truth> truths = new ArrayList<>();

  Prose(Sampler chance) {
    this.chance = chance;
  }

  /**
   * Paragraphs and what they say.
   *
   * @param paragraphs one text each
   * @param truths what they say
   */
  record Written(List<String> paragraphs, List<Truth> truths) {}

  static Written write(Profile a, Profile b, Sampler chance) {
    Prose prose = new Prose(chance);
    List<String> first = new ArrayList<>();
    first.add(prose.opening(a, b));
    if (!a.time().isEmpty() && !b.time().isEmpty()) {
      first.add(prose.time(a, b));
    }
    first.add(prose.salary(a, b));
    List<String> paragraphs = List.of(String.join(" ", first), prose.skills(a), prose.skills(b));
    return new Written(paragraphs, List.copyOf(prose.truths));
  }

  private String opening(Profile a, Profile b) {
    return chance.oneOf(
        List.of(
            "Here the work of %s is set beside that of %s.".formatted(one(a), one(b)),
            "Two jobs, side by side, with their figures: %s and %s.".formatted(one(a), one(b))));
  }

  private String time(Profile a, Profile b) {
    for (Profile each : List.of(a, b)) {
      say(each, "time_to_become_min_months", 0, "" + each.minMonths());
      say(each, "time_to_become_max_months", 0, "" + each.maxMonths());
    }
    return chance.oneOf(
        List.of(
            "It takes %s of practice to become %s and %s of practice to become %s."
                .formatted(a.time(), one(a), b.time(), one(b)),
            "As a rule %s is ready for the work after %s, %s after %s."
                .formatted(one(a), a.time(), one(b), b.time()),
            "For %s, %s will do. For %s, %s will do."
                .formatted(one(a), a.time(), one(b), b.time())));
  }

  private String salary(Profile a, Profile b) {
    say(a, FigureRows.YEARLY, 0, "" + a.salary());
    say(b, FigureRows.YEARLY, 0, "" + b.salary());
    String x = FigureRows.money(a.salary());
    String y = FigureRows.money(b.salary());
    if (a.salary() == b.salary()) {
      return "%s has a yearly salary of %s. %s has a yearly salary of %s."
          .formatted(start(a), x, start(b), y);
    }
    boolean more = a.salary() > b.salary();
    return chance.oneOf(
        List.of(
            "%s earns %s than %s: %s a year against %s."
                .formatted(start(a), more ? "more" : "less", one(b), x, y),
            "The pay of %s is %s; that of %s is %s, at %s."
                .formatted(one(a), x, one(b), more ? "lower" : "higher", y)));
  }

  private String skills(Profile who) {
    for (int i = 0; i < who.skills().size(); i++) {
      say(who, "top_skill", i + 1, who.skills().get(i));
    }
    String list = "%s, %s and %s".formatted(who.skills().toArray());
    return chance.oneOf(
        List.of(
            "The most useful skills of %s are %s.".formatted(one(who), list),
            "Among the skills needed by %s are %s.".formatted(one(who), list)));
  }

  private void say(Profile who, String attribute, int ordinal, String value) {
    truths.add(
        new Truth(
            Subject.slugOf(who.name()), Section.PROSE, attribute, "", ordinal, State.VALUE, value));
  }

  private static String one(Profile who) {
    String name = who.name().toLowerCase(Locale.ROOT);
    return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
  }

  private static String start(Profile who) {
    String one = one(who);
    return Character.toUpperCase(one.charAt(0)) + one.substring(1);
  }
}
