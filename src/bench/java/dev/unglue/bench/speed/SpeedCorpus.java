package dev.unglue.bench.speed;

import dev.unglue.bench.KnownTable;
import dev.unglue.bench.page.Dialect;
import dev.unglue.bench.page.NamePool;
import dev.unglue.bench.page.PageDraft;
import dev.unglue.bench.page.PageDraft.HeadedList;
import dev.unglue.bench.page.PageGenerator;
import dev.unglue.model.field.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Usual pages of every layout, as long as real ones are. The same seed gives the same pages.
 *
 * @param names what stands on the pages
 * @param seed from which all chance is drawn
 */
public record SpeedCorpus(NamePool names, long seed) {
  private static final int LINKS = 80;
  private static final int SCRIPTS = 12;

  /** Words of a paragraph about a subject; a text between pipes has hardly any. */
  private static final int WORDY = 200;

  private static final int TERSE = 50;

  /** Words of the paragraphs and lists that say nothing a table says. */
  private static final List<String> WORDS =
      List.of(
          ("a the of and each with before after morning desk file letter call count ledger borrower"
                  + " queue plan form answer record week shift visit stock report draft review"
                  + " figure quiet careful second early plain shared common")
              .split(" ", -1));

  /** The corpus of the names that the project bundles. */
  public static SpeedCorpus bundled(Catalogue catalogue, long seed) {
    return new SpeedCorpus(NamePool.bundled(catalogue, name -> true), seed);
  }

  /** So many pages of one layout. */
  public List<SpeedPage> pages(SpeedLayout layout, int count) {
    Random random = new Random(seed + List.of(SpeedLayout.values()).indexOf(layout));
    return switch (layout) {
      case PROFILE -> profiles(count, random);
      case LIST -> others(true, " ", count, random);
      case SITES -> others(false, "", count, random);
      case HTML, GLUED, PIPE, TSV, LINES, SPACED -> comparisons(layout, count, random);
    };
  }

  private List<SpeedPage> comparisons(SpeedLayout layout, int count, Random random) {
    return new PageGenerator(names, random)
        .pages(count).stream().map(page -> comparison(page.draft(), layout, random)).toList();
  }

  private SpeedPage comparison(PageDraft draft, SpeedLayout layout, Random random) {
    List<String> paragraphs = new ArrayList<>(draft.paragraphs());
    int words = layout == SpeedLayout.PIPE ? TERSE : WORDY;
    draft.names().forEach(name -> paragraphs.add(paragraph(random, words)));
    PageDraft page = draft.withParagraphs(paragraphs).withLists(lists(draft.names(), random));
    String text = page.print(dialect(layout));
    return layout == SpeedLayout.HTML
        ? new SpeedPage(draft.url(), SpeedPage.HTML, framed(text, random))
        : new SpeedPage(draft.url(), SpeedPage.TEXT, text);
  }

  private static Dialect dialect(SpeedLayout layout) {
    return switch (layout) {
      case HTML -> Dialect.HTML;
      case PIPE -> Dialect.PIPE_PADDED;
      case TSV -> Dialect.TSV;
      case LINES -> Dialect.LINES;
      case SPACED -> Dialect.SPACED;
      case GLUED, PROFILE, LIST, SITES -> Dialect.GLUED;
    };
  }

  private List<HeadedList> lists(List<String> subjects, Random random) {
    List<HeadedList> lists = new ArrayList<>();
    for (String subject : subjects) {
      String name = subject.toLowerCase(Locale.ROOT);
      lists.add(new HeadedList("What a " + name + " does all day", duties(random, 7)));
      lists.add(new HeadedList("Skills on " + name + " resumes", skills(random, 6)));
    }
    return lists;
  }

  private static List<String> duties(Random random, int count) {
    return IntStream.range(0, count).mapToObj(i -> sentence(random, 9)).toList();
  }

