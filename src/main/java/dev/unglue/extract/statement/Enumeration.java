package dev.unglue.extract.statement;

import dev.unglue.model.field.Words;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts {@code a, b and c} into its items, with and without quotes and a comma before "and". Nothing
 * is cut within brackets or quotes, nor within what a list of the page has as one item.
 */
final class Enumeration {
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]{1,200})\"");
  private static final int LONGEST_ITEM = 80;
  private static final String ENDINGS = " .,;:\"'";

  private final Pattern join;
  private final Pattern leadingJoin;
  private final Pattern joint;

  Enumeration(Words words) {
    String joins = Words.any(words.joins());
    this.join = Pattern.compile(" " + joins + " ", Pattern.CASE_INSENSITIVE);
    this.leadingJoin = Pattern.compile(" ?" + joins + " ", Pattern.CASE_INSENSITIVE);
    this.joint = Pattern.compile(",? ?(?:" + joins + " )?", Pattern.CASE_INSENSITIVE);
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
      int shortest = ways.stream().mapToInt(List::size).min().orElse(0);
      int shared = 0;
      while (shared < shortest && isSame(ways, shared)) {
        shared++;
      }
      int from = shared;
      return new Reading(
          first.subList(0, from), ways.stream().map(way -> way.subList(from, way.size())).toList());
    }

    private static boolean isSame(List<List<SourceText>> ways, int at) {
      return ways.stream().allMatch(way -> way.get(at).equals(ways.get(0).get(at)));
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
    boolean odd =
        ways.stream().flatMap(List::stream).anyMatch(item -> item.length() > LONGEST_ITEM);
    return odd ? new Reading(List.of(), List.of()) : Reading.of(ways);
  }

  /** The items where each of them stands in quotes; empty where anything stands outside. */
  private List<SourceText> quoted(MaskedText text, int from, int to) {
    List<SourceText> items = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text.text()).region(from, to);
    Matcher between = joint.matcher(text.text());
    int last = from;
    while (quoted.find()) {
      if (!between.region(last, quoted.start()).matches()) {
        return List.of();
      }
      item(text, quoted.start(1), quoted.end(1)).ifPresent(items::add);
      last = quoted.end();
    }
    return text.text().substring(last, to).isBlank() ? items : List.of();
  }

  private static Optional<SourceText> item(MaskedText text, int from, int to) {
    String plain = text.text();
    int start = from;
    int end = to;
    while (start < end
        && ENDINGS.indexOf(plain.charAt(start)) >= 0
        && !isDotName(plain, start)
        && !opens(plain, start, end)) {
      start++;
    }
    while (end > start
        && ENDINGS.indexOf(plain.charAt(end - 1)) >= 0
        && !closes(plain, start, end)) {
      end--;
    }
    return end > start ? Optional.of(text.source(start, end)) : Optional.empty();
  }

  /** {@code .NET} keeps its dot. */
  private static boolean isDotName(String text, int at) {
    return text.charAt(at) == '.'
        && at + 1 < text.length()
        && Character.isLetter(text.charAt(at + 1));
  }

  /** The first quote of {@code "hot" dishes} belongs to a quote within the item. */
  private static boolean opens(String text, int start, int end) {
    char quote = text.charAt(start);
    int close = quote == '"' || quote == '\'' ? text.indexOf(quote, start + 1) : -1;
    for (int at = close + 1; close > 0 && at < end; at++) {
      if (Character.isLetterOrDigit(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  /** The last quote of {@code so-called "hot" dishes} belongs to a quote within the item. */
  private static boolean closes(String text, int start, int end) {
    int first = text.indexOf('"', start);
    return text.charAt(end - 1) == '"' && first < end - 1;
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
      List<Cut> cuts = cuts();
      List<List<SourceText>> ways =
          cuttings(cuts).stream()
              .flatMap(way -> withOneJoin(way).stream())
              .distinct()
              .map(this::items)
              .toList();
      return confirmed(ways, listed.own()::contains)
          .or(() -> confirmed(ways, listed.all()::contains))
          .map(List::of)
          .orElse(ways);
    }

    private Optional<List<SourceText>> confirmed(
        List<List<SourceText>> ways, Predicate<String> known) {
      List<List<SourceText>> confirmed =
          Reading.of(ways).tails().stream()
              .filter(tail -> tail.stream().allMatch(item -> known.test(key(item.text()))))
              .toList();
      if (confirmed.size() != 1) {
        return Optional.empty();
      }
      List<SourceText> tail = confirmed.get(0);
      return ways.stream()
          .filter(way -> way.subList(way.size() - tail.size(), way.size()).equals(tail))
          .findFirst();
    }

    private List<SourceText> items(List<Cut> cuts) {
      List<SourceText> items = new ArrayList<>();
      for (int piece = 0; piece <= cuts.size(); piece++) {
        item(text, start(cuts, piece), end(cuts, piece)).ifPresent(items::add);
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
      Matcher leading = leadingJoin.matcher(plain);
      boolean joined = false;
      for (int at = from; at < to; at++) {
        if (!enclosed.get(at) && endsItem(plain, at)) {
          joined = leading.region(at + 1, to).lookingAt();
          cuts.add(
              new Cut(
                  plain.charAt(at) == ',' ? at : at + 1, joined ? leading.end() : at + 1, true));
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
      Matcher and =
          join.matcher(plain).region(cuts.isEmpty() ? from : cuts.get(cuts.size() - 1).end(), to);
      for (int at = and.regionStart();
          and.region(at, to).find() && and.end() < to;
          at = and.end() - 1) {
        boolean leads =
            item(text, cuts.isEmpty() ? from : cuts.get(cuts.size() - 1).end(), and.start())
                .isPresent();
        if (leads && !enclosed.get(and.start())) {
          cuts.add(new Cut(and.start(), and.end(), false));
        }
      }
    }

    /** One "and" alone parts the last two items; where there are more, any of them may. */
    private List<List<Cut>> withOneJoin(List<Cut> cuts) {
      List<Cut> joins = cuts.stream().filter(cut -> !cut.comma()).toList();
      int tail = cuts.size() - joins.size();
      if (joins.size() < 2 || areListed(cuts, tail, cuts.size())) {
        return List.of(cuts);
      }
      return joins.stream()
          .map(one -> cuts.stream().filter(cut -> cut.comma() || cut.equals(one)).toList())
          .toList();
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
      return item(text, start(cuts, first), end(cuts, last))
          .filter(item -> listed.all().contains(key(item.text())))
          .isPresent();
    }

    /** True if each of the pieces is an item of some list by itself. */
    private boolean areListed(List<Cut> cuts, int first, int last) {
      for (int piece = first; piece <= last; piece++) {
        if (!isListed(cuts, piece, piece)) {
          return false;
        }
      }
      return true;
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
