package dev.unglue.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Changes a page in small ways, as editors, converters and broken transfers do. */
final class PageMutator {
  private static final int LONGEST = 1_500;
  private static final int MOST_REPEATS = 3_000;

  private final Random random;
  private final PageGrammar grammar;

  PageMutator(Random random, PageGrammar grammar) {
    this.random = random;
    this.grammar = grammar;
  }

  /**
   * The page, shortened where it is long, with one to four changes.
   *
   * @param other another page, of which a part may be joined to it
   */
  FuzzInput mutate(FuzzInput page, FuzzInput other) {
    String text = window(page.text());
    for (int i = random.nextInt(4); i >= 0; i--) {
      text = change(text, other);
    }
    return new FuzzInput(page.name() + ", changed", mediaType(page), text);
  }

  /** Its own type in most cases, else another. */
  private String mediaType(FuzzInput page) {
    return switch (random.nextInt(12)) {
      case 0 -> FuzzInput.HTML;
      case 1 -> FuzzInput.TEXT;
      case 2 -> FuzzInput.MARKDOWN;
      default -> page.mediaType();
    };
  }

  /** A stretch of lines of a long page, with its first lines, which name its subjects. */
  private String window(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int from = random.nextInt(text.length() - LONGEST / 2);
    int start = text.indexOf('\n', from) + 1;
    String part = text.substring(start, Math.min(text.length(), start + LONGEST / 2));
    return random.nextBoolean() ? text.substring(0, 300) + "\n" + part : part;
  }

  private String change(String text, FuzzInput other) {
    return switch (random.nextInt(14)) {
      case 0, 1 -> units(text, "\n");
      case 2 -> units(text, "\t");
      case 3 -> units(text, "|");
      case 4 -> units(text, "<");
      case 5 -> units(text, " ");
      case 6, 7 -> characters(text);
      case 8 -> repeat(text);
      case 9 -> insert(text, grammar.piece());
      case 10 -> cut(text);
      case 11 -> insert(text, stretch(other.text(), 400));
      case 12 -> respell(text);
      default -> bytes(text);
    };
  }

  /** Deletes, doubles or swaps parts that a mark ends: lines, cells, tags, words. */
  private String units(String text, String mark) {
    List<String> units = new ArrayList<>(Arrays.asList(text.split(quoted(mark), -1)));
    int at = random.nextInt(units.size());
    int to = random.nextInt(units.size());
    switch (random.nextInt(4)) {
      case 0 -> units.remove(at);
      case 1 -> units.add(to, units.get(at));
      case 2 -> units.set(at, units.set(to, units.get(at)));
      default -> units.set(at, "");
    }
    return String.join(mark, units);
  }

  private static String quoted(String mark) {
    return mark.equals("|") ? "\\|" : mark;
  }

  private String characters(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0 && changed.length() > 1; i--) {
      int at = random.nextInt(changed.length());
      switch (random.nextInt(3)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, changed.charAt(random.nextInt(changed.length())));
        default -> changed.setCharAt(at, changed.charAt(random.nextInt(changed.length())));
      }
    }
    return changed.toString();
  }

  /** A piece so many times: mostly few, seldom thousands. */
  private String repeat(String text) {
    int times = (int) Math.exp(random.nextDouble() * random.nextDouble() * Math.log(MOST_REPEATS));
    String piece = random.nextBoolean() ? grammar.piece() : stretch(text, 30);
    return insert(text, piece.repeat(Math.max(1, times)));
  }

  private String insert(String text, String piece) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + piece + text.substring(at);
  }

  private String stretch(String text, int longest) {
    int from = random.nextInt(text.length() + 1);
    return text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(longest)));
  }

  private String cut(String text) {
    int at = random.nextInt(text.length() + 1);
    return random.nextBoolean() ? text.substring(0, at) : text.substring(at);
  }

  /** Other case, other digits or other blanks in a stretch of the page. */
  private String respell(String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + 1 + random.nextInt(300));
    String part = text.substring(from, to);
    String spelt =
        switch (random.nextInt(6)) {
          case 0 -> part.toUpperCase(Locale.ROOT);
          case 1 -> part.toLowerCase(Locale.ROOT);
          case 2 -> part.replace(' ', '\u00a0');
          case 3 -> part.replace(" ", "");
          case 4 -> part.replace('1', '９').replace('2', '٢');
          default -> part.replace("-", "–").replace("\n", "\r\n");
        };
    return text.substring(0, from) + spelt + text.substring(to);
  }

  /** Random bytes within a stretch, decoded as they come. */
  private String bytes(String text) {
    byte[] some = new byte[1 + random.nextInt(12)];
    random.nextBytes(some);
    return insert(text, new String(some, StandardCharsets.UTF_8));
  }
}
