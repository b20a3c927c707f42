package dev.unglue.docs;

import dev.unglue.config.ConfigFolder;
import dev.unglue.config.yaml.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every key that a configuration may hold, by its file. The program itself is asked: it answers an
 * unknown key with the list of those it knows.
 */
final class ConfigKeys {
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "mine/(\\S+?\\.yaml):\\d+: \\S*ask: unknown key: expected one of ([^;]+?)(?:;.*)?");

  /** One unknown key, {@code ask}, wherever a mapping has keys of its own. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "alerts.yaml",
          """
          ask: 1
          channels: {ops: {ask: 1, webhook: "https://example.org/"}}
          alerts: [{ask: 1, id: size, to: [ops], drift: 1}]
          """,
          "attributes.yaml",
          """
          ask: 1
          kind: thing
          missing: ["-"]
          attributes:
            - {ask: 1, id: size_cm, title: Size, type: integer, sections: [overview]}
          relations:
            - {ask: 1, product: size_cm, of: size_cm, factor: 2, within: 0.1}
            - {ask: 1, lower: size_cm, higher: size_cm}
          """,
          "fetch.yaml",
          """
          ask: 1
          """,
          "gate.yaml",
          """
          ask: 1
          """,
          "rules.yaml",
          """
          ask: 1
          rules: {}
          expectations:
            - id: size
              ask: 1
              attribute: size_cm
              unique: true
              range: {ask: 1, min: 1}
              relation: {ask: 1, is: above, than: size_cm}
              except: [{ask: 1, attribute: size_cm, silence: true}]
              examples: [{ask: 1, passes: [{size_cm: 1}]}]
          """,
          "confidence.yaml",
          """
          ask: 1
          methods: {cell: {any: {ask: 1, right: 1, of: 1, confidence: 1}}}
          """,
          "weights.yaml",
          """
          ask: 1
          evidence: {}
          names: {}
          open: {}
          """,
          "statements.yaml",
          """
          ask: 1
          words: {ask: 1}
          sentences:
            - id: size
              ask: 1
              on: [comparison]
              section: prose
              pattern: "{a} is {n:count}"
              gives: [{ask: 1, attribute: size_cm, subject: a, value: n}]
            - id: order
              on: [comparison]
              section: prose
              pattern: "{a} is {s:sign} than {b}"
              rank: {ask: 1, attribute: size_cm, greater: a, lesser: b, sign: s}
          blocks:
            - id: list
              ask: 1
              on: [comparison]
              section: prose
              start: ["of {a}"]
              entries:
                - {ask: 1, line: item, gives: [{attribute: size_cm, subject: a, value: line}]}
          paragraphs: {ask: 1, attribute: size_cm, section: prose, min_length: 9, openings: ["{a} is"]}
          """,
          "sources/site.yaml",
          """
          ask: 1
          name: site
          sitemap: {ask: 1, url: "https://example.org/sitemap.xml"}
          fetch: {ask: 1}
          links: {ask: 1, budget: 1}
          """);

  private ConfigKeys() {}

  /** The keys by file, in the order of the alphabet. */
  static Map<String, Set<String>> byFile(Path folder) {
    Map<String, Set<String>> keys = new TreeMap<>();
    for (String problem : problems(folder)) {
      Matcher unknown = UNKNOWN.matcher(problem);
      if (unknown.matches()) {
        keys.computeIfAbsent(unknown.group(1), file -> new TreeSet<>())
            .addAll(Arrays.asList(unknown.group(2).split(", ")));
      }
    }
    return keys;
  }

  private static List<String> problems(Path folder) {
    try {
      Files.createDirectories(folder.resolve("sources"));
      for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
        Files.writeString(folder.resolve(question.getKey()), question.getValue());
      }
      ConfigFolder.load(folder, "mine");
      throw new AssertionError("expected complaints about unknown keys, found none");
    } catch (ConfigException e) {
      return String.valueOf(e.getMessage()).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
