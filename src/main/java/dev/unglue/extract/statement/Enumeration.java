package dev.unglue.extract.statement;

import dev.unglue.model.field.Words;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts {@code a, b and c} into its items, with and without quotes and a comma before "and". Nothing
 * is cut within brackets or quotes, nor within what a list of the page has as one item.
 */
final class Enumeration {
  private static final int LONGEST_ITEM = 80;
  private static final int LONGEST_QUOTE = 200;

  /** Words that join the last item to the others, the longest first. */
  private final List<String> joins;

  Enumeration(Words words) {
    this.joins =
        words.joins().stream()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
            .toList();
  }

  /**
   * The ways to read an enumeration.
   *
   * @param sure the items that are the same in each reading, in order
   * @param tails the items after them, one list a reading; empty where all items are sure
   */
  record Reading(List<SourceText> sure, List<List<SourceText>> tails) {
    /** What some readings have in common is sure. */
    static Reading of(List<List<SourceText>> ways) {
      List<SourceText> first = ways.get(0);
      if (ways.size() == 1) {
        return new Reading(first, List.of());
      }
      int shared = first.size();
      for (List<SourceText> way : ways) {
        int same = 0;
        while (same < Math.min(shared, way.size()) && way.get(same).equals(first.get(same))) {
          same++;
        }
        shared = same;
      }
      int from = shared;
      return new Reading(
          first.subList(0, from), ways.stream().map(way -> way.subList(from, way.size())).toList());
    }
  }

  /**
   * What the lists of a page have as one item each, by {@link #key}.
   *
   * @param own the parts of the subject's own lists; may be empty
   * @param all those of all lists, and the page's bullets; may be empty
   */
  record Listed(Set<String> own, Set<String> all) {}

  /**
   * Where one item may end and the next begin.
   *
   * @param start one past the last character of the item before
   * @param end the first character of the item after
   * @param comma true for a comma, with or without "and" behind it; false for an "and" alone
   */
  private record Cut(int start, int end, boolean comma) {}

  /** Reads {@code from..to} of a text; no items at all where it is no enumeration. */
  Reading read(MaskedText text, int from, int to, Listed listed) {
    List<SourceText> quoted = quoted(text, from, to);
    List<List<SourceText>> ways =
        quoted.size() > 1 ? List.of(quoted) : new Ways(text, from, to, listed).read();
    boolean tooLong =
        ways.stream().anyMatch(way -> way.stream().anyMatch(item -> item.length() > LONGEST_ITEM));
    return tooLong ? new Reading(List.of(), List.of()) : Reading.of(ways);
  }

  /** The items where each of them stands in quotes; empty where anything stands outside. */
  private List<SourceText> quoted(MaskedText text, int from, int to) {
    String plain = text.text();
    List<SourceText> items = new ArrayList<>();
    int last = from;
    int open = plain.indexOf('"', from);
    int close = open < 0 ? -1 : plain.indexOf('"', open + 1);
    while (close >= 0 && close < to) {
      int length = close - open - 1;
      int next = close;
      if (length > 0 && length <= LONGEST_QUOTE) {
        if (!isJoint(plain, last, open)) {
          return List.of();
        }
        Enclosures.item(text, open + 1, close).ifPresent(items::add);
        last = close + 1;
        next = plain.indexOf('"', last);
      }
      open = next;
      close = open < 0 ? -1 : plain.indexOf('"', open + 1);
    }
    return plain.substring(last, to).isBlank() ? items : List.of();
  }

  /** True for a comma and a joining word, for either of them, and for nothing. */
  private boolean isJoint(String text, int from, int to) {
    int at = from < to && text.charAt(from) == ',' ? from + 1 : from;
    at = at < to && text.charAt(at) == ' ' ? at + 1 : at;
    return at == to || joinEnd(text, at, to) == to;
  }

  /** One past a joining word that begins at a place and the blank behind it; -1 for none. */
  private int joinEnd(String text, int at, int to) {
    for (String join : joins) {
      int end = at + join.length();
      if (end < to
          && text.charAt(end) == ' '
          && text.regionMatches(true, at, join, 0, join.length())) {
        return end + 1;
      }
    }
    return -1;
  }

