package dev.unglue.model.field;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The small words of a language that a {@link Template} is built from; all lower case, compared
 * without regard to case.
 *
 * @param articles what may stand before a name: {@code a, an, the, both}; two may stand together
 * @param joins what stands before the last part of an enumeration: {@code and}
 * @param versus what stands between the names in a title: {@code vs, vs., versus}
 * @param pronouns what stands for the subject of the sentence before: {@code they}
 * @param plus words for more: {@code more, higher}
 * @param minus words for less: {@code less, lower}
 * @param currency signs before an amount: {@code $}
 * @param months names of the twelve months, January first; a date may shorten them to three letters
 * @param units words for a length of time, with their number of months: {@code year} is 12
 * @param numbers numbers as words: {@code two} is 2
 * @param ranges what stands between the ends of a range: {@code to, and}; a dash always may
 * @param atLeast what makes a length a lower limit: {@code at least, more than}
 * @param atMost what makes a length an upper limit: {@code up to, less than}
 * @param abbreviations words whose full stop ends no sentence, without that full stop
 */
public record Words(
    List<String> articles,
    List<String> joins,
    List<String> versus,
    List<String> pronouns,
    List<String> plus,
    List<String> minus,
    List<String> currency,
    List<String> months,
    Map<String, Integer> units,
    Map<String, Integer> numbers,
    List<String> ranges,
    List<String> atLeast,
    List<String> atMost,
    List<String> abbreviations) {
  /** The expression of one of some words, the longest first; of nothing where there are none. */
  public static String any(Collection<String> some) {
    if (some.isEmpty()) {
      return "(?!)";
    }
    return some.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** Copies the collections. */
  public Words {
    articles = List.copyOf(articles);
    joins = List.copyOf(joins);
    versus = List.copyOf(versus);
    pronouns = List.copyOf(pronouns);
    plus = List.copyOf(plus);
    minus = List.copyOf(minus);
    currency = List.copyOf(currency);
    months = List.copyOf(months);
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    ranges = List.copyOf(ranges);
    atLeast = List.copyOf(atLeast);
    atMost = List.copyOf(atMost);
    abbreviations = List.copyOf(abbreviations);
  }

  /** The same, with the words of {@code shipped} that titles need where there are none. */
  public Words withTitleWords(Words shipped) {
    return new Words(
        articles.isEmpty() ? shipped.articles : articles,
        joins.isEmpty() ? shipped.joins : joins,
        versus.isEmpty() ? shipped.versus : versus,
        pronouns,
        plus,
        minus,
        currency,
        months,
        units,
        numbers,
        ranges,
        atLeast,
        atMost,
        abbreviations);
  }

  /** Words for more or less. */
  List<String> signs() {
    return Stream.concat(plus.stream(), minus.stream()).toList();
  }
}
