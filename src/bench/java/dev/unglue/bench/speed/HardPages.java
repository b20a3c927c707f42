package dev.unglue.bench.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pages that cost most for their length, reader by reader: what fuzzing and mutation found, and
 * what each reader looks at most often. Each is a line or a piece that is repeated until the page
 * is as long as wanted.
 */
public final class HardPages {
  private static final String TITLE = "Teller vs Cook\n\n";
  private static final long SEED = 20261130;
  private static final String EIGHT = "Ash vs Bay vs Cod vs Dot vs Elm vs Fig vs Gum vs Hop\n\n";

  private HardPages() {}

  /** All kinds, each about so many characters long. */
  public static List<SpeedPage> all(int characters) {
    List<SpeedPage> pages = new ArrayList<>();
    Function<String, String> to = piece -> piece.repeat(Math.max(1, characters / piece.length()));
    text(pages, "known rows of many digits", rows(characters, i -> "Number of jobs" + digits(i)));
    text(pages, "known rows of names without end", rows(characters, i -> company(i, 60)));
    text(pages, "unknown rows of many cut points", rows(characters, i -> "Weight" + mixed(i)));
    text(pages, "unknown rows of long numbers", rows(characters, i -> "Weight" + digits(i)));
    text(pages, "unknown rows of words", rows(characters, i -> "Weight " + words(i)));
    pages.add(
        new SpeedPage(
            "eight subjects, random capitals",
            SpeedPage.TEXT,
            EIGHT + "AshBayCodDotElmFigGumHop\n" + lines(characters, i -> company(i, 90))));
    text(pages, "a list of numbers joined by blanks", lines(characters, i -> "Item " + numbers(i)));
    text(
        pages,
        "short lists of many signs",
        to.apply("ope=\"c>\n<pe=l\">Na>\n<t\"\"g_f_z6pF_f2\" w=\"f90>()n><d>\nd>0<d>\n<1\n\n"));
    text(pages, "one cell a line, labels only", to.apply("Average age\nHourly rate\n"));
    text(pages, "pipe rows", "| Teller | Cook | |\n" + to.apply("| Hourly rate | $4 | $5 |\n"));
    text(pages, "a pipe row of many columns", columns(characters));
    text(pages, "tab rows", "\tTeller\tCook\n" + to.apply("Hourly rate\t$4\t$5\n"));
    text(pages, "titles", to.apply("Teller vs Cook: which to be? | A - B\n"));
    text(pages, "one sentence of many forms", to.apply("it takes 2-4 years to become a teller, "));
    text(pages, "sentences of many forms", to.apply("A teller earns $4 a year, 5% more. "));
    text(pages, "list items", to.apply("- Cash handling, 4%\n"));
    for (String piece : List.of("> ", "[1]", "*", "[a](b)", "(", "a vs ", "a, ", "word ")) {
      text(pages, "`%s` without end".formatted(piece.strip()), to.apply(piece));
    }
    html(pages, "tables in tables", to.apply("<table><tr><td>a<td>b"));
    html(pages, "an HTML row of many columns", "<table><tr>" + to.apply("<td>4<td>5"));
    html(
        pages,
        "HTML rows",
        "<table><tr><th><th>Teller<th>Cook" + to.apply("<tr><td>Pay<td>4<td>5"));
    html(pages, "cells over many rows", "<table>" + to.apply("<tr><td rowspan=65534>a<td>4"));
    html(pages, "cells over many columns", "<table>" + to.apply("<tr><td colspan=1000>a<td>4"));
    html(pages, "elements in elements", to.apply("<div><ul><li>a <b>b "));
    html(pages, "links", to.apply("<a href=\"/jobs/cook\">Cook vs Teller</a> "));
    return List.copyOf(pages);
  }

  /** The one of that name. */
  public static SpeedPage named(String name, int characters) {
    return all(characters).stream()
        .filter(page -> page.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void text(List<SpeedPage> pages, String name, String body) {
    pages.add(new SpeedPage(name, SpeedPage.TEXT, TITLE + body + "\n"));
  }

  private static void html(List<SpeedPage> pages, String name, String body) {
    pages.add(new SpeedPage(name, SpeedPage.HTML, "<h1>Teller vs Cook</h1>" + body));
  }

  /** Rows below a header that the title confirms. */
  private static String rows(int characters, IntFunction<String> row) {
    return "TellerCook\n" + lines(characters, row);
  }

  private static String lines(int characters, IntFunction<String> row) {
    StringBuilder page = new StringBuilder();
    for (int i = 0; page.length() < characters; i++) {
      page.append(row.apply(i)).append('\n');
    }
    return page.toString();
  }

  private static String columns(int characters) {
    int columns = Math.max(3, characters / 16);
    return "|"
        + IntStream.range(0, columns).mapToObj(i -> " c" + i).collect(Collectors.joining(" |"))
        + " |\n|"
        + "---|".repeat(columns)
        + "\n|"
        + IntStream.range(0, columns).mapToObj(i -> " 4" + i).collect(Collectors.joining(" |"))
        + " |\n";
  }

  private static String company(int row, int length) {
    Random random = new Random(SEED + row);
    StringBuilder name = new StringBuilder("Best paying company");
    for (int i = 0; i < length; i++) {
      char letter = (char) ('a' + random.nextInt(26));
      name.append(random.nextInt(3) == 0 ? Character.toUpperCase(letter) : letter);
    }
    return name.toString();
  }

  private static String mixed(int row) {
    Random random = new Random(SEED + row);
    return IntStream.range(0, 40)
        .mapToObj(i -> "" + (char) ('A' + random.nextInt(26)) + (char) ('a' + i % 26) + i % 10)
        .collect(Collectors.joining());
  }

  private static String digits(int row) {
    Random random = new Random(SEED + row);
    return IntStream.range(0, 60)
        .mapToObj(i -> "" + random.nextInt(10))
        .collect(Collectors.joining());
  }

  private static String numbers(int row) {
    Random random = new Random(SEED + row);
    return IntStream.range(0, 12)
        .mapToObj(i -> "" + random.nextInt(1_000))
        .collect(Collectors.joining(" "));
  }

  private static String words(int row) {
    Random random = new Random(SEED + row);
    return IntStream.range(0, 30)
        .mapToObj(i -> (random.nextBoolean() ? "Ab" : "ab") + (char) ('a' + random.nextInt(26)))
        .collect(Collectors.joining(" "));
  }
}
