package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.unglue.extract.text.Captures;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleReaderTest {
  private static final TitleReader READER = new TitleReader(Reading.FORMS);

  private static List<String> names(String text, String url) {
    PageText page = Captures.lines(Captures.plain(text));
    return READER.names(page, Optional.of(url).filter(address -> !address.isEmpty()), Steps.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cook vs baker|Cook;baker",
        "Cook vs. Baker|Cook;Baker",
        "Cook VERSUS Baker|Cook;Baker",
        "# Cook vs Baker vs Grocer|Cook;Baker;Grocer",
        "[Guide] Cook vs Baker|Cook;Baker",
        "Cook vs Baker [pay.example]|Cook;Baker",
        "Cook vs Baker (2024)|Cook;Baker",
        "Cook, Baker, and Grocer compared|Cook;Baker;Grocer",
        "Cook and Baker compared in 2025|Cook;Baker",
        "Cook vs Baker: What's the Difference?|Cook;Baker",
        "Cook vs Baker - Example Site|Cook;Baker",
        "Cook vs Baker salary|Cook;Baker",
        "Cook vs Director of Education|Cook;Director of Education",
        "Loss mitigation specialist vs collections, customer service skills|Loss mitigation"
            + " specialist;collections, customer service",
        "Differences between a cook and a baker|cook;baker",
        "What is the difference between Cook vs. Baker?|Cook;Baker",
        "Compare and contrast Cook vs Baker|Cook;Baker",
        "compare and contrast a cook, a baker, and a grocer|cook;baker;grocer",
        "What is the difference between Cook and Baker?|Cook;Baker",
        "Distinguish Between: Cook and Baker|Cook;Baker",
        "List in tabular form three differences between cook and baker|cook;baker",
        "7 most important difference between Cook and Baker in tabular form|Cook;Baker",
        "Difference between Cook and Baker (with comparison chart)|Cook;Baker",
        "Differences between cook and baker duties and responsibilities|cook;baker",
        "What does a Cook do?|Cook",
        "What do cooks do - Example Site|cooks",
      })
  void readsTheNamesInATitle(String title, String names) {
    assertThat(names(title, "")).containsExactly(names.split(";", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Prices: Oak, Elm and Ash^| Oak | Elm | Ash |;Oak|Elm|Ash",
        "Which tree? Oak, Elm or Ash^Oak^tall^Elm^taller^Ash;Oak|Elm|Ash",
        "Oak or Elm?^Oak^Elm;Oak|Elm",
        "Compare trees: Oak and Elm^Oak^tall^Elm;Oak|Elm",
        "Oak or elm: which tree^Oak | elm;Oak|elm",
        "Height, weight and age^height^1 m^weight^5 kg^age^9;''",
        "Oak, elm and ash^Oak^tall^elm^taller^ash;''",
        "Oak, Elm and Ash^Oak^Elm;''",
        // a stroke between names, and names before what a list says of each
        "Diferencias entre Oak y Elm^Datos (Oak / Elm);Oak|Elm",
        "Oak oder Elm: Was passt?^Holz^- Oak: hart^- Elm: zäh^Laub^- Oak: ja^- Elm: ja;Oak|Elm",
        "Holz und Laub^- Holz: hart^- Laub: ja;''",
        "# Trees^# Wood and Leaf^Oak^- Wood: hard^- Leaf: yes^Elm^- Wood: soft^- Leaf: no;''",
        // a link to another page, before and without what the title names
        "Wood^Home^# Oak oder Elm: Was passt?^| Oak | Elm |^Tea vs Mate: a start;Oak|Elm",
        "Wood^Home^# Oak oder Elm: Was passt?^Tea vs Mate: a start;Tea|Mate",
      })
  void readsAListOfNamesThatThePageHasSideBySideOrEachAlone(String page, String names) {
    assertThat(String.join("|", names(page.replace('^', '\n'), ""))).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Otter, Mink und Stoat im Vergleich",
        "Steckbrief: Otter, Mink oder Stoat?",
        "Unterschied zwischen Otter, Mink und Stoat",
        "Comparatif Otter, Mink et Stoat",
        "Otter, Mink ou Stoat : lequel ?",
        "Diferencias entre Otter, Mink y Stoat",
        "Otter, Mink e Stoat a confronto",
        "Porównanie: Otter, Mink i Stoat",
        "Otter, Mink of Stoat: wat past?",
        "Otter, Mink och Stoat jämförda",
        "Otter、MinkとStoatの違い",
        "Otter・Mink・Stoatの比較",
        "Otter, Mink, or Stoat: which one to watch?",
        "Otter, Mink & Stoat: compared",
        "Otter/Mink/Stoat comparison",
        "Otter x Mink x Stoat",
        "Comparativa: Otter frente a Mink frente a Stoat - Sitio",
        "Otter im Vergleich mit Mink und Stoat",
        "Otter compared with Mink and Stoat",
        "Should you keep an Otter, a Mink or a Stoat?",
        "Battle of Otter, Mink and Stoat",
        "Otter | Mink | Stoat – der Vergleich",
      })
  void readsThreeNamesInAnyLanguageWhereThePageHasThem(String title) {
    for (String header : List.of("Otter | Mink | Stoat", "Otter\nMink\nStoat")) {
      assertThat(names("# " + title + "\n\nSome words.\n\n" + header + "\n", ""))
          .containsExactly("Otter", "Mink", "Stoat");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // one of the names is not on the page: the others are no reading of the title
        "Otter, Mink und Stoat im Vergleich^Otter | Mink;''",
        "Otter, Mink und Stoat im Vergleich^Mink | Stoat;''",
        "Otter | Mink | Stoat^Otter^Stoat;''",
        // a join may be a part of a name
        "Salt and Pepper or Sugar^Salt and Pepper | Sugar;Salt and Pepper|Sugar",
        "Hiring a diver vs a pilot vs a cook^Hiring a diver | Hire a pilot | A cook;Hiring a"
            + " diver|a pilot|a cook",
        // entries of a list are no names that a title has words behind; headings may be
        "Reach and Weight of kites^- Reach^- Colour^- Weight;''",
        "Reach and Weight of kites^Reach^Colour^Weight;Reach|Weight",
      })
  void believesNoListOfNamesThatThePageDoesNotShow(String page, String names) {
    assertThat(String.join("|", names("# " + page.replace("^", "\n\n"), ""))).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|", "\t", "", " "})
  void aNameMayEndAsTitlesDoWhereTheHeaderHasItSo(String between) {
    String page =
        "Usher vs teacher, special education\nUsher vs teacher, special education salary\nUsher"
            + between
            + "Teacher, Special Education\nUsher vs teacher, special education education\n";
    assertThat(names(page, "")).containsExactly("Usher", "teacher, special education");
    assertThat(names(page.replace("Teacher, Special Education", "Teacher, Special"), ""))
        .containsExactly("Usher", "teacher, special");
    assertThat(names("Usher vs teacher salary comparison\nUsher\nTeacher Salary Comparison", ""))
        .containsExactly("Usher", "teacher salary comparison");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Diferencias entre roble y olmo^^PuntoRobleOlmo^Altura30 m20 m;roble|olmo",
        "Oak czy Elm – porównanie^^Oak^Elm^30 m;Oak|Elm",
        "Oak 4とElm 5の比較^^Oak 4^Elm 5;Oak 4|Elm 5",
        "Unterschied zwischen Eiche und Ulme?^^| Eiche | Ulme | |;Eiche|Ulme",
        "Oak and Elm grow here.^^Oak^Elm;",
        "Oak and Elm^^Oak^tall^Elm;",
        "Oak y Elm^Oak^Elm;",
        "See Oak, Elm^^Oak^Elm;",
        "v x 12.9^^v 12.9;",
        "Terms and Privacy^^Privacy^Terms;",
        "# Trees^Oak y Elm^^Oak^Elm;",
      })
  void readsATitleBelowAMenuWhereThePageHasItsNamesSideBySide(String page, String names) {
    List<String> wanted = names == null ? List.of() : List.of(names.split("\\|", -1));
    assertThat(names("Home > All^Cookies^^".replace('^', '\n') + page.replace('^', '\n'), ""))
        .isEqualTo(wanted);
  }

  @Test
  void takesTheNamesAsTheRestOfThePageSpeaksOfThem() {
    assertThat(
            names(
                "Red Fox vs Gray Wolf field notes\nThe red fox hunts alone, the gray wolf does not.",
                ""))
        .containsExactly("Red Fox", "Gray Wolf");
    // the page has the longer name elsewhere, or does not speak of them at all
    assertThat(
            names(
                "Red Fox vs Gray Wolf pup\nThe red fox hunts. A gray wolf pup plays. The gray wolf rests.",
                ""))
        .containsExactly("Red Fox", "Gray Wolf pup");
    assertThat(names("Red Fox vs Gray Wolf pup\nThe gray wolf does not hunt.", ""))
        .containsExactly("Red Fox", "Gray Wolf pup");
    assertThat(
            names("Red Fox vs Nor Tavo 5\nThe red fox hunts, Tavo 5 of Nor does not.\nTavo 5.", ""))
        .containsExactly("Red Fox", "Nor Tavo 5");
    assertThat(names("# Rent of flats comparison between Lyon and Ghent", ""))
        .containsExactly("Lyon", "Ghent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cooks and bakers",
        "- Cook vs Baker",
        "When it is cook vs baker, the cook wins most of the time.",
        "Differences between cook and research and development manager",
        "Cook vs  vs Baker",
        "vs",
      })
  void readsNoNamesWhereThereAreNone(String title) {
    assertThat(names(title, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://example.org/cook-jobs/cook-vs-prep-cook-differences|cook;prep cook",
        "https://example.org/compare/cook-vs-baker|cook;baker",
        "https://example.org/cook_versus_baker.html?x=a-vs-b#top|cook;baker",
        "https://example.org/cook-vs-baker/|cook;baker",
        "https://example.org/cook-vs-baker/salary|cook;baker",
        "/difference-between-cook-and-baker|cook;baker",
        "https://example.org/what-does-a-cook-do/|cook",
        "https://a-vs-b.example.org/about|",
        "|",
      })
  void readsTheNamesInAUrl(String url, String names) {
    assertThat(names("", url == null ? "" : url))
        .isEqualTo(names == null ? List.of() : List.of(names.split(";", -1)));
  }

  @Test
  void prefersTheSpellingOfATitleThatTheUrlConfirms() {
    String page = "Baker vs Grocer\nBaker vs Grocer\nCOOK vs Baker";

    assertThat(names(page, "https://example.org/cook-vs-baker")).containsExactly("COOK", "Baker");
    assertThat(names(page, "https://example.org/x-vs-y")).containsExactly("Baker", "Grocer");
    assertThat(names(page, "")).containsExactly("Baker", "Grocer");
  }

  @Test
  void tellsAProfileFromAComparison() {
    String profile = "What does a Cook do?\nCook vs. Baker\nCook vs. Grocer";
    String comparison = "Cook vs baker\nWhat does a cook do?\nWhat does a baker do?";
    String untitled = "What does a cook do?\nWhat does a baker do?\nWhat does a cook do?";

    assertThat(names(profile, "")).containsExactly("Cook");
    assertThat(names(comparison, "")).containsExactly("Cook", "baker");
    assertThat(names(untitled, "")).containsExactly("cook", "baker");
    assertThat(names("Cook vs baker\nWhat does a cook do?", "")).containsExactly("Cook", "baker");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Red Fox vs Gray Wolf: Speed and Strength>Red Fox;Gray Wolf",
        "Animal Comparison - Red Fox vs Gray Wolf vs Lynx>Red Fox;Gray Wolf;Lynx",
        "In Short: Red Fox II vs. Lynx R6>Red Fox II;Lynx R6",
        "Red Fox vs. Lynx: Den, Food, and the 'Night' Question (2026)>Red Fox;Lynx",
        "Red Fox vs Lynx | Example>Red Fox;Lynx",
        "Red Fox vs Lynx (2025) | Example>Red Fox;Lynx",
        "Red Fox vs Lynx in 2025>Red Fox;Lynx",
        "Red Fox vs Lynx, Which One Wins?>Red Fox;Lynx",
        "Red Fox vs Lynx? A Closer Look>Red Fox;Lynx",
        "Red Fox versus Lynx – Which Should You Fear in 2024?>Red Fox;Lynx",
        "Red Fox vs Lynx Specs Comparison>Red Fox;Lynx",
        "Difference Between a Fox & Gray Wolf>Fox;Gray Wolf",
        "Differences between foxes, wolves, and a lynx>foxes;wolves;lynx",
        "How the Red Fox compares to the Lynx>Red Fox;Lynx",
        "How does a Fox compare with a Lynx?>Fox;Lynx",
        "Fox or Lynx: which is better?>Fox;Lynx",
        "Is a Fox Better Than a Lynx in 2024?>Fox;Lynx",
        "Compare Fox and Lynx>Fox;Lynx",
        "Comparison of Fox and Lynx>Fox;Lynx",
        "Comparing Foxes to Lynxes>Foxes;Lynxes",
        "Following are the main differences between Fox and Lynx.>Fox;Lynx",
        "Difference between Fox and Lynx:>Fox;Lynx",
        "Fable: One vs Fable: Two>Fable: One;Fable: Two",
        "The Foxes vs The Wolves>The Foxes;The Wolves",
        "a: b: c: d: e: f: Fox vs Lynx: j>Fox;Lynx",
        "Home / Beasts / Red Fox vs Lynx>Red Fox;Lynx",
        "Fox / Cub vs Lynx>Fox / Cub;Lynx",
        "Fox / Cub vs Lynx / Kit>Fox / Cub;Lynx / Kit",
      })
  void endsNamesWhereTheirWordsDo(String title, String names) {
    assertThat(names(title, "")).containsExactly(names.split(";", -1));
  }

  @Test
  void cutsATrailOfPagesBeforeTheNames() {
    assertThat(names("Home > Beasts > Red Fox vs Lynx", "")).containsExactly("Red Fox", "Lynx");
    assertThat(names("Home > Beasts\nFox vs Lynx", "")).containsExactly("Fox", "Lynx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Den: Fox vs Lynx/|  | Den: Fox | Lynx |>Den: Fox;Lynx",
        "Den: Fox vs Lynx/DenFoxLynx>Fox;Lynx",
        "Fox vs Lynx: North/Kind Fox Lynx: North>Fox;Lynx: North",
        "Canidae vs Felidae: Fox vs Lynx/Kind Fox Lynx>Fox;Lynx",
        "Canidae vs Felidae: Fox vs Lynx/FOX/LYNX>Fox;Lynx",
        "Fox vs Lynx - Night/Lynx - Night>Fox;Lynx - Night",
        "Fox vs Lynx - Night/Fox>Fox;Lynx",
        "Difference between Fox and Cub and Lynx/Fox and Cub | Lynx>Fox and Cub;Lynx",
        "Difference between Fox, Cub and Lynx/Kind\tFox, Cub\tLynx>Fox, Cub;Lynx",
        "Difference between Fox, Cub and Lynx/FoxCubLynx>Fox;Cub;Lynx",
        "Red Fox vs Gray Wolf facts/Red Fox Gray Wolf>Red Fox;Gray Wolf",
        "Red Fox vs Gray Wolf, seen in the wild/KindRed FoxGray Wolf>Red Fox;Gray Wolf",
        "Battle of Red Fox vs Gray Wolf/KindRed FoxGray Wolf>Red Fox;Gray Wolf",
        "Battle of Red Fox vs Gray Wolf/│ Kind │ Red Fox │ Gray Wolf │>Red Fox;Gray Wolf",
        "Den Mk 3 vs Gray Wolf/Height/3/Gray Wolf>Den Mk 3;Gray Wolf",
        "Den Mk 3 vs Gray Wolf/Rank 3 | Gray Wolf>Den Mk 3;Gray Wolf",
        "Red Fox vs Gray Wolf facts/Red Fox Gray Wolf and more>Red Fox;Gray Wolf",
        "Acme Den 3 vs Norwick Tavo 5/Kind Den 3Norwick Tavo 5>Den 3;Norwick Tavo 5",
        "Den 3 vs Norwick Tavo 5/Kind Den 3Tavo 5>Den 3;Tavo 5",
        "Acme Den 3 vs Norwick Tavo 5/Norwick Tavo 5 Den 3>Den 3;Norwick Tavo 5",
        "Acme Den 3 vs Norwick Tavo 5/Norwick Tavo 5 Den 3 and more>Acme Den 3;Norwick Tavo 5",
        "Fox vs Red Fox Cub/a | b>Fox;Red Fox Cub",
        "Cub vs Red Fox face to face/Cub | Age | Red Fox>Cub;Red Fox",
        "Red Fox vs Gray Wolf facts/Red/Fox/Gray/Wolf>Red Fox;Gray Wolf facts",
        "HomeNewsAboutRed Fox vs Gray Wolf/KindRed FoxGray Wolf>Red Fox;Gray Wolf",
        "HomeNewsAboutFox vs Lynx: sizes/FoxLynxHeight40 cm60 cm>Fox;Lynx",
        "MacDen Fox vs Lynx/Kind Den Fox Lynx>Fox;Lynx",
        "Home News About Fox vs Lynx (a list) Den/ Kind Fox Lynx >Fox;Lynx",
        "= Red Fox vs Lynx: which? =/a | b>Red Fox;Lynx",
        "h1(#a). Red Fox vs Lynx/a | b>Red Fox;Lynx",
        "h1. {anchor:a}Red Fox vs Lynx/a | b>Red Fox;Lynx",
        "\\section{Red Fox vs Lynx}\\label{a}/a | b>Red Fox;Lynx",
        "Home/Compare Plans and Pricing/Red Fox vs Lynx>Red Fox;Lynx",
        "Home/Compare Fox and Lynx/| Fox | Lynx | |>Fox;Lynx",
      })
  void letsThePageSayWhereANameEnds(String page, String names) {
    assertThat(names(page.replace('/', '\n'), "")).containsExactly(names.split(";", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Canidae vs Felidae: Fox vs Lynx",
        "Difference between Fox and Cub and Lynx",
        "Difference between Fox, Cub and Lynx",
        "Home/Compare Plans and Pricing",
        "Home/Is this better than that?",
        "a: b: c: d: e: f: g: Fox vs Lynx: j",
        "Fox vs a beast that nobody who lives up here has ever seen at all",
        "Canidae vs Felidae: Fox vs Lynx/Canidae/Fox",
      })
  void takesNoNamesWhereItIsNotClearWhereTheyEnd(String page) {
    assertThat(names(page.replace('/', '\n'), "")).isEmpty();
  }

  @Test
  void believesTheAddressWhereItHoldsOneOfTheWaysToReadATitle() {
    String title = "Night Test: Fox vs Lynx - North";

    assertThat(names(title, "https://example.org/night-test-fox-vs-lynx"))
        .containsExactly("Night Test: Fox", "Lynx");
    assertThat(names(title, "https://example.org/fox-vs-lynx-north"))
        .containsExactly("Fox", "Lynx - North");
    assertThat(names("", "https://example.org/how-the-red-fox-compares-to-the-lynx"))
        .containsExactly("red fox", "lynx");
    assertThat(names("", "https://example.org/comparison-fox-vs-lynx"))
        .containsExactly("fox", "lynx");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a ",
        "a: ",
        "a vs a: ",
        " and ",
        "a and a, ",
        "a vs a\n",
        "a | ",
        "a: a vs a - a\n"
      })
  void staysLinearInWhateverStandsThere(String piece) {
    String page = "a vs a: aaa vs aaa - a\n" + piece.repeat(200_000);

    assertTimeout(Duration.ofSeconds(30), () -> names(page, page));
  }

  @Test
  void readsTheTitleOfAnHtmlPage() {
    PageText page =
        Reading.html("<title>Cook vs Baker | Example</title><h1>Cook&nbsp;vs Baker</h1>");

    assertThat(READER.names(page, Optional.empty(), Steps.NONE)).containsExactly("Cook", "Baker");
  }

  @Test
  void readsATitleBehindTheDateOfADump() {
    assertThat(names(" date 2021-03-04 Brio 3 vs Tavo 5\nBoth roll.", ""))
        .containsExactly("Brio 3", "Tavo 5");
    assertThat(names("date 2021 Brio 3 vs Tavo 5\nBoth roll.", ""))
        .containsExactly("Brio 3", "Tavo 5");
  }

  @Test
  void takesTheLongerOfTwoTitlesIfThePageHasAllOfItsNamesSideBySide() {
    String titles = "Kiln test: Brio vs Tavo\nKiln test: Brio vs Tavo vs Umbo\nBoth are hot.\n";

    assertThat(names(titles + "| Feature | Brio | Tavo | Umbo |\n", ""))
        .containsExactly("Brio", "Tavo", "Umbo");
    assertThat(names(titles + "| Feature | Brio | Tavo |\n", "")).containsExactly("Brio", "Tavo");
  }

  @Test
  void leavesOutAWordForTheLabelsBeforeTheFirstName() {
    assertThat(
            names("The Brio 3 is hot.\n\nSpecs Brio 3 vs Tavo 5\n\nSpecsBrio 3Tavo 5\nHeat9", ""))
        .containsExactly("Brio 3", "Tavo 5");
    assertThat(names("Product 7 vs Brio 5\n\nProduct 7 is hot.", ""))
        .containsExactly("Product 7", "Brio 5");
  }
}
