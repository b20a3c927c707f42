package dev.unglue.bench.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes comparison pages with known truth: single ones, or a batch in which each subject stands on
 * several pages with other partners.
 */
public final class PageGenerator {
  private static final double RELATED = 0.2;
  private static final List<String> RANKS =
      List.of("Senior ", "Head ", "Assistant ", "Lead ", "Junior ", "Adjunct ");

  private final NamePool pool;
  private final Sampler chance;
  private final Profiles profiles;
  private final Flaws flaws;

  /**
   * A generator of pages without flaws.
   *
   * @param pool the names that stand on the pages
   * @param random draws them; the same one gives the same pages
   */
  public PageGenerator(NamePool pool, RandomGenerator random) {
    this(pool, random, Flaws.NONE);
  }

  /**
   * A generator.
   *
   * @param pool the names that stand on the pages
   * @param random draws them; the same one gives the same pages
   * @param flaws what is wrong with the pages
   */
  public PageGenerator(NamePool pool, RandomGenerator random, Flaws flaws) {
    this.pool = pool;
    this.flaws = flaws;
    this.chance = new Sampler(random);
    this.profiles = new Profiles(pool, chance, flaws.disagreement());
  }

  /** So many pages by themselves. */
  public List<Comparison> pages(int count) {
    List<Comparison> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = chance.oneOf(pool.subjects());
      Profile left = drawn(name, Optional.empty());
      Profile right = drawn(partner(name), Optional.of(left));
      pages.add(chance.in(0.5) ? page(left, right) : page(right, left));
    }
    return pages;
  }

  private Profile drawn(String name, Optional<Profile> other) {
    Profile profile = profiles.draw(name, other);
    return flaws.emptyCells() > 0 ? profile.withEmptyCells(flaws.emptyCells(), chance) : profile;
  }

  /** A name beside which {@code name} may stand: now and then one that contains it. */
  private String partner(String name) {
    if (chance.in(RELATED)) {
      return chance.oneOf(RANKS) + name;
    }
    String other = chance.oneOf(pool.subjects());
    return other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
        ? RANKS.get(0) + name
        : other;
  }

  /**
   * A batch: {@code subjects} subjects, each with the same values on {@code pagesEach} pages.
   *
   * @param subjects how many subjects; more than {@code pagesEach}
   * @param pagesEach on how many pages each of them stands; an even number
   */
  public List<Comparison> batch(int subjects, int pagesEach) {
    if (pagesEach < 2 || pagesEach % 2 != 0 || subjects <= pagesEach) {
      throw new IllegalArgumentException(
          "expected an even number of pages for each of more subjects, found %d pages and %d subjects"
              .formatted(pagesEach, subjects));
    }
    List<Profile> all = new ArrayList<>();
    for (String name : names(subjects)) {
      Optional<Profile> other = all.isEmpty() ? Optional.empty() : Optional.of(chance.oneOf(all));
      all.add(profiles.draw(name, other));
    }
    List<Comparison> pages = new ArrayList<>();
    for (int step = 1; step <= pagesEach / 2; step++) {
      for (int i = 0; i < subjects; i++) {
        pages.add(page(all.get(i), all.get((i + step) % subjects)));
      }
    }
    return pages;
  }

  /** Different names, those of the pool first, then with a rank before them. */
  private List<String> names(int count) {
    List<String> names = new ArrayList<>(pool.subjects());
    for (String rank : RANKS) {
      pool.subjects().forEach(name -> names.add(rank + name));
    }
    if (names.size() < count) {
      throw new IllegalArgumentException(
          "expected at most %d subjects, found %d; give more names".formatted(names.size(), count));
    }
    for (int i = names.size() - 1; i > 0; i--) {
      Collections.swap(names, i, chance.random().nextInt(i + 1));
    }
    return names.subList(0, count);
  }

  private Comparison page(Profile left, Profile right) {
    return new Comparison(
        left, right, Prose.write(profiles.quoted(left), profiles.quoted(right), chance));
  }
}
