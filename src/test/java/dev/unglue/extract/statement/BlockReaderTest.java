package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Mention;
import dev.unglue.model.value.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockReaderTest {
  private static final String LONG =
      " prepares meals in a kitchen, keeps it clean and sees that nothing burns or runs out.";

  @Test
  void readsTheListsOfAComparison() {
    PageStatements read =
        Reading.of(
            """
            Cook vs baker

            What does a cook do?

            A cook prepares meals in a kitchen, keeps it clean and sees that nothing burns.

            Cook example responsibilities.

              • Peel potatoes
              • Show more

            Baker example responsibilities.

              • Knead dough, by hand
              • Show less

            Common cook skills
              • Food, Drink & More, 12%
              • Show more
              • Not a skill
            Common baker skills:
              • Dough, 9.5%

            Browse kitchen jobs\
            """,
            "Cook", "Baker");

    assertThat(Reading.shown(read))
        .containsExactly(
            "cook description = A cook prepares meals in a kitchen, keeps it clean and sees that"
                + " nothing burns.",
            "cook responsibility#1 = Peel potatoes",
            "baker responsibility#1 = Knead dough, by hand",
            "cook skill_pct[Food, Drink & More]#1 = 12",
            "baker skill_pct[Dough]#1 = 9.5",
            "category = kitchen");
    assertThat(read.mentions())
        .extracting(Mention::section)
        .containsExactly(
            Section.PROSE,
            Section.RESPONSIBILITIES,
            Section.RESPONSIBILITIES,
            Section.SKILLS,
            Section.SKILLS,
            Section.PAGE);
    assertThat(read.mentions())
        .extracting(Mention::method)
        .containsExactly("paragraph", "list", "list", "list", "list", "sentence");
  }

  @Test
  void readsListsThatHaveLostTheirBullets() {
    PageStatements read =
        Reading.of(
            """
            Cook example responsibilities.
            Here is what cooks write:
            Peel potatoes
            Stir
            Show more
            Not this
            Baker example responsibilities.
            Knead dough
            Cook vs baker skills
            Common cook skills
            Food, 12%
            Drink, 9%
            Common baker skills
            Dough, 9%
            Browse kitchen jobs\
            """,
            "Cook", "Baker");

    assertThat(Reading.shown(read))
        .containsExactly(
            "cook responsibility#1 = Peel potatoes",
            "cook responsibility#2 = Stir",
            "baker responsibility#1 = Knead dough",
            "cook skill_pct[Food]#1 = 12",
            "cook skill_pct[Drink]#2 = 9",
            "baker skill_pct[Dough]#1 = 9",
            "category = kitchen");
  }

  @Test
  void readsSkillsHoweverTheirSharesAreSetOff() {
    for (String item :
        List.of("Food (12%)", "Food: 12%", "Food - 12%", "Food – 12 %", "Food 12%")) {
      String text = "Cook vs baker\n\nCommon cook skills\n- " + item + "\n";
      assertThat(Reading.shown(Reading.of(text, "Cook", "Baker")))
          .as(item)
          .containsExactly("cook skill_pct[Food]#1 = 12");
    }
  }

  @Test
  void readsHtmlLists() {
    PageStatements read =
        Reading.ofHtml(
            """
            <h3>Common cook skills</h3><ul><li>Food,&nbsp;12%</li><li>Drink,  9%</li></ul>
            <h3>Other</h3><ul><li>Fire, 3%</li></ul>
            <table><tr><td>What does a baker do?</table>
            """,
            "Cook", "Baker");

    assertThat(Reading.shown(read))
        .containsExactly("cook skill_pct[Food]#1 = 12", "cook skill_pct[Drink]#2 = 9");
  }

  @Test
  void givesNothingBelowAHeadingAboutSomebodyElse() {
    PageStatements read =
        Reading.of(
            "What does a cook do?\n\nWhat does a grocer do?\n\nA grocer" + LONG, "Cook", "Baker");

    assertThat(read.mentions()).isEmpty();
    assertThat(Reading.unresolved(read)).containsExactly("grocer");
  }

  @Test
  void givesNothingBelowAHeadingThatFitsTwo() {
    PageStatements read =
        Reading.of(
            "What do account managers do?\n\nAccount managers" + LONG,
            "Account Manager",
            "Accounts Manager");

    assertThat(read.mentions()).isEmpty();
    assertThat(Reading.unresolved(read)).containsExactly("account managers");
  }

  @Test
  void readsAProfile() {
    PageStatements read =
        Reading.of(
            """
            # What does a Cook do?

            A cook prepares meals in a kitchen, keeps it clean and sees that nothing burns.

            ## Cook responsibilities

            These were taken from the resumes of cooks:
            - Peel potatoes
            - Stir

            ## Cook skills and personality traits

            Some 30% of cooks are proficient in Food, Drink, and Fire.
            - Food, 12%
            Chop it, fry it and serve it.
            - Drink, 9%
            - Fire, 1%
            Patience. A cook waits for the water, the oven and the waiter, every day and gladly.
            They wait.

            The three companies that hire the most cooks are:
            - Grill House8 cooks jobs
            - Big Pan12 cook jobs
            - Own Line
            1,205 cooks jobs
            - Nothing

            Last updated on Jan 8th, 2025
            """,
            "Cook");

    assertThat(Reading.shown(read))
        .containsExactly(
            "cook description = A cook prepares meals in a kitchen, keeps it clean and sees that"
                + " nothing burns.",
            "cook responsibility#1 = Peel potatoes",
            "cook responsibility#2 = Stir",
            "cook top_skill#1 = Food",
            "cook top_skill#2 = Drink",
            "cook top_skill#3 = Fire",
            "cook skill_pct[Food]#1 = 12",
            "cook skill_description[Food] = Chop it, fry it and serve it.",
            "cook skill_pct[Drink]#2 = 9",
            "cook skill_pct[Fire]#3 = 1",
            "cook soft_skill[Patience] = A cook waits for the water, the oven and the waiter,"
                + " every day and gladly.",
            "cook hiring_company_jobs[Grill House] = 8",
            "cook hiring_company_jobs[Big Pan] = 12",
            "cook hiring_company_jobs[Own Line] = 1205",
            "updated_on = 2025-01-08");
  }

  @Test
  void comparesWithRelatedSubjects() {
    String page =
        """
        Some template. Another line that ends a paragraph.Cook vs. Pastry chef
        Pastry chefs\
        """
            + LONG
            + """

            Cooks do best in the hotel industry and take home $31,000. Pastry chefs do \
            best in the cruise industry, which pays them $40,000.Pastry chefs \
            tend to study longer than cooks. In fact, they're 1.5% more likely to hold a Bachelor’s \
            Degree and 0.2% less likely to own a Master's Degree.Cook vs Head cook
            They are something else; a head cook leads.
            Head cooks are 3% more likely to come home with a Doctoral Degree. Cooks are 2% less likely \
            to earn a Master's Degree. Cooks earn a lower salary than head cooks.
            Types of cook
            Cooks do best in the space industry with an average salary of $99,000.
            Cook vs. cooks
            """;
    PageStatements read = Reading.of(page, "Cook");

    assertThat(Reading.shown(read))
        .containsExactly(
            "pastry-chef description = Pastry chefs" + LONG,
            "cook industry_salary_usd[hotel] = 31000",
            "pastry-chef industry_salary_usd[cruise] = 40000",
            "pastry-chef degree_gap_pct[Bachelor's Degree] = 1.5",
            "pastry-chef degree_gap_pct[Master's Degree] = -0.2",
            "head-cook degree_gap_pct[Doctoral Degree] = 3");
    assertThat(Reading.claims(read)).containsExactly("head-cook > cook");
  }

  @Test
  void keepsTheProofOfAValueWithItsMember() {
    PageStatements read =
        Reading.of(
            "The companies that hire the most cooks:\n- Grill8 cooks jobs\n- Own\n7 cook jobs",
            "Cook");

    assertThat(read.mentions())
        .extracting(mention -> mention.raw().text())
        .containsExactly("Grill8", "7");
  }

  @Test
  void readsEachBlockOfAPageOnce() {
    String list = "Common cook skills\n- Food, 12%\n";

    assertThat(Reading.shown(Reading.of(list + list, "Cook", "Baker")))
        .isEqualTo(List.of("cook skill_pct[Food]#1 = 12", "cook skill_pct[Food]#1 = 12"));
  }
}
