package dev.unglue.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.config.yaml.ConfigException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** All that is wrong with a configuration, by file, line and key. */
class ConfigProblemsTest extends WrittenConfig {
  @Test
  void saysAMissingFolder() {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> ConfigFolder.load(absent))
        .isInstanceOf(ConfigException.class)
        .hasMessage(absent + ": expected a folder with attributes.yaml, found nothing");
    write("file", "x");
    Path file = folder.resolve("file");
    assertThatThrownBy(() -> ConfigFolder.load(file))
        .hasMessage(file + ": expected a folder with attributes.yaml, found a file");
  }

  @Test
  void saysAMissingFile() {
    assertThat(said())
        .isEqualTo("config/attributes.yaml: the file is missing; a configuration needs it");
  }

  @Test
  void saysFilesThatNobodyReads() {
    write("attributes.yaml", GOOD);
    write("rule.yaml", "rules: {}");
    write("zippia.yml", "name: zippia");
    assertThat(said())
        .isEqualTo(
            """
            config/rule.yaml: unknown file: expected one of alerts.yaml, attributes.yaml, \
            confidence.yaml, fetch.yaml, gate.yaml, rules.yaml, statements.yaml, weights.yaml, sources/NAME.yaml; did you mean rules.yaml?
            config/zippia.yml: unknown file: expected one of alerts.yaml, attributes.yaml, \
            confidence.yaml, fetch.yaml, gate.yaml, rules.yaml, statements.yaml, weights.yaml, sources/NAME.yaml""");
  }

  @Test
  void saysAFileThatIsNotUtf8() {
    write("attributes.yaml", GOOD);
    write("lexicon/makers.txt", new byte[] {'A', '\n', (byte) 0xe9, '\n'});
    assertThat(said())
        .isEqualTo(
            "config/lexicon/makers.txt:2: expected UTF-8, found other bytes; save it as UTF-8");
  }

  @Test
  void saysAllProblemsOfAllFilesAtOnce() {
    saidOfAttributes("  - {id: a, title: A, type: mony, sections: [overview]}\n");
    write("rules.yaml", "rules: {x: {enabled: maybe}}");
    write("lexicon/makers.txt", "Acme\nBolt\nAcme\n");
    assertThat(said())
        .isEqualTo(
            """
            config/attributes.yaml:4: attributes[0].type: expected one of money, money_range, range, \
            percent, count, rating, integer, share, city, choice, breakdown, quantity, yes_no, \
            version, date, name, text, \
            found "mony"; did you mean money?
            config/lexicon/makers.txt:3: the name "Acme" stands twice: first at line 1; keep one
            config/rules.yaml:1: rules.x.enabled: expected true or false, found "maybe\"""");
  }

  @Test
  void saysWrongAttributes() {
    assertThat(
            saidOfAttributes(
                """
                  - id: A-b
                    title: A
                    type: count
                    hard: [5, 1]
                    soft: [1]
                    decimals: 9
                    threshold: 1.5
                    sections: [overveiw]
                  - id: unmapped
                    titel: B
                    type: name
                    unit: USD
                    part: low
                    lexicon: makers
                    repair: yaers
                    sections: []
                  - {id: years, title: Y, type: choice, sections: [page]}
                  - {id: years, title: Y, type: name, sections: [page]}
                """))
        .isEqualTo(
            """
            config/attributes.yaml:4: attributes[0].id: expected lower case letters, digits and _, \
            found "A-b"
            config/attributes.yaml:4: attributes[0]: missing: expected the unit of the number, \
            such as USD/year
            config/attributes.yaml:7: attributes[0].hard: expected [least, greatest], found [5, 1]
            config/attributes.yaml:8: attributes[0].soft: expected [least, greatest], found [1]
            config/attributes.yaml:9: attributes[0].decimals: expected 0 to 6, found 9
            config/attributes.yaml:10: attributes[0].threshold: expected a probability from 0 to \
            1, found 1.5
            config/attributes.yaml:11: attributes[0].sections[0]: expected one of overview, \
            salary, education, demographics, prose, skills, responsibilities, profile, related, \
            page, found "overveiw"; did you mean overview?
            config/attributes.yaml:12: attributes[1].id: expected another name: unmapped is kept \
            for unknown labels
            config/attributes.yaml:12: attributes[1].title: missing: expected a text
            config/attributes.yaml:13: attributes[1].titel: unknown key: expected one of id, \
            title, labels, type, part, unit, hard, soft, decimals, typical, lexicon, sections, \
            threshold, repair; did you mean title?
            config/attributes.yaml:15: attributes[1].unit: expected none: the values of this \
            attribute are no numbers
            config/attributes.yaml:16: attributes[1].part: expected one of whole for type name, \
            found "low"
            config/attributes.yaml:17: attributes[1].lexicon: expected the name of a list in \
            lexicon/ (none there), found "makers"
            config/attributes.yaml:18: attributes[1].repair: expected the id of an attribute, \
            found "yaers"; did you mean years?
            config/attributes.yaml:19: attributes[1].sections: expected at least one, found none
            config/attributes.yaml:20: attributes[2]: type choice needs a lexicon: expected the \
            name of a closed list, found none
            config/attributes.yaml:21: attributes[3].id: the id "years" stands twice: first at \
            line 20; ids are unique""");
  }

  @Test
  void saysLabelsThatNameTwoThings() {
    assertThat(
            saidOfAttributes(
                """
                  - {id: a, title: A, labels: [Price], type: money, unit: USD, sections: [page]}
                  - {id: b, title: B, labels: [" price:"], type: name, sections: [page]}
                  - {id: c, title: C, labels: [PRICE], type: money, unit: USD, sections: [page]}
                """))
        .isEqualTo(
            """
            config/attributes.yaml:5: attributes[1].labels[0]: the label " price:" names a too, of \
            another type: expected money, found name
            config/attributes.yaml:6: attributes[2].labels[0]: the label "PRICE" names a too: \
            expected another part of the cell, found the same
            config/attributes.yaml:6: attributes[2].labels[0]: the label "PRICE" names b too, of \
            another type: expected name, found money""");
  }

  @Test
  void saysARepairThatIsNotInMonths() {
    assertThat(
            saidOfAttributes(
                """
                  - {id: a, title: A, type: integer, unit: years, repair: b, sections: [page]}
                  - {id: b, title: B, type: integer, unit: days, sections: [page]}
                """))
        .isEqualTo(
            "config/attributes.yaml:4: attributes[0].repair: expected an attribute in months, found"
                + " b in \"days\"");
  }

  @Test
  void saysARelationThatCannotHold() {
    assertThat(
            saidOfAttributes(
                """
                  - {id: pay, title: P, type: integer, unit: USD/year, sections: [page]}
                relations:
                  - {product: pay, of: pya, factor: 0, within: 1.5}
                  - {lower: pay}
                """))
        .isEqualTo(
            """
            config/attributes.yaml:6: relations[0].of: expected the id of an attribute, found \
            "pya"; did you mean pay?
            config/attributes.yaml:6: relations[0].factor: expected a number greater than 0, found 0
            config/attributes.yaml:6: relations[0].within: expected a share from 0 to below 1, \
            found 1.5
            config/attributes.yaml:7: relations[1].higher: missing: expected the id of an attribute""");
  }

  @Test
  void saysWhatTheCatalogueLacks() {
    write("attributes.yaml", "missing: []\nattribute: []\n");
    assertThat(said())
        .isEqualTo(
            """
            config/attributes.yaml:1: kind: missing: expected a text
            config/attributes.yaml:1: missing: expected at least one mark such as "-", found none
            config/attributes.yaml:1: attributes: missing: expected a list
            config/attributes.yaml:2: attribute: unknown key: expected one of kind, missing, \
            attributes, relations; did you mean attributes?""");
  }

  @Test
  void saysWrongRules() {
    write("attributes.yaml", GOOD);
    write("rules.yaml", "rules:\n  a: {severity: eror}\n  b: {max: many}\n  c: 3\nrule: {}\n");
    assertThat(said())
        .isEqualTo(
            """
            config/rules.yaml:2: rules.a.severity: expected one of info, warn, error, fatal, found \
            "eror"; did you mean error?
            config/rules.yaml:3: rules.b.max: expected a number, found "many"
            config/rules.yaml:4: rules.c: expected keys and values, found "3"
            config/rules.yaml:5: rule: unknown key: expected one of rules, expectations; did you mean rules?""");
  }

  @Test
  void saysWrongExceptionsOfRules() {
    write("attributes.yaml", GOOD);
    write(
        "rules.yaml",
        """
        rules:
          a:
            except:
              - {subject: teller}
              - {subject: teller, silence: true, severity: info}
              - {silence: true}
              - {subjekt: teller, silence: true}
        """);

    assertThat(said())
        .isEqualTo(
            """
            config/rules.yaml:4: rules.a.except[0]: expected either a severity or silence: true
            config/rules.yaml:5: rules.a.except[1]: expected either a severity or silence: true
            config/rules.yaml:6: rules.a.except[2]: expected a source, a subject or an attribute \
            that it holds for, found none
            config/rules.yaml:7: rules.a.except[3]: expected a source, a subject or an attribute \
            that it holds for, found none
            config/rules.yaml:7: rules.a.except[3].subjekt: unknown key: expected one of severity, \
            silence, source, subject, attribute; did you mean subject?""");
  }

  @Test
  void saysWrongSources() {
    assertThat(
            saidOfSource(
                """
                name: Web
                enabled: true
                urls: [ftp://example.org, "no address"]
                files: []
                schedule: "30 2 * * *"
                zone: America/NewYork
                fetch: {delay: 2h, maxBytes: 10B, timeout: 0s, retries: 99, latencyFactor: -1, dealy: 1s}
                links: {budget: -1, incude: []}
                catchUp: twice
                """))
        .isEqualTo(
            """
            config/sources/web.yaml:1: name: expected lower case letters, digits and hyphens, \
            found "Web"
            config/sources/web.yaml:1: expected one of urls, urlFile, sitemap, files, found urls, files
            config/sources/web.yaml:1: a live site needs a contact: expected an address or page \
            where its owner can reach you, found nothing
            config/sources/web.yaml:3: urls[0]: expected an address that starts with https:// or \
            http://, found "ftp://example.org"
            config/sources/web.yaml:3: urls[1]: expected an address that starts with https:// or \
            http://, found "no address"
            config/sources/web.yaml:4: files: expected at least one, found an empty list
            config/sources/web.yaml:5: schedule: expected a Quartz cron of 6 or 7 fields (second \
            minute hour day month weekday [year]), found "30 2 * * *" with 5
            config/sources/web.yaml:6: zone: expected a time zone such as UTC, America/New_York, \
            found "America/NewYork"; did you mean America/New_York?
            config/sources/web.yaml:7: fetch.delay: expected 0ms to 1h, found 7200000ms
            config/sources/web.yaml:7: fetch.maxBytes: expected 1KB to 1GB, found 10B
            config/sources/web.yaml:7: fetch.timeout: expected 100ms to 1h, found 0ms
            config/sources/web.yaml:7: fetch.retries: expected 0 to 10, found 99
            config/sources/web.yaml:7: fetch.latencyFactor: expected 0 to 100, found -1.0
            config/sources/web.yaml:7: fetch.dealy: unknown key: expected one of delay, maxBytes, \
            timeout, retries, allowPrivateAddresses, latencyFactor, maxPerSitemap, maxAddresses, maxTime; did you mean delay?
            config/sources/web.yaml:8: links: expected a budget of 0 to 1000000, found -1
            config/sources/web.yaml:8: links.incude: unknown key: expected one of budget, include, \
            exclude; did you mean include?
            config/sources/web.yaml:9: catchUp: expected one of once, each, none, found "twice\"""");
  }

  @Test
  void saysTimesThatNeverCome() {
    assertThat(
            saidOfSource(
                """
                name: web
                files: [p]
                schedule: "0 30 25 * * ?"
                """))
        .isEqualTo(
            "config/sources/web.yaml:3: schedule: expected a Quartz cron (second minute hour day"
                + " month weekday [year]), found \"0 30 25 * * ?\": Hour values must be between 0"
                + " and 23");
  }

  @Test
  void saysPatternsThatStandTwice() {
    assertThat(
            saidOfSource(
                """
                name: web
                sitemap: {url: "https://example.org/s.xml"}
                links: {budget: 1, include: ["*"]}
                """))
        .isEqualTo(
            "config/sources/web.yaml:3: links: the patterns of the sitemap hold for links too:"
                + " expected budget alone here");
  }

  @Test
  void saysASourceUnderTheWrongNameAndWithoutPages() {
    assertThat(saidOfSource("name: wep\n"))
        .isEqualTo(
            """
            config/sources/web.yaml:1: name: expected the name of its file, "web", found "wep"
            config/sources/web.yaml:1: expected one of urls, urlFile, sitemap, files, found none""");
  }

  @Test
  void saysAnEmptyNameList() {
    write("attributes.yaml", GOOD);
    write("lexicon/makers.txt", "# none yet\n");
    assertThat(said()).isEqualTo("config/lexicon/makers.txt: expected one name a line, found none");
  }
}
