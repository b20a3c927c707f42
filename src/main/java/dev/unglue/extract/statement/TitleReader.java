package dev.unglue.extract.statement;

import dev.unglue.extract.statement.TitleForms.Title;
import dev.unglue.model.field.NameJoins;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.Template;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.text.LowerText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads from titles, headings and the URL whom a page is about. Where a title can be read in
 * several ways the page decides, by the names that stand side by side in it, or alone in a line or
 * cell.
 */
public final class TitleReader {
  private static final int LONGEST_TITLE = 250;

  /**
   * Titles that the page is asked about; real pages have one or two that can be read in two ways.
   */
  private static final int MOST_ASKED = 20;

  /** Lines that are tried as titles: a page has some dozens, with those of related pages. */
  private static final int MOST_TRIED = 500;

  /** Headings that are tried as lists of names: the title of a page comes first. */
  private static final int MOST_HEADINGS = 4;

  /** Lines at the head of a page without headings of which one may be its title. */
  private static final int MOST_PLAIN = 12;

  private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[a-z][a-z0-9+.-]*+://[^/?#]*+");

  /** The query and the fragment of an address. */
  private static final Pattern QUERY = Pattern.compile("(?s)[?#].*+");

  /** What stands before a title: a date, or a word of a social network ({@code #KilnVsOven}). */
  private static final Pattern BEFORE =
      Pattern.compile(
          "date \\d{4}(?:-\\d\\d){0,2} |#\\p{L}\\w*+ (?!(?i:vs?|versus)\\b)(?=\\p{Lu})");

  private static final Pattern ENDING = Pattern.compile("\\.[a-z]{2,5}$");
  private static final Pattern BLANKS = Pattern.compile("%20|[-_+\\s]++");

  private final StatementForms forms;
  private final TitleForms titles;
  private final List<Template> shownForms;

  /** A reader of titles of those forms. */
  public TitleReader(StatementForms forms) {
    this.forms = forms;
    this.titles = new TitleForms(forms);
    this.shownForms =
        Stream.of(forms.titles(), forms.introductions(), forms.profileTitles())
            .flatMap(List::stream)
            .toList();
  }

  /**
   * The names of the compared subjects in the page's order, or the one name of a profile page;
   * empty where nothing names any, or where it is not clear where a name begins and ends. A title
   * counts more than a URL, whose spelling is poorer; the URL decides between titles that differ.
   *
   * @param url the address of the page; empty where it is not known
   * @param steps counts the forms that are tried
   */
  public List<String> names(PageText page, Optional<String> url, Steps steps) {
    SubjectMentions nobody = new SubjectMentions(List.of(), steps);
    List<Title> fromUrl = url.map(address -> fromUrl(address, nobody)).orElse(List.of());
    List<TitleLine> lines = lines(page, nobody);
    for (TitleLine line : lines) {
      for (Title way : line.ways()) {
        if (fromUrl.stream().anyMatch(title -> title.slugs().equals(way.slugs()))) {
          return way.names();
        }
      }
    }
    if (lines.isEmpty() && !fromUrl.isEmpty()) {
      return fromUrl.get(0).names();
    }
    StandingNames standing = StandingNames.in(page);
    NameEnds ends = new NameEnds(standing);
    List<Title> read = new ArrayList<>();
    int asked = 0;
    for (TitleLine line : lines) {
      List<Title> ways = line.ways();
      Optional<Title> usual = TitleForms.usual(ways);
      boolean clear = ways.size() == 1 && usual.isPresent();
      asked += clear ? 0 : 1;
      Optional<Title> meant = clear || asked > MOST_ASKED ? usual : shown(ways, usual, standing);
      if (meant.isPresent()) {
        read.add(meant.get());
      }
    }
    List<String> best =
        ends.grown(
            longer(best(read, fromUrl), read, standing),
            lines.stream().map(TitleLine::text).toList());
    if (best.isEmpty() || !standing.standTogether(best)) {
      boolean sure = lines.stream().anyMatch(TitleLine::clear) || standing.alone(best) > 0;
      List<String> listed = listed(page, sure ? best : List.of(), ends);
      if (best.isEmpty() || !listed.isEmpty()) {
        return ends.uncornered(listed);
      }
    }
    List<String> trimmed = ends.trimmed(ends.uncornered(best));
    return trimmed.equals(best) ? ends.spoken(best, read) : trimmed;
  }