  /** The same name, whatever its case. */
  static String key(String name) {
    return Values.member(name).toLowerCase(Locale.ROOT);
  }

  /** The readings of one enumeration. */
  private final class Ways {
    private final MaskedText text;
    private final int from;
    private final int to;
    private final Listed listed;

    Ways(MaskedText text, int from, int to, Listed listed) {
      this.text = text;
      this.from = from;
      this.to = to;
      this.listed = listed;
    }

    /** One or several; of several those that the lists of the page confirm, the subject's first. */
    List<List<SourceText>> read() {
      List<List<SourceText>> ways =
          cuttings(cuts()).stream()
              .flatMap(way -> withOneJoin(way).stream())
              .distinct()
              .map(this::items)
              .toList();
      if (ways.size() == 1) {
        return ways;
      }
      return confirmed(ways, listed.own())
          .or(() -> confirmed(ways, listed.all()))
          .map(List::of)
          .orElse(ways);
    }

    private Optional<List<SourceText>> confirmed(List<List<SourceText>> ways, Set<String> known) {
      int sure = Reading.of(ways).sure().size();
      List<List<SourceText>> confirmed =
          ways.stream()
              .filter(
                  way -> way.stream().skip(sure).allMatch(item -> known.contains(key(item.text()))))
              .toList();
      return confirmed.size() == 1 ? Optional.of(confirmed.get(0)) : Optional.empty();
    }

    private List<SourceText> items(List<Cut> cuts) {
      List<SourceText> items = new ArrayList<>();
      for (int piece = 0; piece <= cuts.size(); piece++) {
        Enclosures.item(text, start(cuts, piece), end(cuts, piece)).ifPresent(items::add);
      }
      return items;
    }

    private int start(List<Cut> cuts, int piece) {
      return piece == 0 ? from : cuts.get(piece - 1).end();
    }

    private int end(List<Cut> cuts, int piece) {
      return piece == cuts.size() ? to : cuts.get(piece).start();
    }

    // --- where it may be cut --------------------------------------------------------------------

    /** The commas, and behind the last of them each "and". */
    private List<Cut> cuts() {
      String plain = text.text();
      BitSet enclosed = Enclosures.in(plain, from, to);
      encloseSingle(plain, enclosed);
      List<Cut> cuts = new ArrayList<>();
      boolean joined = false;
      for (int at = from; at < to; at++) {
        if (!enclosed.get(at) && endsItem(plain, at)) {
          int blank = at + 1 < to && plain.charAt(at + 1) == ' ' ? at + 2 : at + 1;
          int join = joinEnd(plain, blank, to);
          joined = join >= 0;
          cuts.add(new Cut(plain.charAt(at) == ',' ? at : at + 1, joined ? join : at + 1, true));
        }
      }
      if (!joined) {
        addJoins(cuts, plain, enclosed);
      }
      return cuts;
    }

    /** What stands in single quotes, where the first of them cannot be an apostrophe. */
    private void encloseSingle(String plain, BitSet enclosed) {
      for (int at = plain.indexOf('\'', from);
          at >= 0 && at < to;
          at = plain.indexOf('\'', at + 1)) {
        int close = at;
        if (text.source(at, at + 1).text().equals("‘")) {
          do {
            close = plain.indexOf('\'', close + 1);
          } while (close > 0 && close + 1 < to && Character.isLetter(plain.charAt(close + 1)));
        }
        if (close > at && close < to) {
          enclosed.set(at, close);
          at = close;
        }
      }
    }

    /** A comma, but not that of a number; or a quote that ends behind its comma. */
    private boolean endsItem(String plain, int at) {
      if (plain.charAt(at) == ',') {
        return at == from
            || at + 1 >= to
            || !Digits.is(plain.charAt(at - 1))
            || !Digits.is(plain.charAt(at + 1));
      }
      return plain.charAt(at) == '"' && at > from && plain.charAt(at - 1) == ',' && at + 1 < to;
    }

