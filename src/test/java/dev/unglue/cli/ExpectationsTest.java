package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that the user adds without code. */
class ExpectationsTest {
  private static final String PAGE =
      """
      # Teller vs Baker

      | | Teller | Baker |
      |---|---|---|
      | Yearly salary | $27,490 | $27,490 |
      | Growth rate | - | 5% |
      | Best paying company | Citi | acme |
      """;

  @TempDir private Path folder;

  private RealRun run;
  private String rules = "";

  @BeforeEach
  void config() throws IOException {
    run = new RealRun(folder).ownConfig().file("p/a.md", PAGE);
    rules = Files.readString(folder.resolve("config/rules.yaml"));
  }

  private void expect(String yaml) {
    try {
      Files.writeString(folder.resolve("config/rules.yaml"), rules + "\nexpectations:\n" + yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String first() {
    return "config/rules.yaml:" + (rules.lines().count() + 3);
  }

  private List<String> flags(String rule) {
    return run.query(
        "normalized/unglue.db",
        "SELECT severity, coalesce(subject, ''), expected, actual FROM v_flag WHERE rule = '"
            + rule
            + "'");
  }

  @Test
  void flagsWhatIsNotAsExpected() {
    expect(
        """
          - {id: modest, attribute: yearly_salary_usd, severity: error, range: {min: 10000, max: 20000}}
          - {id: known_company, attribute: best_paying_company, values: [Citi, Wipro]}
          - {id: capital, attribute: best_paying_company, pattern: "[A-Z].*"}
          - {id: rich, attribute: yearly_salary_usd, relation: {is: below, than: growth_rate_pct}}
          - {id: own_salary, attribute: yearly_salary_usd, unique: true}
          - {id: has_growth, attribute: growth_rate_pct, filled_pct: 60}
          - {id: fine, attribute: yearly_salary_usd, range: {min: 10000}}
          - id: quiet
            attribute: yearly_salary_usd
            range: {max: 1}
            except: [{subject: Teller, silence: true}, {subject: Baker, severity: info}]
        """);
    run.execute("run", "--input", "p", "--config", "config", "--fail-on", "never");
    assertThat(run.code).as(run.err).isZero();

    assertThat(flags("modest"))
        .containsExactlyInAnyOrder(
            "error|Teller|10000..20000|27490", "error|Baker|10000..20000|27490");
    assertThat(flags("known_company")).containsExactly("warn|Baker|one of Citi, Wipro|acme");
    assertThat(flags("capital")).containsExactly("warn|Baker|[A-Z].*|acme");
    assertThat(flags("rich")).containsExactly("warn|Baker|less than 5 (growth_rate_pct)|27490");
    assertThat(flags("own_salary"))
        .containsExactly("warn|Baker|another value than that of \"Teller\"|27490");
    assertThat(flags("has_growth")).containsExactly("warn||at least 60 %|50 %");
    assertThat(flags("fine")).isEmpty();
    assertThat(flags("quiet")).containsExactly("info|Baker|..1|27490");
    run.execute("flags", "--rule", "capital", "--format", "csv");
    assertThat(run.out).contains("is not as expected (capital): expected [A-Z].*, found");
  }

  @Test
  void runsTheExamplesBesideThem() {
    expect(
        """
          - id: modest
            attribute: yearly_salary_usd
            range: {min: 10000, max: 20000}
            examples:
              - passes: [{yearly_salary_usd: "$12,000"}, {yearly_salary_usd: "-"}]
              - flagged: [{yearly_salary_usd: 9000}]
        """);
    run.execute("config", "check", "--config", "config");
    assertThat(run.code).as(run.err).isZero();

    expect(
        """
          - id: modest
            attribute: yearly_salary_usd
            range: {min: 10000, max: 20000}
            examples:
              - passes: [{yearly_salary_usd: 9000}]
              - flagged: [{yearly_salary_usd: 12000}]
              - flagged: [{yearly_salary_usd: much}]
        """);
    run.execute("config", "check", "--config", "config");
    assertThat(run.code).isEqualTo(2);
    long line = rules.lines().count() + 7;
    String key = ": expectations.modest.examples: ";
    assertThat(run.err)
        .isEqualTo(
            "config/rules.yaml:"
                + line
                + key
                + "the example is to pass, and is flagged: Yearly salary of \"Row 1\" is not as"
                + " expected (modest): expected 10000..20000, found \"9000\", at the example[0..4]\n"
                + "config/rules.yaml:"
                + (line + 1)
                + key
                + "the example is to be flagged, and passes\n"
                + "config/rules.yaml:"
                + (line + 2)
                + key
                + "expected an attribute of attributes.yaml and a value of it, found"
                + " yearly_salary_usd: \"much\"\n");
    run.execute("run", "--input", "p", "--config", "config");
    assertThat(run.code).isEqualTo(2);
  }

  private void wrong(String yaml, String message) {
    expect(yaml);
    run.execute("config", "check", "--config", "config");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.err).isEqualTo(first() + message + "\n");
  }

  @Test
  void saysWhatIsWrongWithOne() {
    wrong(
        "  - {id: a, attribute: yearly_salry_usd, unique: true}\n",
        ": expectations.a: expected an attribute of attributes.yaml, found \"yearly_salry_usd\"; did you mean yearly_salary_usd?");
    wrong(
        "  - {id: age_range, attribute: yearly_salary_usd, unique: true}\n",
        ": expectations.age_range: expected an id of its own, found that of another rule");
    wrong(
        "  - {id: a, attribute: yearly_salary_usd}\n",
        ": expectations[0]: expected exactly one of range, values, pattern, relation, unique, filled_pct, found 0");
    wrong(
        "  - {id: a, attribute: yearly_salary_usd, pattern: '['}\n",
        ": expectations[0].pattern: expected a regular expression, found \"[\": Unclosed character class");
    wrong(
        "  - {id: a, attribute: yearly_salary_usd, range: {min: 3, max: 1}}\n",
        ": expectations[0].range: expected min, max or both, the smaller first");
    wrong(
        "  - {id: a, attribute: yearly_salary_usd, relation: {is: large, than: job_count}}\n",
        ": expectations[0].relation.is: expected one of below, at_most, equal, at_least, above, found \"large\"");
  }
}
