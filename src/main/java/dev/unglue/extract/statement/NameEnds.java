package dev.unglue.extract.statement;

import dev.unglue.extract.statement.TitleForms.Title;
import dev.unglue.model.field.HeaderWords;
import dev.unglue.model.field.NameJoins;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * Where the names of a title begin and end: titles have words before and behind them, and the page
 * has the names without.
 *
 * @param standing the names that stand in the page
 */
record NameEnds(StandingNames standing) {
  /** How many words a title may have behind its names where it has some before them, too. */
  private static final int MOST_TAILS = 4;

  /** Words of a menu before a name, or run into it; fewer may be those of its maker. */
  private static final int FEWEST_OF_MENU = 3;

  /** Scripts of East Asia, which put no blanks between words. */
  private static final char FIRST_BLANKLESS = '\u3040';

  /**
   * The names as a header has them, where the last of them ends with a word that titles have behind
   * names: {@code Usher vs Teacher, Special Education}.
   */
  List<String> grown(List<String> names, List<String> lines) {
    int last = names.size() - 1;
    if (last < 1 || standing.endTogether(names)) {
      return names;
    }
    return lines.stream()
        .distinct()
        .flatMap(text -> withMoreWords(names.get(last), text))
        .map(name -> with(names, last, name))
        .filter(standing::endTogether)
        .findFirst()
        .orElse(names);
  }

  /** A name as a text has it, with one or two of the words behind it. */
  private static Stream<String> withMoreWords(String name, String text) {
    int start = text.indexOf(name + " ");
    if (start < 0) {
      return Stream.of();
    }
    int first = wordEnd(text, start + name.length() + 1);
    return Stream.of(first, wordEnd(text, Math.min(first + 1, text.length())))
        .map(end -> text.substring(start, end));
  }

  private static int wordEnd(String text, int from) {
    int blank = text.indexOf(' ', from);
    return blank < 0 ? text.length() : blank;
  }

  /**
   * The names as a header has them, in whatever order, where words of the title stand before the
   * first of them or behind the last, {@code Red Fox vs Gray Wolf facts}, or the last has a maker
   * there that the header leaves out; a menu may have run into the first.
   */
  List<String> trimmed(List<String> names) {
    if (names.size() < 2 || standing.standTogether(names)) {
      return names;
    }
    int last = names.size() - 1;
    List<String> heads = heads(names.get(0));
    List<String> tails = tails(names.get(last));
    List<List<String>> trimmed = new ArrayList<>();
    tails.forEach(tail -> trimmed.add(with(names, last, tail)));
    heads.forEach(head -> trimmed.add(with(names, 0, head)));
    String full = Subject.slugOf(names.get(last));
    for (String head : heads(names.get(last))) {
      if (!full.contains(Subject.slugOf(names.get(0) + " " + head))) { // it stands in the title
        trimmed.add(with(names, last, head));
      }
    }
    for (String head : heads.subList(Math.min(heads.size(), FEWEST_OF_MENU - 1), heads.size())) {
      tails.stream()
          .limit(MOST_TAILS)
          .forEach(tail -> trimmed.add(with(with(names, 0, head), last, tail)));
    }
    return trimmed.stream()
        .filter(
            shorter ->
                standing.endTogether(shorter)
                    || standing.fillTogether(turned(shorter))
                    || (isRunInto(names.get(0), shorter.get(0)) && standing.standTogether(shorter)))
        .findFirst()
        .orElse(names);
  }

  /** Two names in the other order, as a header may have them. */
  private static List<String> turned(List<String> names) {
    return names.size() == 2 ? List.of(names.get(1), names.get(0)) : names;
  }

  /**
   * The names without a word before them that heads labels, {@code Specs Brio 3 vs Tavo 5}, where
   * the page has the first of them without it, too.
   */
  List<String> uncornered(List<String> names) {
    String first = names.size() < 2 ? "" : names.get(0);
    int end = first.indexOf(' ');
    return end > 0
            && HeaderWords.isOnlyCorner(first.substring(0, end))
            && standing.count(first.substring(end + 1)) > standing.count(first)
        ? with(names, 0, first.substring(end + 1))
        : names;
  }

  /**
   * The names of a list as the page has them: side by side, or each of them alone. One that is not
   * in doubt may have words of the title before the first name or behind the last.
   */
  Optional<List<String>> standing(Title list) {
    List<String> names = list.names();
    List<String> trimmed = list.doubtful() ? names : trimmed(names);
    if (standing.standTogether(trimmed)) {
      return Optional.of(trimmed);
    }
    boolean words = holdWords(names);
    if (words || standing.alone(names) == names.size()) {
      return words ? Optional.empty() : Optional.of(names);
    }
    if (list.doubtful()) {
      return Optional.empty();
    }
    int last = names.size() - 1;
    return Stream.concat(
            heads(names.get(0)).stream().map(head -> with(names, 0, head)),
            tails(names.get(last)).stream().map(tail -> with(names, last, tail)))
        .filter(standing::lead)
        .findFirst();
  }

