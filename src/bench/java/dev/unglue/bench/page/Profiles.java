package dev.unglue.bench.page;

import dev.unglue.bench.page.FigureRows.Experience;
import dev.unglue.bench.page.TrueRow.TrueValue;
import dev.unglue.model.value.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws subjects with all that their pages say of them. */
final class Profiles {
  private static final double ALL_NAMES_MISSING = 0.10;
  private static final double ONE_NAME_MISSING = 0.04;
  private static final double NAME_CUT_SHORT = 0.01;
  private static final int CUT_AT = 18;
  private static final double NEAR_TIE = 0.05;

  /** How often two subjects of one page have the same name in a row. */
  private static final Map<String, Double> EQUAL =
      Map.of(
          "highest_paying_city", 0.05,
          "highest_paying_state", 0.12,
          "best_paying_company", 0.03,
          "best_paying_industry", 0.20,
          "common_major", 0.30,
          "common_college", 0.12);

  private static final List<String> DEGREES =
      List.of(
          "Bachelor's Degree",
          "High School Diploma",
          "Associate Degree",
          "Master's Degree",
          "Certificate");

  private final NamePool pool;
  private final Sampler chance;
  private final FigureRows figures;
  private final double disagreement;

  Profiles(NamePool pool, Sampler chance, double disagreement) {
    this.pool = pool;
    this.chance = chance;
    this.disagreement = disagreement;
    this.figures = new FigureRows(chance);
  }

  /**
   * Draws a subject.
   *
   * @param other a subject that it may stand beside: they may share a name or nearly tie
   */
  Profile draw(String name, Optional<Profile> other) {
    long salary = salary(other);
    Experience experience = differs() ? figures.oddExperience() : figures.experience();
    int age = age();
    TrueRow degree = degree();
    TrueRow again = differs() ? degree() : degree;
    List<TrueRow> rows = new ArrayList<>();
    rows.add(figures.salary(Section.OVERVIEW, "Yearly salary", salary));
    rows.add(figures.hourly(differs() ? anySalary() : salary));
    rows.add(differs() ? figures.oddGrowth() : figures.growth());
    rows.add(differs() ? figures.oddJobs() : figures.jobs());
    rows.add(figures.satisfaction());
    rows.add(degree);
    rows.add(age(Section.OVERVIEW, age));
    rows.add(years(experience));
    rows.add(figures.salary(Section.SALARY, "Average salary", differs() ? anySalary() : salary));
    rows.add(figures.range(differs() ? anySalary() : salary));
    boolean nameless = chance.in(ALL_NAMES_MISSING);
    rows.addAll(salaryNames(other, nameless));
    rows.add(new TrueRow(Section.EDUCATION, again.label(), again.text(), again.says()));
    rows.addAll(educationNames(other, nameless));
    rows.add(age(Section.DEMOGRAPHICS, differs() ? age() : age));
    rows.add(figures.gender());
    rows.add(figures.race());
    rows.add(figures.lgbt());
    return new Profile(
        name,
        rows,
        salary,
        experience.time(),
        experience.minMonths(),
        experience.maxMonths(),
        skills());
  }

  private long salary(Optional<Profile> other) {
    if (other.isPresent() && chance.in(NEAR_TIE)) {
      return other.get().salary() + chance.between(-25, 25);
    }
    return anySalary();
  }

  private long anySalary() {
    return chance.sized(52_000, 0.42, 19_000, 390_000);
  }

  private int age() {
    return chance.around(42, 4, 22, 64);
  }

  /** True in the few cases in which a figure is not what the others of its page make expect. */
  private boolean differs() {
    return disagreement > 0 && chance.in(disagreement);
  }

  /** The subject as sentences speak of it. */
  Profile quoted(Profile who) {
    Profile paid = differs() ? who.withSalary(anySalary()) : who;
    return differs() && !who.time().isEmpty() ? paid.withTime(figures.experience()) : paid;
  }

  private TrueRow degree() {
    String degree = chance.oneOf(DEGREES, 60, 20, 12, 6, 2);
    String share = String.valueOf(chance.between(26, 82));
    return new TrueRow(
        Section.OVERVIEW,
        "Most common degree",
        degree + ", " + share + "%",
        List.of(
            new TrueValue("common_degree", "", degree),
            new TrueValue("common_degree_pct", "", share)));
  }

  private static TrueRow age(Section section, int age) {
    return TrueRow.of(section, "Average age", "" + age, "average_age_years", "" + age);
  }

  private static TrueRow years(Experience experience) {
    return TrueRow.of(
        Section.OVERVIEW,
        "Years of experience",
        experience.printed(),
        "experience_years",
        experience.printed());
  }

  private List<TrueRow> salaryNames(Optional<Profile> other, boolean nameless) {
    return List.of(
        named(Section.SALARY, "Highest paying City", NamePool.CITY, other, nameless),
        named(Section.SALARY, "Highest paying state", NamePool.STATE, other, nameless),
        named(Section.SALARY, "Best paying company", "best_paying_company", other, nameless),
        named(Section.SALARY, "Best paying industry", "best_paying_industry", other, nameless));
  }

  private List<TrueRow> educationNames(Optional<Profile> other, boolean nameless) {
    return List.of(
        named(Section.EDUCATION, "Most common major", "common_major", other, false),
        named(Section.EDUCATION, "Most common college", "common_college", other, nameless));
  }

  private TrueRow named(
      Section section, String label, String attribute, Optional<Profile> other, boolean missing) {
    boolean none = missing || chance.in(ONE_NAME_MISSING);
    Optional<String> same =
        other
            .flatMap(
                profile -> profile.rows().stream().filter(r -> r.label().equals(label)).findFirst())
            .filter(
                row ->
                    !row.isMissing()
                        && !row.text().isEmpty()
                        && chance.in(EQUAL.getOrDefault(attribute, 0.0)))
            .map(TrueRow::text);
    TrueRow row = TrueRow.name(section, label, attribute, same.orElseGet(() -> drawn(attribute)));
    return none ? row.missing() : row;
  }

  /** A name, a company's now and then cut short as pages do. */
  private String drawn(String attribute) {
    String name = chance.oneOf(pool.of(attribute));
    boolean cut = attribute.equals("best_paying_company") && chance.in(NAME_CUT_SHORT);
    return cut && name.length() > CUT_AT ? name.substring(0, CUT_AT).strip() : name;
  }

  private List<String> skills() {
    Set<String> skills = new LinkedHashSet<>();
    while (skills.size() < Math.min(3, pool.skills().size())) {
      skills.add(chance.oneOf(pool.skills()));
    }
    return List.copyOf(skills);
  }
}
