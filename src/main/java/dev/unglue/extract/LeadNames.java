package dev.unglue.extract;

import dev.unglue.extract.table.LinePair;
import dev.unglue.extract.table.NamedLists;
import dev.unglue.extract.table.label.SubjectNames;
import dev.unglue.extract.table.role.PageClues;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names of a title as the lines of a list or the cards have them, a part of each or with
 * brackets behind: {@code Brio 3 Plus vs Norwick Tavo} above {@code Brio: 9 kW}, {@code Tavo: 3
 * kW}.
 */
final class LeadNames {
  private static final int LONGEST = 40;
  private static final int FEWEST_ROWS = 2;

  /** Letters of the shortest beginning of a word, and of what it leaves out: {@code JS}. */
  private static final int FEWEST_LETTERS = 4;

  private static final int MOST_LEFT_OUT = 2;

  private final FoundPage page;
  private final List<String> keys;
  private final Set<String> words = new HashSet<>();

  private LeadNames(FoundPage page, List<String> named) {
    this.page = page;
    this.keys = named.stream().map(Subject::slugOf).toList();
    keys.forEach(key -> words.addAll(Arrays.asList(key.split("-", -1))));
  }

  /** The names so; absent where lists and cards have them as the title does, or have none. */
  static Optional<List<String>> of(FoundPage page, List<String> named) {
    LeadNames names = new LeadNames(page, named);
    List<SourceText> lines =
        page.lines().lines().stream()
            .filter(line -> !line.isBlank())
            .map(line -> LinePair.bareName(line.strip()))
            .toList();
    if (names.areHeads(lines)) {
      return Optional.empty();
    }
    List<String> leads = lines.stream().map(names::lead).toList();
    return names.ofLists(leads).or(() -> names.ofCards(lines));
  }

  /** True if the names stand on one line with nothing else, or each on a line of its own. */
  private boolean areHeads(List<SourceText> lines) {
    String together = String.join("-", keys);
    int longest = together.length() * 2;
    Set<String> alone = new HashSet<>();
    for (SourceText line : lines) {
      if (line.length() <= longest && mayBe(line.text())) {
        alone.add(Subject.slugOf(line.text()));
      }
    }
    return alone.contains(together)
        || alone.contains(String.join("-", reversed()))
        || alone.containsAll(keys);
  }

  private List<String> reversed() {
    List<String> reversed = new ArrayList<>(keys);
    Collections.reverse(reversed);
    return reversed;
  }

  /** False for nearly all lines: they begin with a letter that no word of the names has there. */
  private boolean mayBe(String line) {
    char first = line.isEmpty() ? 0 : Character.toLowerCase(line.charAt(0));
    return first >= 0x80
        || words.stream().anyMatch(word -> !word.isEmpty() && word.charAt(0) == first);
  }

  /** What stands before a colon if it is short; else nothing. */
  private String lead(SourceText line) {
    int colon = line.text().indexOf(':');
    boolean pair = colon > 0 && colon <= LONGEST && colon + 1 < line.length();
    return pair ? line.text().substring(0, colon).strip() : "";
  }

  /** The leads of lines that follow each other, one for each name, at least twice the same. */
  private Optional<List<String>> ofLists(List<String> leads) {
    Set<List<String>> seen = new HashSet<>();
    boolean again = false;
    for (int at = 0; at + keys.size() <= leads.size(); at++) {
      if (!leads.get(at).isEmpty()) {
        List<String> forms = forms(leads.subList(at, at + keys.size()));
        again |= !forms.isEmpty() && !seen.add(forms);
      }
    }
    return again && seen.size() == 1
        ? seen.stream().filter(forms -> !areTitles(forms)).findFirst()
        : Optional.empty();
  }

  /** The lines that hold such a form alone, if they are the names of cards. */
  private Optional<List<String>> ofCards(List<SourceText> lines) {
    List<String> heads =
        lines.stream()
            .filter(line -> line.length() <= LONGEST)
            .map(line -> LinePair.withoutColon(line).text())
            .filter(line -> nameOf(line) >= 0)
            .distinct()
            .toList();
    List<String> forms = heads.size() == keys.size() ? forms(heads) : List.of();
    return forms.isEmpty() || areTitles(forms) || !areCards(forms)
        ? Optional.empty()
        : Optional.of(forms);
  }

  private boolean areCards(List<String> forms) {
    PageClues clues = new PageClues(page.labels(), SubjectNames.of(forms), page.text());
    return NamedLists.cards(clues).size() >= FEWEST_ROWS;
  }

  private boolean areTitles(List<String> forms) {
    return forms.stream().map(Subject::slugOf).toList().equals(keys);
  }

  /**
   * The texts in the order of the names, if each is a form of another one of them; what all have in
   * brackets is no part of any: {@code Brio (price)}, {@code Tavo (price)}.
   */
  private List<String> forms(List<String> texts) {
    List<String> forms = new ArrayList<>(keys);
    Set<Integer> found = new HashSet<>();
    Set<String> added = new HashSet<>();
    for (String text : texts) {
      int name = nameOf(text);
      if (name < 0 || !found.add(name)) {
        return List.of(); // nearly all lines
      }
      forms.set(name, text);
      added.add(Subject.slugOf(text).replace(keys.get(name), ""));
    }
    return added.size() > 1 || added.contains("") ? forms : List.of();
  }

  /** The one name of which a text is a form; -1 if it is none, or one of several. */
  private int nameOf(String text) {
    if (text.isEmpty() || !Character.isLetter(text.charAt(0)) || !mayBe(text)) {
      return -1;
    }
    String form = Subject.slugOf(text);
    int bracket = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
    String bare = bracket > 0 ? Subject.slugOf(text.substring(0, bracket)) : form;
    List<Integer> like = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      if (isPart(form, key) || isWordOf(form, key) || bare.equals(key)) {
        like.add(i);
      }
    }
    return like.size() == 1 ? like.get(0) : -1;
  }

  private static boolean isWordOf(String form, String key) {
    return Arrays.stream(key.split("-", -1)).anyMatch(word -> isForm(form, word));
  }

  private static boolean isPart(String form, String key) {
    return ("-" + key + "-").contains("-" + form + "-");
  }

  /** True for a name, and for it without its last letters: {@code React} of {@code ReactJS}. */
  private static boolean isForm(String form, String key) {
    int left = key.length() - form.length();
    return key.equals(form)
        || (form.length() >= FEWEST_LETTERS && left <= MOST_LEFT_OUT && key.startsWith(form));
  }
}
