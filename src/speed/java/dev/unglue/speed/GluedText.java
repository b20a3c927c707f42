package dev.unglue.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Glued tables for the benchmarks: text whose cells have run together, drawn from a seed. */
final class GluedText {
  private static final List<String> PLACES =
      List.of("Dayton, OH", "Salem, OR", "Provo, UT", "Fargo, ND", "Macon, GA", "Tyler, TX");
  private static final List<String> COMPANIES =
      List.of("Accenture", "Wells Fargo", "Deloitte", "IBM", "Citi", "UnitedHealth Group");
  private static final List<String> STATES =
      List.of("Ohio", "Oregon", "Utah", "North Dakota", "Georgia", "Texas");

  private GluedText() {}

  /** Tables of numbers only: money, percent, counts, ratings, ages. */
  static String numbers(int tables) {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>(List.of(title(), ""));
    for (int i = 0; i < tables; i++) {
      lines.add(header());
      lines.add("Yearly salary" + salary(random) + salary(random));
      lines.add("Hourly rate" + hourly(random) + hourly(random));
      lines.add("Growth rate" + growth(random) + growth(random));
      lines.add("Number of jobs" + count(random) + count(random));
      lines.add("Job satisfaction-" + (1 + random.nextInt(4)) + ".5");
      lines.add("Average age" + age(random) + age(random));
      lines.add("LGBT Percentage" + share(random) + "%" + share(random) + "%");
      lines.add("");
    }
    return String.join("\n", lines);
  }

  /** Tables of names only. */
  static String names(int tables) {
    Random random = new Random(2);
    List<String> lines = new ArrayList<>(List.of(title(), ""));
    for (int i = 0; i < tables; i++) {
      lines.add(header());
      lines.add("Highest paying city" + one(PLACES, random) + one(PLACES, random));
      lines.add("Highest paying state" + one(STATES, random) + one(STATES, random));
      lines.add("Best paying company" + one(COMPANIES, random) + one(COMPANIES, random));
      lines.add("");
    }
    return String.join("\n", lines);
  }

  private static String title() {
    return "Line Cook vs Pastry Chef";
  }

  private static String header() {
    return "Line CookPastry Chef";
  }

  private static String salary(Random random) {
    return "$%d,%03d".formatted(20 + random.nextInt(100), random.nextInt(1000));
  }

  private static String hourly(Random random) {
    return "$%d.%02d".formatted(10 + random.nextInt(60), random.nextInt(100));
  }

  private static String growth(Random random) {
    return (random.nextBoolean() ? "-" : "") + (1 + random.nextInt(20)) + "%";
  }

  private static String count(Random random) {
    return "%d,%03d".formatted(1 + random.nextInt(300), random.nextInt(1000));
  }

  private static int age(Random random) {
    return 20 + random.nextInt(40);
  }

  private static int share(Random random) {
    return 1 + random.nextInt(20);
  }

  private static String one(List<String> names, Random random) {
    return names.get(random.nextInt(names.size()));
  }
}
