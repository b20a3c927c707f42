package dev.unglue.fuzz;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.Settings;
import dev.unglue.fuzz.PageCheck.Broken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Whatever the page: every reader gives an answer, proves it, gives the same one again and accounts
 * for each row. Each half of the pages is a test class, so that two processors read them.
 *
 * <p>{@code -Dfuzz.inputs=N} reads so many pages instead of 20,000, {@code -Dfuzz.seed=S} others; a
 * message names the seed and the number of a page that breaks a rule, and the smallest page that
 * was found to break it, too. The same seed gives the same pages on every machine that has the same
 * samples and shared pages.
 */
final class Fuzz {
  private static final int INPUTS = Integer.getInteger("fuzz.inputs", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20261129);

  /** One page in so many is read with a catalogue of another field. */
  private static final int OTHER_FIELD = 8;

  /** One page in so many is read again, and by another parser. */
  private static final int AGAIN = 10;

  /** One page in so many is made by the grammar; the others are pages that there are, changed. */
  private static final int GRAMMAR = 2;

  /** So many pages in a row belong to one half. */
  private static final int IN_A_ROW = 10;

  private static final int MOST_TOLD = 12;

  private final Settings own = ConfigFolder.load(Path.of("config"));
  private final Settings phones = ConfigFolder.load(Path.of("config/examples/phones"));
  private final List<String> labels = List.copyOf(own.catalogue().byLabel().keySet());
  private final List<FuzzInput> corpus = new ArrayList<>();

  Fuzz() {
    corpus.addAll(PageCorpus.samples());
    corpus.addAll(PageCorpus.fixtures());
    corpus.addAll(PageCorpus.generated(own.catalogue(), 4));
    corpus.addAll(PageCorpus.shared());
  }

  /**
   * The rules that pages of one half break, with the smallest page of each.
   *
   * @param half 0 or 1
   */
  Collection<String> broken(int half) {
    PageCheck check = new PageCheck(own);
    PageCheck other = new PageCheck(phones);
    Map<String, String> broken = new TreeMap<>();
    for (int i = 0; i < INPUTS && broken.size() < MOST_TOLD; i++) {
      if (i / IN_A_ROW % 2 != half) {
        continue;
      }
      int number = i;
      FuzzInput input = input(number);
      PageCheck used = number % OTHER_FIELD == 0 ? other : check;
      Optional<Broken> rule = used.broken(input);
      if (rule.isEmpty() && number % AGAIN == 1) {
        rule = used.changed(input);
      }
      rule.ifPresent(
          found ->
              broken.computeIfAbsent(
                  input.mediaType() + ": " + found.rule(),
                  key -> told(number, input, found, used)));
    }
    return broken.values();
  }

  /** The page of that number: the same for the same seed, whatever came before. */
  private FuzzInput input(int number) {
    Random random = new Random(SEED * 1_000_003 + number);
    PageGrammar grammar = new PageGrammar(random, labels);
    PageMutator mutator = new PageMutator(random, grammar);
    FuzzInput other = corpus.get(random.nextInt(corpus.size()));
    if (number % GRAMMAR == 0) {
      FuzzInput made = grammar.page();
      return random.nextInt(3) == 0 ? mutator.mutate(made, other) : made;
    }
    return mutator.mutate(corpus.get(random.nextInt(corpus.size())), other);
  }

  private static String told(int number, FuzzInput input, Broken rule, PageCheck check) {
    InputShrinker shrinker =
        new InputShrinker(text -> breaks(input.with(text), rule.rule(), check));
    FuzzInput smallest = input.with(shrinker.shrink(input.text()));
    Optional<Broken> still = check.broken(smallest);
    return "seed %d, page %d (%s, %s) breaks the rule \"%s\": %s%nsmallest page: \"%s\""
        .formatted(
            SEED,
            number,
            input.name(),
            input.mediaType(),
            rule.rule(),
            still.orElse(rule).detail(),
            escaped(smallest.text()));
  }

  private static boolean breaks(FuzzInput input, String rule, PageCheck check) {
    return check.broken(input).filter(broken -> broken.rule().equals(rule)).isPresent();
  }

  /** As a Java literal has it, so that it can be made a test. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> escaped.append("\\n");
        case '\t' -> escaped.append("\\t");
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        default ->
            escaped.append(c < ' ' || c > 0x24f ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return escaped.toString();
  }
}