  /** The names with more behind them, where a second title and the page have all side by side. */
  private static List<String> longer(
      List<String> best, List<Title> titles, StandingNames standing) {
    return titles.stream()
        .map(Title::names)
        .filter(names -> best.size() > 1 && names.size() > best.size())
        .filter(names -> names.subList(0, best.size()).equals(best))
        .filter(standing::standTogether)
        .findFirst()
        .orElse(best);
  }

  /**
   * The names that a heading lists ({@code Pricing: Free, Team and Firm}), where the page has them
   * side by side, or each of them alone; the heading has those that were read in it, or elsewhere
   * than in a link to another page.
   */
  private List<String> listed(PageText page, List<String> read, NameEnds ends) {
    List<Line> heads =
        page.lines().stream()
            .filter(line -> line.kind() == Line.Kind.HEADING || line.equals(page.lines().get(0)))
            .filter(line -> line.text().length() <= LONGEST_TITLE)
            .limit(MOST_HEADINGS)
            .toList();
    Optional<List<String>> shown =
        heads.stream()
            .flatMap(line -> lists(line, read))
            .flatMap(list -> ends.standing(list).stream())
            .findFirst();
    // a heading further down may list what lists say of each subject
    boolean headed = !heads.isEmpty() && heads.get(0).kind() == Line.Kind.HEADING;
    boolean marked = heads.stream().anyMatch(line -> line.kind() == Line.Kind.HEADING);
    return shown
        .or(
            () ->
                heads.stream()
                    .limit(headed ? 1 : 2)
                    .flatMap(line -> lists(line, read))
                    .filter(ends::areLabels)
                    .map(Title::names)
                    .findFirst())
        .or(() -> marked || !read.isEmpty() ? Optional.empty() : plain(page, ends))
        .orElse(List.of());
  }

  /**
   * The names that a line lists at the head of a page without any heading, where its menu and its
   * notices may come first, and that stand side by side further down. Blank lines set it off.
   */
  private Optional<List<String>> plain(PageText page, NameEnds ends) {
    List<Line> lines = page.lines();
    int lineEnd = IntStream.range(1, lines.size()).anyMatch(at -> space(lines, at) == 1) ? 1 : 2;
    return IntStream.range(1, Math.min(MOST_PLAIN, lines.size() - 1))
        .filter(at -> space(lines, at) > lineEnd && space(lines, at + 1) > lineEnd)
        .mapToObj(lines::get)
        .filter(line -> line.kind() == Line.Kind.PLAIN && !line.text().text().endsWith("."))
        .filter(line -> line.text().length() <= LONGEST_TITLE && joinsByWord(line))
        .flatMap(line -> lists(line, List.of()))
        .flatMap(list -> ends.together(list).stream())
        .findFirst();
  }

  /** Characters between a line and the one before it. */
  private static int space(List<Line> lines, int at) {
    return lines.get(at).text().span().start() - lines.get(at - 1).text().span().end();
  }

  private static boolean joinsByWord(Line line) {
    return NameJoins.in(line.text().text()).stream().anyMatch(join -> !join.group().equals(", "));
  }

  private Stream<Title> lists(Line line, List<String> read) {
    String title = Values.clean(line.text().text());
    return read.stream().allMatch(title::contains)
        ? titles.lists(title, line.kind() == Line.Kind.HEADING).stream()
        : Stream.empty();
  }

  /**
   * The way to read a title whose names the page has elsewhere: side by side, the longest of
   * several, for a part of a name stands wherever the name does; else most of them alone.
   */
  private static Optional<Title> shown(
      List<Title> ways, Optional<Title> usual, StandingNames standing) {
    Optional<Title> together = Optional.empty();
    for (Title way : ways) {
      boolean longer = together.isEmpty() || way.length() > together.get().length();
      if (longer && standing.standTogether(way.names())) {
        together = Optional.of(way);
      }
    }
    if (together.isPresent()) {
      return together;
    }
    int most = 0;
    List<Title> best = new ArrayList<>();
    for (Title way : ways) {
      List<String> names = way.names();
      int alone = standing.label(names) ? names.size() : standing.alone(names);
      if (alone > most) {
        best.clear();
        most = alone;
      }
      if (alone == most) {
        best.add(way);
      }
    }
    boolean clear = best.size() == 1 && most > 0;
    return clear ? Optional.of(best.get(0)) : usual.filter(best::contains);
  }

  // --- titles ---------------------------------------------------------------------------------

  /** A line that can be read as a title, with all ways to read it; clear if it stands as one. */
  private record TitleLine(String text, List<Title> ways, boolean clear) {}