  /** The names of a list that is in no doubt, as the page has them side by side. */
  Optional<List<String>> together(Title list) {
    return Optional.of(list)
        .filter(names -> !names.doubtful())
        .map(names -> trimmed(names.names()))
        .filter(names -> names.stream().allMatch(NameEnds::isWord))
        .filter(standing::standTogether);
  }

  /** True if lists say of each of the names of a title what labels above them ask. */
  boolean areLabels(Title list) {
    return !list.doubtful() && !holdWords(list.names()) && standing.label(list.names());
  }

  /** A word of a heading may stand alone as the label of a row; it has no capital there. */
  private static boolean holdWords(List<String> names) {
    return names.stream().anyMatch(name -> Character.isLowerCase(name.codePointAt(0)));
  }

  /** A name without the last of its words, one more for each. */
  private static List<String> tails(String name) {
    List<String> tails = new ArrayList<>();
    for (int end = name.length() - 1; end > 0; end--) {
      String tail = name.substring(0, name.charAt(end - 1) == ',' ? end - 1 : end);
      if (endsWord(name, end) && tail.lastIndexOf('(') <= tail.lastIndexOf(')')) {
        tails.add(tail);
      }
    }
    return tails;
  }

  /**
   * True for a blank, and where a script begins that has none; before a join and a capital there is
   * another name.
   */
  private static boolean endsWord(String name, int end) {
    char c = name.charAt(end);
    boolean ends = c == ' ' || (c >= FIRST_BLANKLESS && name.charAt(end - 1) < FIRST_BLANKLESS);
    Matcher join = NameJoins.PATTERN.matcher(name).region(end, name.length());
    boolean joins = ends && join.lookingAt() && join.end() < name.length();
    return ends && !(joins && !Character.isLowerCase(name.charAt(join.end())));
  }

  /** A name without the first of its words, one more for each, or of those that ran together. */
  private static List<String> heads(String name) {
    List<String> heads = new ArrayList<>();
    for (int at = 1; at < name.length(); at++) {
      String head = name.substring(at);
      boolean begins = name.charAt(at - 1) == ' ' && (at < 2 || name.charAt(at - 2) != ',');
      if ((begins || isRunInto(name, head)) && hasLetters(head)) {
        heads.add(head);
      }
    }
    return heads;
  }

  /** True for the rest of a name that a small letter ends and a capital begins, as others do. */
  private static boolean isRunInto(String name, String rest) {
    int at = name.length() - rest.length();
    String word = name.substring(0, Math.max(0, at));
    return at > 0
        && Character.isUpperCase(rest.charAt(0))
        && word.indexOf(' ') < 0
        && word.chars().filter(Character::isUpperCase).count() >= FEWEST_OF_MENU
        && Character.isLowerCase(word.charAt(at - 1));
  }

  /**
   * The names as the rest of the page speaks of them, where it never has the last of them as the
   * titles do: {@code Red Fox vs Gray Wolf facts}, and then only of the gray wolf.
   */
  List<String> spoken(List<String> names, List<Title> titles) {
    int last = names.size() - 1;
    List<String> slugs = names.stream().map(Subject::slugOf).toList();
    long read = titles.stream().filter(title -> title.slugs().equals(slugs)).count();
    if (last < 1
        || standing.count(names.get(last)) > read
        || standing.count(names.get(0)) <= read
        || isSaidWithoutMaker(names.get(last), read)) {
      return names;
    }
    return tails(names.get(last)).stream()
        .filter(tail -> standing.count(tail) > read)
        .findFirst()
        .map(tail -> with(names, last, tail))
        .orElse(names);
  }

  /** True if the page has the end of a name, more than one common word: {@code Tavo 5}. */
  private boolean isSaidWithoutMaker(String name, long read) {
    return heads(name).stream()
        .filter(end -> end.indexOf(' ') > 0 || end.chars().anyMatch(Character::isDigit))
        .anyMatch(end -> standing.count(end) > read);
  }

  /** False for a number and a letter alone, which stand side by side in figures and programs. */
  private static boolean isWord(String name) {
    return name.length() > 1 && hasLetters(name);
  }

  /** A number alone is no name, but the end of many. */
  private static boolean hasLetters(String name) {
    return name.codePoints().anyMatch(Character::isLetter);
  }

  private static List<String> with(List<String> names, int at, String name) {
    List<String> other = new ArrayList<>(names);
    other.set(at, name);
    return other;
  }
}
