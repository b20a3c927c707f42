package dev.unglue.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes small pages of the pieces that comparison pages are made of, and of what breaks readers.
 */
final class PageGrammar {
  private static final List<String> NAMES =
      List.of(
          "Teller",
          "Head Teller",
          "Cook/Dietary Aide",
          "Line Cook",
          "eBay",
          "3M",
          "Red Fox",
          "Gray Wolf",
          "NET Developer",
          "Nurse Med/Surg | Contractor",
          "Xperia 5 V",
          "Zenfone (10)",
          "Ünïcöde",
          "Instructor, Adjunct Faculty");

  private static final List<String> UNKNOWN =
      List.of(
          "Weight",
          "Home range",
          "Battery (mAh)",
          "Top speed:",
          "Founded",
          "Price in $",
          "Is it waterproof?",
          "1. Screen",
          "Rank",
          "Unit",
          "Winner",
          "Difference",
          "Нагрузка",
          "*Notes*");

  private static final List<String> CELLS =
      List.of(
          "$34,920",
          "$19,000 - $42,000",
          "$13.22",
          "42",
          "46",
          "3.67",
          "5",
          "-",
          "--",
          "–",
          "-3%",
          "48%",
          "19.99% - 29.24% Variable",
          "Bachelor's Degree, 48%",
          "Coeur d'Alene, ID",
          "West Virginia",
          "Male, 35.1% Female, 64.9%",
          "January 8, 2025",
          "4-6 years",
          "6 kg",
          "143 mm",
          "Yes",
          "No",
          "N/A",
          "",
          "4K",
          "1:2",
          "22,478",
          "2020",
          "2x miles",
          "None",
          "Citi",
          "University of California, Los Angeles",
          "✓",
          "٤٢",
          "４２",
          "\"quoted\"",
          "a | b",
          "+1",
          "1. FC Union",
          "[1]",
          "x".repeat(90));

  private static final List<String> LINES =
      List.of(
          "It takes 2-4 years to become a teller.",
          "A teller has an average salary of $34,920, which is higher than the $30,000 of a cook.",
          "Average age of all of them is 42, says the survey of 2020.",
          "The top three skills for a teller include cash handling, math and \"service, sales\".",
          "What does a teller do?",
          "Common teller skills",
          "- Customer service, 18%",
          "• Cash drawer, 9%",
          "1. Balance the drawer",
          "> Average age 42 46",
          "# Overview",
          "Salary",
          "---",
          "===",
          "|---|---|---|",
          "|:-:|",
          "Home | News | Jobs | About",
          "Updated January 8, 2025",
          "Teller: $34,920",
          "Yearly salary: $34,920 vs $43,251",
          "<b>Average age</b> 42",
          "[Average age](https://a.example/b(c)) 42",
          "&amp; &lt;table&gt; &#0; &nbsp;",
          "");

  private static final List<String> MARKS =
      List.of(
          "|",
          "||",
          "\\|",
          "\t",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\r\n",
          "\r",
          ":",
          "\"",
          "\"\"",
          "(",
          ")",
          "[",
          "]",
          "[1]",
          "[a](b)",
          "![",
          "](",
          "**",
          "__",
          "`",
          "> ",
          "- ",
          "• ",
          "# ",
          "---",
          "&",
          "&amp;",
          "&nbsp;",
          "&#0;",
          "&lt;",
          "<",
          ">",
          "<!--",
          "-->",
          "<br>",
          "\u00a0",
          "\u200b",
          "\u00ad",
          "\ufeff",
          "\u202e",
          "\u2028",
          "\f",
          "\0",
          "é",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "$",
          "%",
          "-",
          ",",
          ".",
          "and ",
          " vs ",
          "0",
          "9");

  private static final List<String> TAGS =
      List.of(
          "<table>",
          "</table>",
          "<tr>",
          "</tr>",
          "<td>",
          "</td>",
          "<th>",
          "</th>",
          "<thead>",
          "</thead>",
          "<tbody>",
          "<tfoot>",
          "<caption>",
          "<td colspan=3>",
          "<td colspan=0>",
          "<td rowspan=0>",
          "<td rowspan=3>",
          "<th scope=row>",
          "<td colspan=1000>",
          "<td rowspan=65534>",
          "<tr hidden>",
          "<tr style=\"display:none\">",
          "<table hidden>",
          "<template>",
          "</template>",
          "<td><table><tr><td>",
          "<sup>",
          "</sup>",
          "<dl>",
          "<dt>",
          "<dd>",
          "</dl>",
          "<ul>",
          "<li>",
          "</ul>",
          "<ol>",
          "<h1>",
          "</h1>",
          "<h2>",
          "</h2>",
          "<p>",
          "</p>",
          "<pre>",
          "</pre>",
          "<div>",
          "</div>",
          "<span>",
          "</span>",
          "<b>",
          "</b>",
          "<img alt=\"Yes\">",
          "<i aria-label=No>",
          "<script>",
          "</script>",
          "<style>",
          "</style>",
          "<title>",
          "</title>",
          "<textarea>",
          "<select><option>",
          "<svg>",
          "</svg>",
          "<br>",
          "<hr>");