  private List<TitleLine> lines(PageText page, SubjectMentions nobody) {
    List<TitleLine> lines = new ArrayList<>();
    int tried = 0;
    boolean first = true;
    for (Line line : page.lines()) {
      boolean heading = line.kind() == Line.Kind.HEADING;
      SourceText printed = bare(line.text());
      String text = printed.text();
      if ((heading || line.kind() == Line.Kind.PLAIN) && text.length() <= LONGEST_TITLE) {
        MaskedText masked = MaskedText.of(printed, nobody);
        if (canBeTitle(masked.lower()) && tried++ < MOST_TRIED) {
          boolean ends = ".,:;".indexOf(text.charAt(text.length() - 1)) >= 0;
          List<Title> ways = ways(masked, heading || !ends, heading || first);
          if (!ways.isEmpty()) {
            lines.add(new TitleLine(Values.clean(text), ways, heading || first));
          }
        }
      }
      first = false;
    }
    return lines;
  }

  /** A title without what extractors of text and networks print before it. */
  private static SourceText bare(SourceText line) {
    Matcher before = BEFORE.matcher(line.text());
    return before.lookingAt() && before.end() < line.length() ? line.slice(before.end()) : line;
  }

  /** Few lines hold what any form of a title needs. */
  private boolean canBeTitle(LowerText text) {
    for (Template form : shownForms) {
      if (form.canFit(text)) {
        return true;
      }
    }
    return false;
  }

  /**
   * All ways to read a line of a page.
   *
   * @param title whether it ends as a title may
   * @param clear whether what introduces a comparison needs no other proof
   */
  private List<Title> ways(MaskedText text, boolean title, boolean clear) {
    List<Title> ways = title ? ways(text, forms.titles(), forms.profileTitles()) : List.of();
    if (ways.isEmpty()) {
      ways = ways(text, forms.introductions(), List.of());
      return clear ? ways : ways.stream().map(Title::inDoubt).toList();
    }
    return ways;
  }

  /** All ways to read a text as a title. */
  private List<Title> ways(MaskedText text, List<Template> several, List<Template> one) {
    List<Title> ways = titles.several(text, several);
    return ways.isEmpty() ? titles.one(text, one) : ways;
  }

  /**
   * The names that most titles agree on. A page whose first title names one subject is a profile:
   * what it compares that subject with further down does not change that. Two such titles of
   * different subjects are the headings of a comparison that has lost its title.
   */
  private static List<String> best(List<Title> titles, List<Title> fromUrl) {
    if (titles.isEmpty()) {
      return fromUrl.stream().findFirst().map(Title::names).orElse(List.of());
    }
    Map<List<String>, List<String>> profiles = new LinkedHashMap<>();
    titles.stream()
        .filter(Title::isProfile)
        .forEach(title -> profiles.putIfAbsent(title.slugs(), title.names()));
    List<Title> several = titles.stream().filter(title -> !title.isProfile()).toList();
    if (profiles.size() == 1 && titles.get(0).isProfile()) {
      return titles.get(0).names();
    }
    if (several.isEmpty()) {
      return profiles.values().stream().flatMap(List::stream).toList();
    }
    return mostFrequent(several);
  }

  private static List<String> mostFrequent(List<Title> titles) {
    Map<List<String>, Integer> votes = new LinkedHashMap<>();
    titles.forEach(title -> votes.merge(title.slugs(), 1, Integer::sum));
    return titles.stream()
        .max(Comparator.comparingInt(title -> votes.getOrDefault(title.slugs(), 0)))
        .map(Title::names)
        .orElse(List.of());
  }

  // --- URLs -----------------------------------------------------------------------------------

  /** The names in the last part of the path that holds some. */
  private List<Title> fromUrl(String url, SubjectMentions nobody) {
    String path = QUERY.matcher(SCHEME_AND_HOST.matcher(url).replaceFirst("")).replaceFirst("");
    String[] parts = path.split("/", -1);
    List<Title> found = new ArrayList<>();
    for (int i = parts.length - 1; i >= 0; i--) {
      MaskedText words = MaskedText.of(words(parts[i]), nobody);
      List<Title> ways = ways(words, forms.urls(), forms.profileUrls());
      TitleForms.usual(ways).ifPresent(found::add);
    }
    return found;
  }

  private static SourceText words(String part) {
    String plain = ENDING.matcher(part).replaceFirst("");
    String words = BLANKS.matcher(plain).replaceAll(" ").strip();
    return SourceText.verbatim(words.substring(0, Math.min(words.length(), LONGEST_TITLE)), 0);
  }
}