  private List<String> skills(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> title(one(names.skills(), random)) + ", " + (2 + random.nextInt(14)) + "%")
        .toList();
  }

  // --- HTML -----------------------------------------------------------------------------------

  /** What stands around the content of a real page. */
  private String framed(String page, Random random) {
    String head =
        "<meta charset=\"utf-8\">\n<style>.t{border:1px solid #ddd}.n a{color:#06c}</style>\n"
            + scripts(random);
    String before = "<body>\n<nav class=\"n\"><ul>\n" + links(random, LINKS / 3) + "</ul></nav>\n";
    String after =
        "<aside><h3>Others looked at</h3><ul class=\"related\">\n"
            + links(random, LINKS)
            + "</ul></aside>\n<footer><p>"
            + sentence(random, 12)
            + "</p></footer>\n</body>";
    return page.replace("</head>", head + "</head>")
        .replace("<body>\n", before)
        .replace("</body>", after);
  }

  private String links(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> one(names.subjects(), random))
        .map(
            name ->
                "<li><a class=\"l\" href=\"/jobs/%s\">%s</a></li>\n"
                    .formatted(name.toLowerCase(Locale.ROOT).replace(' ', '-'), escaped(name)))
        .collect(Collectors.joining());
  }

  private static String scripts(Random random) {
    return IntStream.range(0, SCRIPTS)
        .mapToObj(
            i ->
                ("<script>window.q=window.q||[];q.push({id:%d,on:function(e){if(e&&e.t<%d)"
                        + "{this.n+=1}},k:\"%s\"});</script>\n")
                    .formatted(i, random.nextInt(9_000), sentence(random, 12)))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  // --- other kinds ----------------------------------------------------------------------------

  private List<SpeedPage> profiles(int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(i -> new SpeedPage("profile " + i, SpeedPage.TEXT, profile(random)))
        .toList();
  }

  private String profile(Random random) {
    String subject = one(names.subjects(), random);
    String name = subject.toLowerCase(Locale.ROOT);
    StringBuilder page = new StringBuilder("What does a " + subject + " do?\n\n");
    page.append(paragraph(random, 60)).append('\n');
    page.append(title(name)).append(" responsibilities\n");
    duties(random, 6).forEach(duty -> page.append("- ").append(duty).append('\n'));
    page.append("What a ").append(name).append(" has to be good at\n");
    for (String skill : skills(random, 8)) {
      page.append("- ").append(skill).append('\n').append(sentence(random, 12)).append('\n');
    }
    page.append("Where ").append(name).append("s are wanted most:\n");
    for (int i = 0; i < 4; i++) {
      String other = one(names.subjects(), random);
      page.append(title(name)).append(" vs. ").append(other).append('\n');
      page.append(paragraph(random, 45)).append('\n');
    }
    return page.append("Updated January 8, 2025\n").toString();
  }

  /** Tables of other sites, two a page. */
  private static List<SpeedPage> others(boolean list, String join, int count, Random random) {
    List<KnownTable> tables =
        KnownTable.bundled().stream().filter(table -> table.list() == list).toList();
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new SpeedPage(
                    (list ? "list " : "site ") + i,
                    SpeedPage.TEXT,
                    other(one(tables, random), join, random)
                        + other(one(tables, random), join, random)))
        .toList();
  }

  private static String other(KnownTable table, String join, Random random) {
    List<String> named = table.header().subList(1, table.header().size());
    String title = table.list() ? "Figures of the year" : String.join(" vs ", named);
    StringBuilder page = new StringBuilder(title + "\n\n" + paragraph(random, 40) + "\n\n");
    page.append(String.join(join, table.header()).strip()).append('\n');
    table.rows().forEach(row -> page.append(String.join(join, row)).append('\n'));
    return page.append('\n').toString();
  }

  // --- words ----------------------------------------------------------------------------------

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String title(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String sentence(Random random, int words) {
    return title(
        IntStream.range(0, words)
            .mapToObj(i -> one(WORDS, random))
            .collect(Collectors.joining(" ", "", ".")));
  }

  private static String paragraph(Random random, int words) {
    return IntStream.range(0, words / 10)
        .mapToObj(i -> sentence(random, 7 + random.nextInt(7)))
        .collect(Collectors.joining(" "));
  }
}
