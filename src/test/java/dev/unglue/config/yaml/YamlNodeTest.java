package dev.unglue.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.config.yaml.Problems.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class YamlNodeTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private static YamlNode parse(String text, Problems problems) {
    return new YamlReader("config/a.yaml", problems).read(text);
  }

  /** What is said of {@code text} when {@code read} reads it. */
  private static String said(String text, Consumer<YamlNode> read) {
    Problems problems = new Problems();
    read.accept(parse(text, problems));
    return String.join("\n", problems.all().stream().map(Problem::toString).toList());
  }

  @Test
  void readsEachKindOfValue() {
    Problems problems = new Problems();
    YamlNode root =
        parse(
            """
            # a comment
            name: "NO"
            contact: ""
            year: 2024
            share: -0.98
            on: true
            delay: 500ms
            most: 5MB
            colour: dark_blue
            labels: [Yearly salary, "-"]
            fetch:
              retries: 3
            """,
            problems);

    assertThat(root.text("name")).isEqualTo("NO");
    assertThat(root.optionalText("contact")).contains("");
    assertThat(root.optionalText("absent")).isEmpty();
    assertThat(root.text("year")).isEqualTo("2024");
    assertThat(root.integer("year")).isEqualTo(2024);
    assertThat(root.required("share", "a number").asDecimal()).isEqualTo(new BigDecimal("-0.98"));
    assertThat(root.required("on", "true or false").asBool()).isTrue();
    assertThat(root.required("delay", "a pause").asDuration()).isEqualTo(Duration.ofMillis(500));
    assertThat(root.required("most", "a size").asSize()).isEqualTo(5_000_000);
    assertThat(root.choice("colour", Colour.class)).isEqualTo(Colour.DARK_BLUE);
    assertThat(root.texts("labels")).containsExactly("Yearly salary", "-");
    assertThat(root.map("fetch").integer("retries")).isEqualTo(3);
    root.noOtherKeys();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void knowsLineAndPathOfEachNode() {
    YamlNode root =
        parse(
            """
            kind: a
            attributes:
              - id: one
                type: money
              - id: two
                labels:
                  - x
                  - y
            """,
            new Problems());

    List<YamlNode> attributes = root.list("attributes");
    YamlNode second = attributes.get(1);
    assertThat(attributes.get(0).place().line()).isEqualTo(3);
    assertThat(second.place().line()).isEqualTo(5);
    assertThat(second.place().path()).isEqualTo("attributes[1]");
    YamlNode label = second.list("labels").get(1);
    assertThat(label.place().line()).isEqualTo(8);
    assertThat(label.place().path()).isEqualTo("attributes[1].labels[1]");
    assertThat(label.place().file()).isEqualTo("config/a.yaml");
  }

  @Test
  void saysWhichChoicesThereAre() {
    assertThat(
            said(
                "a: 1\nattributes:\n  - type: dark_blu\n",
                root -> root.list("attributes").get(0).choice("type", Colour.class)))
        .isEqualTo(
            "config/a.yaml:3: attributes[0].type: expected one of red, dark_blue, found"
                + " \"dark_blu\"; did you mean dark_blue?");
    assertThat(said("type: house", root -> root.choice("type", Colour.class)))
        .isEqualTo("config/a.yaml:1: type: expected one of red, dark_blue, found \"house\"");
  }

  @Test
  void saysWhichTypeWasExpected() {
    String text = "a: [1]\nb: x\nc: 1.5\nd: yes\ne: 2\nf: 5\ng: h\nh: 3\ni:\nj: {k: 1}\nl: ''\n";
    assertThat(
            said(
                text,
                root -> {
                  root.text("a");
                  root.required("b", "a number").asDecimal();
                  root.integer("c");
                  root.required("d", "true or false").asBool();
                  root.required("e", "a pause").asDuration();
                  root.required("f", "a size").asSize();
                  root.list("g");
                  root.map("h");
                  root.text("i");
                  root.text("j");
                  root.text("l");
                }))
        .isEqualTo(
            """
            config/a.yaml:1: a: expected a text, found a list
            config/a.yaml:2: b: expected a number, found "x"
            config/a.yaml:3: c: expected a whole number, found "1.5"
            config/a.yaml:4: d: expected true or false, found "yes"
            config/a.yaml:5: e: expected a duration such as 500ms, 2s, 5m, 1h, found "2"
            config/a.yaml:6: f: expected a size such as 64KB, 5MB, found "5"
            config/a.yaml:7: g: expected a list, found "h"
            config/a.yaml:8: h: expected keys and values, found "3"
            config/a.yaml:9: i: expected a text, found nothing
            config/a.yaml:10: j: expected a text, found keys and values
            config/a.yaml:11: l: expected a text, found \"\"\
            """);
  }

  @Test
  void refusesNumbersThatAreTooLarge() {
    assertThat(
            said(
                "a: 99999999999\nb: 999999999999GB\n",
                root -> {
                  root.integer("a");
                  root.required("b", "a size").asSize();
                }))
        .isEqualTo(
            """
            config/a.yaml:1: a: expected a whole number, found "99999999999"
            config/a.yaml:2: b: expected a size such as 64KB, 5MB, found "999999999999GB\"\
            """);
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(
            said(
                "a:\n  b: 1\n",
                root -> {
                  root.map("a").text("name");
                  root.map("c").text("quiet");
                }))
        .isEqualTo(
            """
            config/a.yaml:1: a.name: missing: expected a text
            config/a.yaml:1: c: missing: expected keys and values\
            """);
  }

  @Test
  void saysUnknownKeysWithTheOneThatWasMeant() {
    assertThat(
            said(
                "name: x\nenabeld: true\nzzz: 1\n",
                root -> {
                  root.text("name");
                  root.optional("enabled");
                  root.noOtherKeys();
                }))
        .isEqualTo(
            """
            config/a.yaml:2: enabeld: unknown key: expected one of name, enabled; did you mean enabled?
            config/a.yaml:3: zzz: unknown key: expected one of name, enabled\
            """);
  }

  @Test
  void saysEachWrongValueOnce() {
    assertThat(
            said(
                "a: [x]\n",
                root -> {
                  YamlNode item = root.list("a").get(0);
                  item.text("one");
                  item.text("two");
                  item.noOtherKeys();
                }))
        .isEqualTo("config/a.yaml:1: a[0]: expected keys and values, found \"x\"");
  }

  @Test
  void saysKeysThatStandTwice() {
    assertThat(said("a: 1\nb: 2\na: 3\n", root -> {}))
        .isEqualTo("config/a.yaml:3: a: the key stands twice: first at line 1; keep one");
  }

  @Test
  void saysAnEmptyFile() {
    assertThat(said("", root -> root.text("quiet")))
        .isEqualTo("config/a.yaml: the file is empty: expected keys and values");
    assertThat(said("# only a comment\n\n", root -> {}))
        .isEqualTo("config/a.yaml: the file is empty: expected keys and values");
  }

  @Test
  void saysARootThatIsNoMap() {
    assertThat(said("- a\n- b\n", root -> root.text("quiet")))
        .isEqualTo("config/a.yaml:1: expected keys and values, found a list");
    assertThat(said("just words", root -> {}))
        .isEqualTo("config/a.yaml:1: expected keys and values, found \"just words\"");
  }

  @Test
  void saysTheLineOfBrokenYaml() {
    assertThat(broken("a: 1\nb: [1, 2\nc: 3\n"))
        .isEqualTo("3: while parsing a flow sequence; expected ',' or ']', but got :");
    assertThat(broken("a: 1\n\tb: 2\n"))
        .isEqualTo(
            "2: while scanning for the next token; found character '\\t(TAB)' that cannot start any"
                + " token. (Do not use \\t(TAB) for indentation)");
    assertThat(broken("a: 1\nb: 'open\n"))
        .isEqualTo("3: while scanning a quoted scalar; found unexpected end of stream");
    assertThat(broken("a: 1\nb: \u0001\n"))
        .isEqualTo("2: expected text, found the character U+0001");
    assertThat(broken("a: 1\nb: c: d\n")).isEqualTo("2: mapping values are not allowed here");
  }

  private static String broken(String text) {
    String said = said(text, root -> root.text("quiet"));
    assertThat(said).startsWith("config/a.yaml:");
    return said.replace("config/a.yaml:", "").replace(": this is not YAML", "");
  }

  @Test
  void saysAliasesAndSecondDocuments() {
    assertThat(said("a: &x 1\nb: *x\n", root -> {}))
        .isEqualTo("config/a.yaml:2: b: aliases (*name) are not read; write the value itself");
    assertThat(said("a: 1\n---\nb: 2\n", root -> {}))
        .isEqualTo(
            "config/a.yaml:3: expected one document, found a second; leave out the line --- above"
                + " it");
  }

  @Test
  void cutsLongValues() {
    assertThat(said("a: " + "x".repeat(100), root -> root.required("a", "a number").asDecimal()))
        .isEqualTo("config/a.yaml:1: a: expected a number, found \"" + "x".repeat(80) + "…\"");
  }

  @Test
  void skipsAByteOrderMark() {
    assertThat(parse("\ufeffa: x", new Problems()).text("a")).isEqualTo("x");
  }

  @Test
  void throwsAllProblemsAtOnceByFileAndLine() {
    Problems problems = new Problems();
    problems.throwIfAny();
    problems.add("b.yaml", 9, "k", "second");
    problems.add("b.yaml", 2, "", "first");
    problems.add("a.txt", "whole file");
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(ConfigException.class)
        .hasMessage("a.txt: whole file\nb.yaml:2: first\nb.yaml:9: k: second");
  }
}
