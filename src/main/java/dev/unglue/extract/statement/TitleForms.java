package dev.unglue.extract.statement;

import dev.unglue.model.field.NameJoins;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one line, or one part of an address, as a title. The names in it end where their words do:
 * before and behind them may stand what a dash, a bar or a colon parts from them ({@code Camera
 * test: A vs B | Site}). A name may hold such marks itself, so that all ways are given.
 */
final class TitleForms {
  /** A line of more parts is no title. */
  private static final int MOST_PARTS = 8;

  /** Fewer parts are a name and a site, or a menu. */
  private static final int FEWEST_PARTS = 3;

  /** Longer ones are no names but sentences. */
  private static final int MOST_WORDS = 10;

  private final List<String> articles;
  private final Pattern versus;
  private final Pattern joins;

  TitleForms(StatementForms forms) {
    this.articles = forms.words().articles();
    this.versus =
        Pattern.compile(" " + Words.any(forms.words().versus()) + " ", Pattern.CASE_INSENSITIVE);
    this.joins =
        Pattern.compile("(,?) " + Words.any(forms.words().joins()) + " ", Pattern.CASE_INSENSITIVE);
  }

  /**
   * A way to read a title.
   *
   * @param names whom it names
   * @param parts of how many of the title's parts it is made
   * @param doubtful true if it holds only where the page confirms it
   */
  record Title(List<String> names, int parts, boolean doubtful) {
    Title {
      names = List.copyOf(names);
    }

    List<String> slugs() {
      return names.stream().map(Subject::slugOf).toList();
    }

    boolean isProfile() {
      return names.size() == 1;
    }

    /** The same, which the page has to confirm. */
    Title inDoubt() {
      return new Title(names, parts, true);
    }

    /** Of all its names, in characters. */
    int length() {
      return names.stream().mapToInt(String::length).sum();
    }
  }

  /**
   * All ways to read a line as a title that names several subjects, those of the fewest parts
   * first.
   */
  List<Title> several(MaskedText line, List<Template> forms) {
    int open = line.text().indexOf(" (") + 2;
    int close = line.text().length() - 1;
    if (open > 1
        && line.text().indexOf(')') == close
        && versus.matcher(line.text()).region(open, close).find()) {
      return several(line.part(open, close), forms); // "Key facts (A vs B)"
    }
    List<int[]> parts = parts(line.text());
    if (parts.size() > MOST_PARTS) {
      return List.of();
    }
    Map<List<String>, Title> titles = new LinkedHashMap<>();
    for (int length = 1; length <= parts.size(); length++) {
      for (int first = 0; first + length <= parts.size(); first++) {
        MaskedText run = line.part(parts.get(first)[0], parts.get(first + length - 1)[1]);
        for (Title title : titles(run, forms, length, title -> !title.isProfile())) {
          titles.putIfAbsent(title.slugs(), title);
        }
      }
    }
    return List.copyOf(titles.values());
  }

  /**
   * The parts of a title that may be lists of names, two at least: cut at all joins, and behind
   * these with one name that has a join of its own, which is in doubt, as is a heading that is a
   * list of parts.
   */
  List<Title> lists(String title, boolean heading) {
    List<Title> lists = new ArrayList<>();
    List<int[]> parts = parts(title);
    for (int several = parts.size(); heading && several >= FEWEST_PARTS; several--) {
      Stream<int[]> first = parts.stream().limit(several);
      lists.add(new Title(first.map(p -> title.substring(p[0], p[1]).strip()).toList(), 1, true));
    }
    for (int[] part : parts) {
      String text = title.substring(part[0], part[1]).replaceFirst("[?!.:\\s]++$", "").strip();
      List<MatchResult> joins = NameJoins.in(text);
      for (int kept = -1; kept < joins.size() && joins.size() <= MOST_PARTS; kept++) {
        lists.add(new Title(names(text, joins, kept), 1, kept >= 0));
      }
    }
    lists.removeIf(list -> list.isProfile() || !isWhole(list));
    return lists;
  }

