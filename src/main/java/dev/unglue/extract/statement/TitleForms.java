package dev.unglue.extract.statement;

import dev.unglue.model.field.NameJoins;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Template.Way;
import dev.unglue.model.field.Words;
import dev.unglue.model.value.Subject;
import dev.unglue.text.LowerText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

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

  /** Parts the steps of a trail, and the spellings of a name. */
  private static final String STROKE = " / ";

  private final List<String> articles;
  private final Template versus;
  private final Template joins;

  TitleForms(StatementForms forms) {
    Words words = forms.words();
    this.articles = words.articles();
    this.versus = Template.of(" " + Words.any(words.versus()) + " ", words);
    this.joins = Template.of(" " + Words.any(words.joins()) + " ", words);
  }

  /**
   * A way to read a title.
   *
   * @param names whom it names
   * @param slugs their keys
   * @param parts of how many of the title's parts it is made
   * @param doubtful true if it holds only where the page confirms it
   */
  record Title(List<String> names, List<String> slugs, int parts, boolean doubtful) {
    Title {
      names = List.copyOf(names);
    }

    static Title of(List<String> names, int parts, boolean doubtful) {
      return new Title(names, names.stream().map(Subject::slugOf).toList(), parts, doubtful);
    }

    boolean isProfile() {
      return names.size() == 1;
    }

    /** The same, which the page has to confirm. */
    Title inDoubt() {
      return new Title(names, slugs, parts, true);
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
    String text = line.text();
    int open = text.indexOf(" (") + 2;
    int close = text.length() - 1;
    if (open > 1 && text.indexOf(')') == close) {
      int[] between = versus.match(line.lower(), open, Way.FIND);
      if (between.length > 0 && between[1] <= close) {
        return several(line.part(open, close), forms); // "Key facts (A vs B)"
      }
    }
    List<int[]> parts = parts(text);
    if (parts.size() > MOST_PARTS) {
      return List.of();
    }
    Map<List<String>, Title> titles = new LinkedHashMap<>();
    for (int length = 1; length <= parts.size(); length++) {
      for (int first = 0; first + length <= parts.size(); first++) {
        MaskedText run = line.part(parts.get(first)[0], parts.get(first + length - 1)[1]);
        for (Title title : titles(run, forms, length, false)) {
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
      List<String> names = new ArrayList<>();
      for (int[] part : parts.subList(0, several)) {
        names.add(title.substring(part[0], part[1]).strip());
      }
      lists.add(Title.of(names, 1, true));
    }
    for (int[] part : parts) {
      String text = title.substring(part[0], part[1]).replaceFirst("[?!.:\\s]++$", "").strip();
      List<MatchResult> joins = NameJoins.in(text);
      for (int kept = -1; kept < joins.size() && joins.size() <= MOST_PARTS; kept++) {
        lists.add(Title.of(names(text, joins, kept), 1, kept >= 0));
      }
    }
    lists.removeIf(list -> list.isProfile() || !isWhole(list));
    return lists;
  }

  private List<String> names(String text, List<MatchResult> joins, int kept) {
    List<int[]> cuts = new ArrayList<>();
    for (int i = 0; i < joins.size(); i++) {
      if (i != kept) {
        cuts.add(new int[] {joins.get(i).start(), joins.get(i).end()});
      }
    }
    return parted(text, cuts).stream().map(this::withoutArticle).toList();
  }

  /** A text without what stands at some places, cut there. */
  private static List<String> parted(String text, List<int[]> cuts) {
    List<String> parted = new ArrayList<>();
    int from = 0;
    for (int[] cut : cuts) {
      parted.add(text.substring(from, cut[0]).strip());
      from = cut[1];
    }
    parted.add(text.substring(from).strip());
    return parted;
  }

  /** The places of a word between others. */
  private static List<int[]> places(Template word, String text) {
    LowerText lower = LowerText.of(text);
    List<int[]> places = new ArrayList<>();
    int from = 0;
    for (int[] at = word.match(lower, from, Way.FIND);
        at.length > 0;
        at = word.match(lower, from, Way.FIND)) {
      places.add(at);
      from = at[1];
    }
    return places;
  }

  /** The title as one that names the one subject of a page, if it does. */
  List<Title> one(MaskedText line, List<Template> forms) {
    List<Title> titles = titles(line, forms, 1, true);
    return titles.isEmpty() ? titles : titles.subList(0, 1);
  }

  /** What the first form says that fits, and names one subject or several as wanted. */
  private List<Title> titles(MaskedText text, List<Template> forms, int parts, boolean one) {
    for (Template form : forms) {
      Optional<Match> match = Match.whole(form, text);
      if (match.isPresent()) {
        List<Title> titles = new ArrayList<>(namings(form, match.get(), parts));
        titles.removeIf(title -> title.isProfile() != one || !isWhole(title));
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
    int fewest = Integer.MAX_VALUE;
    Optional<Title> shortest = Optional.empty();
    for (Title title : titles) {
      if (beginAlike(title)) {
        return Optional.of(title);
      }
      if (!title.doubtful() && title.parts() <= fewest) {
        shortest = title.parts() < fewest ? Optional.of(title) : Optional.empty();
        fewest = title.parts();
      }
    }
    return shortest;
  }

  private static boolean beginAlike(Title title) {
    String first = title.names().get(0);
    int colon = first.indexOf(": ");
    return colon > 0
        && title.names().stream().allMatch(name -> name.startsWith(first.substring(0, colon + 2)));
  }

  // --- parts ----------------------------------------------------------------------------------

  /** Where the parts of a title stand between the marks that part them. */
  private List<int[]> parts(String title) {
    List<int[]> parts = new ArrayList<>();
    int trail = endOfTrail(title);
    int from = 0;
    for (int at = 1; at + 1 < title.length() && parts.size() <= MOST_PARTS; at++) {
      boolean stroke = at < trail && title.startsWith(STROKE, at - 1);
      if (title.charAt(at + 1) == ' ' && (stroke || parts(title, at))) {
        parts.add(new int[] {from, at});
        from = at + 1;
      }
    }
    parts.add(new int[] {from, title.length()});
    return parts;
  }

  /**
   * Where the trail of a page ends, before its names: {@code Home / Animals / Fox vs Lynx}; else 0.
   */
  private int endOfTrail(String title) {
    int last = title.lastIndexOf(STROKE);
    if (title.indexOf(STROKE) == last) {
      return 0;
    }
    int[] between = versus.match(LowerText.of(title), 0, Way.FIND);
    return between.length > 0 && between[0] > last ? last + STROKE.length() : 0;
  }

  /** True for a mark before a blank that parts what is before it from what follows. */
  private static boolean parts(String title, int at) {
    return switch (title.charAt(at)) {
      case ':', '?', '!' -> true;
      case '-', '–', '—', '|', '·', '•', '»', '›', '>' -> title.charAt(at - 1) == ' ';
      default -> false;
    };
  }

  // --- names ----------------------------------------------------------------------------------

  private List<Title> namings(Template form, Match match, int parts) {
    List<String> names = new ArrayList<>();
    for (String slot : form.names()) {
      String text = match.has(slot) ? Values.clean(match.source(slot).text()) : "";
      switch (match.type(slot)) {
        case VERSUS -> names.addAll(parted(text, places(versus, text)));
        case PAIR -> {
          return pairs(text, parts);
        }
        case NAME, NEW -> names.add(withoutArticle(text));
        default -> {
          // Other placeholders of a title say nothing of its names.
        }
      }
    }
    boolean listed = names.size() > 1 && names.stream().anyMatch(name -> name.contains(", "));
    return List.of(Title.of(names, parts, listed && form.names().size() > 1));
  }

  private boolean isWhole(Title title) {
    for (String name : title.names()) {
      if (!canBeName(name)) {
        return false;
      }
    }
    return true;
  }

  private boolean canBeName(String name) {
    boolean says = false;
    int blanks = 0;
    int c;
    for (int i = 0; i < name.length(); i += Character.charCount(c)) {
      c = name.codePointAt(i);
      says |= Character.isLetterOrDigit(c);
      blanks += c == ' ' ? 1 : 0;
    }
    return says
        && blanks < MOST_WORDS
        && versus.match(LowerText.of(" " + name + " "), 0, Way.HEAD).length == 0;
  }

  /**
   * {@code a and b}, {@code a, b and c}. A name may hold a comma or an "and" too, so that only
   * where there is one "and" and no comma before it, or one behind a comma, nothing is in doubt.
   */
  private List<Title> pairs(String text, int parts) {
    List<Title> titles = new ArrayList<>();
    List<int[]> ands = places(joins, text);
    for (int[] and : ands) {
      boolean comma = and[0] > 0 && text.charAt(and[0] - 1) == ',';
      List<String> names = new ArrayList<>();
      names.add(text.substring(0, comma ? and[0] - 1 : and[0]));
      names.add(text.substring(and[1]));
      boolean commas = names.get(0).indexOf(", ") >= 0;
      titles.add(pair(names, parts, commas));
      if (commas) {
        names.addAll(0, List.of(names.remove(0).split(", ", -1)));
        titles.add(pair(names, parts, !comma));
      }
    }
    if (ands.size() > 1) {
      titles.replaceAll(Title::inDoubt);
    }
    titles.sort(Comparator.comparing(Title::doubtful));
    return titles;
  }

  private Title pair(List<String> names, int parts, boolean doubtful) {
    return Title.of(names.stream().map(this::withoutArticle).toList(), parts, doubtful);
  }

  private String withoutArticle(String name) {
    for (String article : articles) {
      int end = article.length();
      if (name.length() > end
          && name.charAt(end) == ' '
          && name.regionMatches(true, 0, article, 0, end)) {
        return name.substring(end + 1);
      }
    }
    return name;
  }
}
