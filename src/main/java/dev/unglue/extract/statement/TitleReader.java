package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import dev.unglue.model.page.PageText;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads from titles, headings and the URL whom a page is about. */
public final class TitleReader {
  private static final int LONGEST_TITLE = 250;
  private static final Pattern SCHEME_AND_HOST = Pattern.compile("^[a-z][a-z0-9+.-]*://[^/?#]*");

  private final StatementForms forms;
  private final Pattern versus;
  private final Pattern joins;

  /** A reader of titles of those forms. */
  public TitleReader(StatementForms forms) {
    this.forms = forms;
    this.versus = between(" ", forms.words().versus());
    this.joins = between(",? ", forms.words().joins());
  }

  private static Pattern between(String before, List<String> words) {
    return Pattern.compile(before + Words.any(words) + " ", Pattern.CASE_INSENSITIVE);
  }

  /**
   * The names of the compared subjects in the page's order, or the one name of a profile page;
   * empty where nothing names any. A title counts more than a URL, whose spelling is poorer; the
   * URL decides between titles that differ.
   *
   * @param url the address of the page; empty where it is not known
   */
  public List<String> names(PageText page, Optional<String> url) {
    List<Title> fromUrl = url.map(this::fromUrl).orElse(List.of());
    List<List<String>> slugs = fromUrl.stream().map(Title::slugs).toList();
    List<Title> titles = titles(page);
    return titles.stream()
        .filter(title -> slugs.contains(title.slugs()))
        .findFirst()
        .map(Title::names)
        .orElseGet(() -> best(titles, fromUrl));
  }

  /**
   * A title of a page.
   *
   * @param names whom it names
   * @param slugs the same as slugs
   */
  private record Title(List<String> names, List<String> slugs) {
    static Title of(List<String> names) {
      return new Title(names, names.stream().map(Subject::slugOf).toList());
    }

    boolean isProfile() {
      return names.size() == 1;
    }
  }

  // --- titles ---------------------------------------------------------------------------------

  private List<Title> titles(PageText page) {
    List<Title> titles = new ArrayList<>();
    SubjectMentions nobody = new SubjectMentions(List.of());
    for (Line line : page.lines()) {
      if (canBeTitle(line)) {
        MaskedText text = MaskedText.of(line.text(), nobody);
        title(text, forms.titles(), forms.profileTitles()).ifPresent(titles::add);
      }
    }
    return titles;
  }

  private static boolean canBeTitle(Line line) {
    char last = line.text().charAt(line.text().length() - 1);
    boolean plain = line.kind() == Line.Kind.PLAIN && ".,:;".indexOf(last) < 0;
    return (plain || line.kind() == Line.Kind.HEADING) && line.text().length() <= LONGEST_TITLE;
  }

  private Optional<Title> title(MaskedText text, List<Template> several, List<Template> one) {
    return Stream.concat(
            several.stream().flatMap(form -> read(form, text).stream()).filter(n -> n.size() > 1),
            one.stream().flatMap(form -> read(form, text).stream()).filter(n -> n.size() == 1))
        .findFirst()
        .map(Title::of);
  }

  private Optional<List<String>> read(Template form, MaskedText text) {
    return Match.whole(form, text).map(match -> namesIn(form, match));
  }

  private List<String> namesIn(Template form, Match match) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, Template.Type> slot : form.slots().entrySet()) {
      SourceText text = match.source(slot.getKey()).orElse(SourceText.verbatim("", 0));
      switch (slot.getValue()) {
        case VERSUS -> names.addAll(parts(versus, text));
        case PAIR -> names.addAll(pair(text));
        case NAME, NEW -> names.add(Values.clean(text));
        default -> {
          // Other placeholders of a title say nothing of its names.
        }
      }
    }
    return names.stream().allMatch(this::canBeName) ? names : List.of();
  }

  private boolean canBeName(String name) {
    return !name.isBlank() && !versus.matcher(" " + name + " ").lookingAt();
  }

  private static List<String> parts(Pattern separator, SourceText text) {
    return separator.splitAsStream(Values.clean(text)).map(String::strip).toList();
  }

  /** {@code a and b}: only where there is one "and", for a name may hold one too. */
  private List<String> pair(SourceText text) {
    List<String> parts = parts(joins, text);
    return parts.size() == 2 ? parts.stream().map(this::withoutArticle).toList() : List.of();
  }

  private String withoutArticle(String name) {
    return forms.words().articles().stream()
        .filter(article -> name.regionMatches(true, 0, article + " ", 0, article.length() + 1))
        .map(article -> name.substring(article.length() + 1))
        .findFirst()
        .orElse(name);
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
  private List<Title> fromUrl(String url) {
    String path = SCHEME_AND_HOST.matcher(url).replaceFirst("");
    String[] parts = path.replaceAll("[?#].*$", "").split("/", -1);
    List<Title> found = new ArrayList<>();
    for (int i = parts.length - 1; i >= 0; i--) {
      MaskedText words = MaskedText.of(words(parts[i]), new SubjectMentions(List.of()));
      title(words, forms.urls(), forms.profileUrls()).ifPresent(found::add);
    }
    return found;
  }

  private static SourceText words(String part) {
    String plain = part.replaceAll("\\.[a-z]{2,5}$", "");
    String words = plain.replaceAll("%20|[-_+\\s]+", " ").strip();
    return SourceText.verbatim(words.substring(0, Math.min(words.length(), LONGEST_TITLE)), 0);
  }
}