  private List<String> names(String text, List<MatchResult> joins, int kept) {
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < joins.size(); i++) {
      if (i != kept) {
        names.add(withoutArticle(text.substring(from, joins.get(i).start()).strip()));
        from = joins.get(i).end();
      }
    }
    names.add(withoutArticle(text.substring(from).strip()));
    return names;
  }

  /** The title as one that names the one subject of a page. */
  Optional<Title> one(MaskedText line, List<Template> forms) {
    return titles(line, forms, 1, Title::isProfile).stream().findFirst();
  }

  /** What the first form says that fits, and names as many as wanted. */
  private List<Title> titles(
      MaskedText text, List<Template> forms, int parts, Predicate<Title> wanted) {
    for (Template form : forms) {
      Optional<Match> match = Match.whole(form, text);
      if (match.isPresent()) {
        List<Title> titles = namings(form, match.get(), parts).filter(wanted).toList();
        if (!titles.isEmpty()) {
          return titles;
        }
      }
    }
    return List.of();
  }

  /**
   * Which of the ways to read a title is meant where the page tells nothing: the one of the fewest
   * parts. Names that begin alike keep what they begin with: {@code Fable: One vs Fable: Two}.
   */
  static Optional<Title> usual(List<Title> titles) {
    Optional<Title> alike = titles.stream().filter(TitleForms::beginAlike).findFirst();
    List<Title> plain = titles.stream().filter(title -> !title.doubtful()).toList();
    int fewest = plain.stream().mapToInt(Title::parts).min().orElse(0);
    List<Title> shortest = plain.stream().filter(title -> title.parts() == fewest).toList();
    return alike.or(() -> shortest.size() == 1 ? Optional.of(shortest.get(0)) : Optional.empty());
  }

  private static boolean beginAlike(Title title) {
    String first = title.names().get(0);
    int colon = first.indexOf(": ");
    return colon > 0
        && title.names().stream().allMatch(name -> name.startsWith(first.substring(0, colon + 2)));
  }

  // --- parts ----------------------------------------------------------------------------------

  /** Where the parts of a title stand between the marks that part them. */
  private static List<int[]> parts(String title) {
    List<int[]> parts = new ArrayList<>();
    int from = 0;
    for (int at = 1; at + 1 < title.length() && parts.size() <= MOST_PARTS; at++) {
      if (title.charAt(at + 1) == ' ' && parts(title, at)) {
        parts.add(new int[] {from, at});
        from = at + 1;
      }
    }
    parts.add(new int[] {from, title.length()});
    return parts;
  }

  /** True for a mark before a blank that parts what is before it from what follows. */
  private static boolean parts(String title, int at) {
    return switch (title.charAt(at)) {
      case ':', '?', '!' -> true;
      case '-', '–', '—', '|', '·', '•', '»', '›' -> title.charAt(at - 1) == ' ';
      default -> false;
    };
  }

  // --- names ----------------------------------------------------------------------------------

  private Stream<Title> namings(Template form, Match match, int parts) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Template.Type> slot : form.slots().entrySet()) {
      String text = match.source(slot.getKey()).map(Values::clean).orElse("");
      switch (slot.getValue()) {
        case VERSUS -> names.addAll(versus.splitAsStream(text).map(String::strip).toList());
        case PAIR -> {
          return pairs(text, parts).filter(this::isWhole);
        }
        case NAME, NEW -> names.add(withoutArticle(text));
        default -> {
          // Other placeholders of a title say nothing of its names.
        }
      }
    }
    boolean listed =
        names.size() > 1
            && form.slots().containsValue(Template.Type.NAME)
            && names.stream().anyMatch(name -> name.contains(", "));
    return Stream.of(new Title(names, parts, listed)).filter(this::isWhole);
  }

  private boolean isWhole(Title title) {
    return title.names().stream().allMatch(this::canBeName);
  }

  private boolean canBeName(String name) {
    return name.codePoints().anyMatch(Character::isLetterOrDigit)
        && name.codePoints().filter(c -> c == ' ').count() < MOST_WORDS
        && !versus.matcher(" " + name + " ").lookingAt();
  }

  /**
   * {@code a and b}, {@code a, b and c}. A name may hold a comma or an "and" too, so that only
   * where there is one "and" and no comma before it, or one behind a comma, nothing is in doubt.
   */
  private Stream<Title> pairs(String text, int parts) {
    List<Title> titles = new ArrayList<>();
    Matcher and = joins.matcher(text);
    while (and.find()) {
      String before = text.substring(0, and.start());
      String after = text.substring(and.end());
      boolean commas = before.indexOf(", ") >= 0;
      boolean listed = commas && !and.group(1).isEmpty();
      titles.add(pair(Stream.of(before, after), parts, commas));
      if (commas) {
        titles.add(
            pair(
                Stream.concat(Stream.of(before.split(", ", -1)), Stream.of(after)),
                parts,
                !listed));
      }
    }
    boolean several = titles.stream().filter(title -> title.names().size() == 2).count() > 1;
    return titles.stream()
        .map(title -> several ? title.inDoubt() : title)
        .sorted(Comparator.comparing(Title::doubtful));
  }

  private Title pair(Stream<String> names, int parts, boolean doubtful) {
    return new Title(names.map(this::withoutArticle).toList(), parts, doubtful);
  }

  private String withoutArticle(String name) {
    return articles.stream()
        .filter(article -> name.regionMatches(true, 0, article + " ", 0, article.length() + 1))
        .map(article -> name.substring(article.length() + 1))
        .findFirst()
        .orElse(name);
  }
}