    private void addJoins(List<Cut> cuts, String plain, BitSet enclosed) {
      int blank = plain.indexOf(' ', start(cuts, cuts.size()));
      while (blank >= 0 && blank < to) {
        int end = joinEnd(plain, blank + 1, to);
        if (end == to) {
          return;
        }
        boolean leads =
            end >= 0 && Enclosures.item(text, start(cuts, cuts.size()), blank).isPresent();
        if (leads && !enclosed.get(blank)) {
          cuts.add(new Cut(blank, end, false));
        }
        blank = plain.indexOf(' ', end < 0 ? blank + 1 : end - 1);
      }
    }

    /** One "and" alone parts the last two items; where there are more, any of them may. */
    private List<List<Cut>> withOneJoin(List<Cut> cuts) {
      int commas = (int) cuts.stream().takeWhile(Cut::comma).count();
      if (cuts.size() - commas < 2 || areListed(cuts, commas, cuts.size())) {
        return List.of(cuts);
      }
      List<List<Cut>> ways = new ArrayList<>();
      for (Cut join : cuts.subList(commas, cuts.size())) {
        ways.add(Stream.concat(cuts.stream().limit(commas), Stream.of(join)).toList());
      }
      return ways;
    }

    // --- what lists of the page have as one item ------------------------------------------------

    /** The pieces from one to another that a list has as one item. */
    private record Whole(int first, int last) {
      boolean meets(Whole other) {
        return first <= other.last && other.first <= last;
      }

      boolean holds(Whole other) {
        return first <= other.first && other.last <= last;
      }
    }

    /** The cuts, without those within an item of a list; several where the lists do not agree. */
    private List<List<Cut>> cuttings(List<Cut> cuts) {
      List<Whole> wholes = wholes(cuts);
      if (wholes.isEmpty()) {
        return List.of(cuts);
      }
      List<Whole> firm = wholes.stream().filter(each -> isFirm(each, wholes, cuts)).toList();
      List<Whole> doubtful =
          wholes.stream()
              .filter(
                  each ->
                      !isFirm(each, wholes, cuts) && firm.stream().noneMatch(f -> f.holds(each)))
              .toList();
      List<List<Cut>> ways = new ArrayList<>();
      if (doubtful.stream().allMatch(each -> areListed(cuts, each.first(), each.last()))) {
        ways.add(without(cuts, firm));
      }
      for (Whole each : doubtful) {
        List<Whole> one = new ArrayList<>(firm);
        one.add(each);
        ways.add(without(cuts, one));
      }
      return ways;
    }

    private List<Whole> wholes(List<Cut> cuts) {
      List<Whole> wholes = new ArrayList<>();
      for (int first = 0; first < cuts.size(); first++) {
        for (int last = first + 1;
            last <= cuts.size() && end(cuts, last) - start(cuts, first) <= 2 * LONGEST_ITEM;
            last++) {
          if (isListed(cuts, first, last)) {
            wholes.add(new Whole(first, last));
          }
        }
      }
      return wholes;
    }

    private boolean isListed(List<Cut> cuts, int first, int last) {
      Optional<SourceText> item = Enclosures.item(text, start(cuts, first), end(cuts, last));
      return item.isPresent() && listed.all().contains(key(item.get().text()));
    }

    /** True if each of the pieces is an item of some list by itself. */
    private boolean areListed(List<Cut> cuts, int first, int last) {
      return IntStream.rangeClosed(first, last).allMatch(piece -> isListed(cuts, piece, piece));
    }

    private boolean isFirm(Whole each, List<Whole> all, List<Cut> cuts) {
      return !areListed(cuts, each.first(), each.last())
          && all.stream().noneMatch(other -> other.meets(each) && !each.holds(other));
    }

    private List<Cut> without(List<Cut> cuts, List<Whole> wholes) {
      List<Cut> kept = new ArrayList<>();
      for (int i = 0; i < cuts.size(); i++) {
        int at = i;
        if (wholes.stream().noneMatch(whole -> whole.first() <= at && at < whole.last())) {
          kept.add(cuts.get(i));
        }
      }
      return kept;
    }
  }
}
