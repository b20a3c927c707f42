package dev.unglue.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.extract.text.Captures;
import dev.unglue.model.page.Mention;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** States each fact that stands outside the tables of five real pages. */
class SeedStatementsTest {
  private static final String MORTGAGE = "Mortgage Service Specialist";
  private static final String LOSS = "Loss Mitigation Specialist";
  private static final String LOAN = "Loan Services Representative";
  private static final String COLLECTIONS = "Collections, Customer Service";
  private static final String ACCOUNT = "Account Specialist";

  private static String page(String start) throws IOException {
    Path folder = Path.of("../shared/pages/seeds");
    Assumptions.assumeTrue(Files.isDirectory(folder), "no ../shared/pages/seeds here");
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files.filter(path -> path.getFileName().toString().startsWith(start)).findFirst().get();
      return Files.readString(file);
    }
  }

  /** Facts without the long texts, which are checked by their line. */
  private static List<String> facts(PageStatements statements) {
    return Reading.shown(statements).stream()
        .filter(fact -> !fact.matches("\\S+ (description|responsibility|soft_skill|skill_desc).*"))
        .toList();
  }

  private static void assertLine(
      String page, int line, PageStatements read, String subject, String attribute, int ordinal) {
    List<Mention> found =
        read.mentions().stream()
            .filter(mention -> mention.attribute().equals(attribute))
            .filter(mention -> mention.ordinal() == ordinal)
            .filter(mention -> Optional.ofNullable(mention.subject()).get().slug().equals(subject))
            .toList();
    String expected = page.lines().toList().get(line - 1).strip().replaceFirst("^[•-] ", "");
    assertThat(found).as("%s of %s in line %d", attribute, subject, line).hasSize(1);
    assertThat(found.get(0).value()).isEqualTo(expected);
    assertThat(found.get(0).raw()).hasToString(expected);
  }

  private static void assertProof(String page, PageStatements read) {
    for (Mention mention : read.mentions()) {
      Span span = mention.raw().span();
      assertThat(page.substring(span.start(), span.end())).isEqualTo(mention.raw().text());
    }
    assertThat(read.unresolved()).isEmpty();
    assertThat(read.open()).isEmpty();
  }

  private static List<String> comparison(
      String one,
      String oneMonths,
      String oneSalary,
      String oneSkills,
      String two,
      String twoMonths,
      String twoSalary,
      String twoSkills) {
    List<String> facts = new ArrayList<>();
    add(facts, one, oneMonths, oneSalary, oneSkills);
    add(facts, two, twoMonths, twoSalary, twoSkills);
    return facts;
  }

  private static void add(
      List<String> facts, String slug, String months, String salary, String skills) {
    facts.add(slug + " time_to_become_min_months = " + months.split("-", -1)[0]);
    facts.add(slug + " time_to_become_max_months = " + months.split("-", -1)[1]);
    facts.add(slug + " yearly_salary_usd = " + salary);
    int place = 1;
    for (String skill : skills.split(", ", -1)) {
      facts.add(slug + " top_skill#" + place++ + " = " + skill);
    }
  }

  private static void addSkills(List<String> facts, String slug, String... skills) {
    int place = 1;
    for (String skill : skills) {
      int comma = skill.lastIndexOf(", ");
      facts.add(
          "%s skill_pct[%s]#%d = %s"
              .formatted(slug, skill.substring(0, comma), place++, skill.substring(comma + 2)));
    }
  }

  @Test
  void readsTheGluedPageWithHeadings() throws IOException {
    String page = page("000");
    PageStatements read = Reading.of(page, MORTGAGE, LOSS);

    List<String> facts =
        comparison(
            "mortgage-service-specialist",
            "24-48",
            "34920",
            "mortgage loans, customer service, escrow analysis",
            "loss-mitigation-specialist",
            "6-12",
            "43251",
            "customer service, loan modifications, foreclosure process");
    addSkills(
        facts,
        "mortgage-service-specialist",
        "Mortgage Loans, 12",
        "Customer Service, 9",
        "Escrow Analysis, 8",
        "Inbound Calls, 7",
        "Foreclosure Process, 4",
        "Real Estate, 4");
    addLossSkills(facts);
    facts.add("category = office and administrative");
    assertThat(facts(read)).containsExactlyInAnyOrderElementsOf(facts);
    assertThat(Reading.claims(read))
        .containsExactly("loss-mitigation-specialist > mortgage-service-specialist");
    assertLine(page, 23, read, "mortgage-service-specialist", "description", 0);
    assertLine(page, 27, read, "loss-mitigation-specialist", "description", 0);
    for (int place = 1; place <= 6; place++) {
      assertLine(page, 63 + place, read, "mortgage-service-specialist", "responsibility", place);
      assertLine(page, 73 + place, read, "loss-mitigation-specialist", "responsibility", place);
    }
    assertThat(read.mentions()).hasSize(facts.size() + 14);
    assertProof(page, read);
  }

  private static void addLossSkills(List<String> facts) {
    addSkills(
        facts,
        "loss-mitigation-specialist",
        "Customer Service, 13",
        "Loan Modifications, 9",
        "Foreclosure Process, 8",
        "Inbound Calls, 5",
        "Loss Mitigation Options, 4",
        "Payment Arrangements, 3");
  }

  @Test
  void readsThePipePageWhoseHeadingsWereDropped() throws IOException {
    String page = page("001");
    PageStatements read = Reading.of(page, LOSS, LOAN);

    assertThat(facts(read))
        .containsExactlyInAnyOrderElementsOf(
            comparison(
                "loss-mitigation-specialist",
                "6-12",
                "43251",
                "customer service, loan modifications, foreclosure process",
                "loan-services-representative",
                "24-48",
                "38603",
                "customer service, loan payments, outbound calls"));
    assertThat(Reading.claims(read))
        .containsExactly("loss-mitigation-specialist > loan-services-representative");
    assertLine(page, 18, read, "loss-mitigation-specialist", "description", 0);
    assertLine(page, 19, read, "loan-services-representative", "description", 0);
    assertProof(page, read);
  }

  @Test
  void readsTheOtherPipePage() throws IOException {
    String page = page("004");
    PageStatements read = Reading.of(page, LOSS, ACCOUNT);

    assertThat(facts(read))
        .containsExactlyInAnyOrderElementsOf(
            comparison(
                "loss-mitigation-specialist",
                "6-12",
                "43251",
                "customer service, loan modifications, foreclosure process",
                "account-specialist",
                "6-12",
                "42586",
                "customer service, patients, account management"));
    assertThat(Reading.claims(read))
        .containsExactly("loss-mitigation-specialist > account-specialist");
    assertLine(page, 18, read, "loss-mitigation-specialist", "description", 0);
    assertLine(page, 19, read, "account-specialist", "description", 0);
    assertProof(page, read);
  }

  @Test
  void readsTheGluedPageWithACommaInAName() throws IOException {
    String page = page("003");
    PageStatements read = Reading.of(page, LOSS, COLLECTIONS);

    List<String> facts =
        comparison(
            "loss-mitigation-specialist",
            "6-12",
            "43251",
            "customer service, loan modifications, foreclosure process",
            "collections-customer-service",
            "6-12",
            "32870",
            "strong customer service, customer service, payment arrangements");
    addLossSkills(facts);
    addSkills(
        facts,
        "collections-customer-service",
        "Strong Customer Service, 45",
        "Customer Service, 12",
        "Payment Arrangements, 5",
        "Credit Card Payments, 4",
        "Delinquent Accounts, 4",
        "Past Due Accounts, 3");
    facts.add("category = office and administrative");
    assertThat(facts(read)).containsExactlyInAnyOrderElementsOf(facts);
    assertThat(Reading.claims(read))
        .containsExactly("loss-mitigation-specialist > collections-customer-service");
    assertLine(page, 23, read, "loss-mitigation-specialist", "description", 0);
    assertLine(page, 27, read, "collections-customer-service", "description", 0);
    for (int place = 1; place <= 6; place++) {
      assertLine(page, 63 + place, read, "loss-mitigation-specialist", "responsibility", place);
      assertLine(page, 73 + place, read, "collections-customer-service", "responsibility", place);
    }
    assertProof(page, read);
  }

  @Test
  void readsTheProfilePage() throws IOException {
    String page = page("002");
    PageStatements read = Reading.of(page, LOSS);

    List<String> facts = new ArrayList<>();
    addLossSkills(facts);
    facts.addAll(
        List.of(
            "loss-mitigation-specialist top_skill#1 = Customer Service",
            "loss-mitigation-specialist top_skill#2 = Loan Modifications",
            "loss-mitigation-specialist top_skill#3 = Foreclosure Process",
            "loss-mitigation-specialist hiring_company_jobs[Flagstar Bank] = 8",
            "loss-mitigation-specialist hiring_company_jobs[TD Bank] = 6",
            "loss-mitigation-specialist hiring_company_jobs[Freeway Funding] = 5",
            "assistant-account-executive industry_salary_usd[professional] = 50936",
            "loss-mitigation-specialist industry_salary_usd[professional] = 54484",
            "assistant-account-executive degree_gap_pct[Master's Degree] = 1.0",
            "assistant-account-executive degree_gap_pct[Doctoral Degree] = -0.1",
            "debt-collector industry_salary_usd[construction] = 34803",
            "loss-mitigation-specialist industry_salary_usd[professional] = 54484",
            "debt-collector degree_gap_pct[Master's Degree] = -4.0",
            "debt-collector degree_gap_pct[Doctoral Degree] = -0.1",
            "bill-collector industry_salary_usd[finance] = 36403",
            "loss-mitigation-specialist industry_salary_usd[professional] = 54484",
            "bill-collector degree_gap_pct[Master's Degree] = -4.4",
            "bill-collector degree_gap_pct[Doctoral Degree] = -0.1",
            "updated_on = 2025-01-08"));
    assertThat(facts(read)).containsExactlyInAnyOrderElementsOf(facts);
    assertThat(Reading.claims(read)).containsExactly("loss-mitigation-specialist > debt-collector");
    assertProof(page, read);
    assertProfileTexts(page, read);
  }

  private static void assertProfileTexts(String page, PageStatements read) {
    assertLine(page, 3, read, "loss-mitigation-specialist", "description", 0);
    for (int place = 1; place <= 15; place++) {
      assertLine(page, 5 + place, read, "loss-mitigation-specialist", "responsibility", place);
    }
    List<String> lines = page.lines().toList();
    assertThat(texts(read, "skill_description"))
        .containsExactly(
            lines.get(24),
            lines.get(26),
            lines.get(28),
            lines.get(30),
            lines.get(32),
            lines.get(34));
    assertThat(texts(read, "soft_skill"))
        .containsExactly(lines.get(36), lines.get(37), lines.get(38));
    assertThat(read.mentions().stream().filter(m -> m.attribute().equals("soft_skill")))
        .extracting(Mention::member)
        .containsExactly("Listening skills", "Negotiating skills", "Speaking skills");
    assertThat(
            read.mentions().stream()
                .filter(m -> m.attribute().equals("description") && m.section() == Section.RELATED))
        .hasSize(4)
        .allMatch(m -> page.contains("\n" + m.raw().text() + "\n"));
    assertThat(read.mentions()).hasSize(25 + 1 + 15 + 6 + 3 + 4);
  }

  private static List<String> texts(PageStatements read, String attribute) {
    return read.mentions().stream()
        .filter(mention -> mention.attribute().equals(attribute))
        .map(mention -> mention.raw().text())
        .toList();
  }

  @Test
  void readsTheNamesInTheTitles() throws IOException {
    assertThat(names("000"))
        .containsExactly("Mortgage service specialist", "loss mitigation specialist");
    assertThat(names("001")).isEmpty();
    assertThat(names("002")).containsExactly("Loss Mitigation Specialist");
    assertThat(names("003"))
        .containsExactly("Loss mitigation specialist", "collections, customer service");
  }

  private static List<String> names(String start) throws IOException {
    return new TitleReader(Reading.FORMS)
        .names(Captures.lines(Captures.plain(page(start))), Optional.empty(), Steps.NONE);
  }
}