  private final Random random;
  private final List<String> known;

  /**
   * A grammar.
   *
   * @param random draws the pages
   * @param known labels of the catalogue
   */
  PageGrammar(Random random, List<String> known) {
    this.random = random;
    this.known = known;
  }

  /** A page of one to five parts. */
  FuzzInput page() {
    int form = random.nextInt(10);
    if (form == 0) {
      return new FuzzInput("noise", mediaType(), noise(1 + random.nextInt(60)));
    }
    List<String> names = pick(NAMES, 1 + random.nextInt(3));
    boolean html = random.nextInt(3) == 0;
    StringBuilder page = new StringBuilder(title(names, html));
    for (int i = random.nextInt(4); i >= 0; i--) {
      page.append(part(names, html)).append(random.nextInt(4) == 0 ? "" : "\n\n");
    }
    return new FuzzInput("grammar", html ? FuzzInput.HTML : plain(), page.toString());
  }

  /** One piece of any kind. */
  String piece() {
    return switch (random.nextInt(6)) {
      case 0 -> label();
      case 1 -> one(NAMES);
      case 2 -> one(CELLS);
      case 3 -> one(LINES) + "\n";
      case 4 -> one(TAGS);
      default -> one(MARKS);
    };
  }

  private String noise(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(piece());
    }
    return text.toString();
  }

  private String title(List<String> names, boolean html) {
    String head = random.nextInt(4) == 0 ? "Comparison: " : "";
    String tail = random.nextInt(4) == 0 ? ": which is better?" : "";
    String title = head + String.join(random.nextBoolean() ? " vs " : " vs. ", names) + tail;
    if (random.nextInt(5) == 0) {
      return "";
    }
    return html ? "<h1>" + title + "</h1>\n" : (random.nextBoolean() ? "# " : "") + title + "\n\n";
  }

  private String part(List<String> names, boolean html) {
    int form = random.nextInt(8);
    if (form == 0) {
      return noise(random.nextInt(12));
    }
    if (form == 1) {
      return String.join("\n", pick(LINES, 1 + random.nextInt(4)));
    }
    List<List<String>> table = table(names);
    return html && random.nextInt(6) > 0 ? htmlTable(table) : textTable(table);
  }

  private List<List<String>> table(List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    if (random.nextInt(5) > 0) {
      List<String> header = new ArrayList<>(List.of(random.nextBoolean() ? "" : "Aspect"));
      header.addAll(names);
      rows.add(header);
    }
    boolean knows = random.nextBoolean();
    for (int i = random.nextInt(7); i >= 0; i--) {
      List<String> row = new ArrayList<>();
      row.add(knows && random.nextInt(4) > 0 ? label() : one(UNKNOWN));
      String like = one(CELLS);
      int width = random.nextInt(8) == 0 ? random.nextInt(6) : names.size();
      for (int j = 0; j < width; j++) {
        row.add(random.nextBoolean() ? like : one(CELLS));
      }
      rows.add(row);
    }
    return rows;
  }

  private String textTable(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    int form = random.nextInt(9);
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      text.append(
          switch (form) {
            case 0 -> "| " + String.join(" | ", row) + " |";
            case 1 -> "| " + String.join(" | ", row) + " |" + (i == 0 ? "\n|---|---|---|" : "");
            case 2 -> String.join("\t", row);
            case 3 -> String.join("", row);
            case 4 -> String.join(" ", row);
            case 5 -> String.join("\n", row);
            case 6 -> String.join("\n|", row);
            case 7 -> row.get(0) + ": " + String.join(" vs ", row.subList(1, row.size()));
            default -> String.join("  ", row) + "\n";
          });
      text.append(random.nextInt(40) == 0 ? " " : "\n");
    }
    return text.toString();
  }

  private String htmlTable(List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<table>");
    for (List<String> row : rows) {
      html.append(random.nextInt(20) == 0 ? "<tr hidden>" : "<tr>");
      for (String cell : row) {
        int form = random.nextInt(24);
        html.append(form == 0 ? one(TAGS) : form < 6 ? "<th>" : "<td>");
        html.append(cell.replace("&", "&amp;").replace("<", "&lt;"));
        html.append(form == 1 ? one(TAGS) : form == 2 ? "" : "</td>");
      }
      html.append(random.nextInt(20) == 0 ? one(TAGS) : "</tr>\n");
    }
    return html.append("</table>").toString();
  }

  private String mediaType() {
    return random.nextInt(3) == 0 ? FuzzInput.HTML : plain();
  }

  private String plain() {
    return random.nextInt(3) == 0 ? FuzzInput.MARKDOWN : FuzzInput.TEXT;
  }

  private String label() {
    return one(known);
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private List<String> pick(List<String> of, int count) {
    List<String> picked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      picked.add(one(of));
    }
    return picked;
  }
}
