package dev.unglue.extract.statement;

import dev.unglue.model.field.Words;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts {@code a, b and c} into its items, with and without quotes and a comma before "and". */
final class Enumeration {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,200})\"");
  private static final int LONGEST_ITEM = 80;
  private static final String ENDINGS = " .,;:\"'";

  private final Pattern join;
  private final Pattern leadingJoin;

  Enumeration(Words words) {
    String joins = Words.any(words.joins());
    this.join = Pattern.compile(" " + joins + " ", Pattern.CASE_INSENSITIVE);
    this.leadingJoin = Pattern.compile(" ?" + joins + " ", Pattern.CASE_INSENSITIVE);
  }

  /**
   * The ways to read an enumeration.
   *
   * @param sure the items that are the same in each reading, in order
   * @param tails the items after them, one list a reading; empty where all items are sure
   */
  record Reading(List<SourceText> sure, List<List<SourceText>> tails) {
    /** True if there is one way only. */
    boolean isSure() {
      return tails.isEmpty();
    }
  }

  /** Reads {@code from..to} of a text; no items at all where it is no enumeration. */
  Reading read(MaskedText text, int from, int to) {
    List<SourceText> quoted = quoted(text, from, to);
    Reading reading = quoted.size() > 1 ? new Reading(quoted, List.of()) : plain(text, from, to);
    boolean odd = reading.sure().stream().anyMatch(item -> item.length() > LONGEST_ITEM);
    return odd ? new Reading(List.of(), List.of()) : reading;
  }

  private static List<SourceText> quoted(MaskedText text, int from, int to) {
    List<SourceText> items = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text.text()).region(from, to);
    while (quoted.find()) {
      addItem(items, text, quoted.start(1), quoted.end(1));
    }
    return items;
  }

  private Reading plain(MaskedText text, int from, int to) {
    List<SourceText> items = new ArrayList<>();
    int last = from;
    for (int i = from; i < to; i++) {
      if (text.text().charAt(i) == ',') {
        addItem(items, text, last, i);
        last = i + 1;
      }
    }
    Matcher leading = leadingJoin.matcher(text.text()).region(last, to);
    if (last > from && leading.lookingAt()) {
      addItem(items, text, leading.end(), to);
      return new Reading(items, List.of());
    }
    return tail(items, text, last, to);
  }

  /** The last part holds two items where it holds one "and", and several readings where more. */
  private Reading tail(List<SourceText> items, MaskedText text, int from, int to) {
    List<List<SourceText>> tails = new ArrayList<>();
    Matcher and = join.matcher(text.text()).region(from, to);
    for (int at = from; and.find(at); at = and.end() - 1) {
      if (and.end() >= to) {
        break;
      }
      List<SourceText> pair = new ArrayList<>();
      addItem(pair, text, from, and.start());
      addItem(pair, text, and.end(), to);
      if (pair.size() == 2) {
        tails.add(pair);
      }
    }
    if (tails.size() > 1) {
      return new Reading(items, tails);
    }
    if (tails.isEmpty()) {
      addItem(items, text, from, to);
    } else {
      items.addAll(tails.get(0));
    }
    return new Reading(items, List.of());
  }

  private static void addItem(List<SourceText> items, MaskedText text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end
        && ENDINGS.indexOf(text.text().charAt(start)) >= 0
        && !isDotName(text, start)) {
      start++;
    }
    while (end > start && ENDINGS.indexOf(text.text().charAt(end - 1)) >= 0) {
      end--;
    }
    if (end > start) {
      items.add(text.source(start, end));
    }
  }

  /** {@code .NET} keeps its dot. */
  private static boolean isDotName(MaskedText text, int at) {
    return text.text().charAt(at) == '.'
        && at + 1 < text.text().length()
        && Character.isLetter(text.text().charAt(at + 1));
  }

  /** The same name, whatever its case. */
  static String key(CharSequence name) {
    return Values.member(name).toLowerCase(Locale.ROOT);
  }
}
