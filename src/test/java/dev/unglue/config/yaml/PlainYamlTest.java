package dev.unglue.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quick reader reads, the library reads alike; all else it leaves to the library. */
class PlainYamlTest {
  private static final long SEED = 20260107;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("config"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsEveryFileOfTheBundledConfigurationsAsTheLibraryDoes(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(quick(text)).as(file + " is plain").isPresent().hasValue(byLibrary(text));
  }

  /** Each file with a few lines changed by a few signs that mean something in YAML. */
  @ParameterizedTest
  @MethodSource("files")
  void readsWhateverBecomesOfAFileAsTheLibraryDoesOrNotAtAll(Path file) throws IOException {
    Random random = new Random(SEED);
    String text = Files.readString(file);
    List<String> lines = text.lines().limit(120).toList();
    int plain = 0;
    for (int i = 0; i < 400; i++) {
      int some = 1 + random.nextInt(Math.min(60, lines.size()));
      StringBuilder changed = new StringBuilder();
      lines.subList(0, some).forEach(l -> changed.append(l + "\n"));
      for (int k = random.nextInt(3); k >= 0; k--) {
        change(changed, random);
      }
      plain += check(changed.toString());
    }
    assertThat(plain).isGreaterThan(20);
  }

  @Test
  void readsWhatIsMadeOfASignEachAsTheLibraryDoesOrNotAtAll() {
    Random random = new Random(SEED);
    int plain = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder made = new StringBuilder();
      for (int k = random.nextInt(14); k >= 0; k--) {
        made.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      plain += check(made.toString());
    }
    assertThat(plain).isGreaterThan(200);
  }

  private static final List<String> PIECES =
      List.of(
          "a: ",
          "b:",
          "\n",
          "\n  ",
          "\n    ",
          "- ",
          "[",
          "]",
          "{",
          "}",
          ", ",
          "\"x\"",
          "\"",
          "1",
          " ",
          "-2.5",
          "word",
          " # c",
          "#",
          ": ",
          "'",
          "null",
          "true",
          "True",
          "no",
          "on",
          "0x1F",
          "010",
          "1e3",
          "1:30",
          "http://x",
          "1_0",
          "\\",
          "a: 1\n",
          "b: [x, y]\n",
          "\n- ",
          "\n  - ",
          "key one: {k: v}",
          "|",
          ">",
          "&x ",
          "*x",
          "!",
          "%",
          "@",
          "---\n",
          "?",
          "é",
          "…",
          "\t",
          "\r",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\u007f",
          "\ud83d",
          "\ud83d\ude00");

  private static void change(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(3)) {
      case 0 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
      default -> text.insert(at, random.nextBoolean() ? "  " : "\n");
    }
  }

  /** 1 if it is plain. */
  private static int check(String text) {
    Optional<String> quick = quick(text);
    if (quick.isPresent()) {
      assertThat(quick.get()).as("seed " + SEED + ":\n" + text).isEqualTo(byLibrary(text));
    }
    return quick.isPresent() ? 1 : 0;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: null",
        "a: ~",
        "a: 1_000",
        "a: |\n  x",
        "a: &x 1",
        "a: 'x'",
        "a: \"\\n\"",
        "a: b\n  c",
        "a: [b\nc]",
        "a: b: c",
        "- a",
        "a:\n- b",
        "a: 1\na: 2",
        "a: [b,]",
        "",
        "# none",
        "a: 1\n---\nb: 2",
        "a:\t1",
        "a: 1\r\n",
        "a: \"b\nc\"",
        "\"a\": 1",
        "a : 1",
        "a: \"x\"#y"
      })
  void leavesAllElseToTheLibrary(String text) {
    assertThat(quick(text)).isEmpty();
  }

  @Test
  void leavesWhatIsNestedVeryDeepToTheLibrary() {
    assertThat(quick("a: " + "[".repeat(20) + "x" + "]".repeat(20))).isPresent();
    assertThat(quick("a: " + "[".repeat(100_000))).isEmpty();
  }

  private static Optional<String> quick(String text) {
    return PlainYaml.read(text, new YamlNode.Place("f", 1, "", new Problems()))
        .map(PlainYamlTest::shown);
  }

  /** What the library reads; its problems are part of that. */
  private static String byLibrary(String text) {
    Problems problems = new Problems();
    YamlNode node = new YamlReader("f", problems).readByLibrary(text);
    return shown(node) + (problems.all().isEmpty() ? "" : problems.all());
  }

  private static String shown(YamlNode node) {
    StringBuilder shown = new StringBuilder();
    show(node, shown);
    return shown.toString();
  }

  private static void show(YamlNode node, StringBuilder to) {
    YamlNode.Place place = node.place();
    String value = field(node, "kind") + " <" + field(node, "scalar") + ">";
    to.append(place.line() + " " + place.path() + ": " + value + "\n");
    ((Map<?, ?>) field(node, "children"))
        .forEach(
            (key, child) -> {
              to.append(key).append('=');
              show((YamlNode) child, to);
            });
    ((List<?>) field(node, "items")).forEach(item -> show((YamlNode) item, to));
  }

  private static Object field(YamlNode node, String name) {
    try {
      Field field = YamlNode.class.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(node);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
