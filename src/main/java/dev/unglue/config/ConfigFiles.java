package dev.unglue.config;

import dev.unglue.config.yaml.Problems;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.config.yaml.YamlReader;
import dev.unglue.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The files of one configuration, held in memory, by their name below its folder. */
public final class ConfigFiles {
  /** What belongs to a configuration; anything else that lies beside it is not read. */
  private static final Pattern OURS =
      Pattern.compile("decisions\\.csv|sources/[^/]+\\.yaml|lexicon/[^/]+\\.txt");

  /** The YAML files right in the folder, by name. */
  static final List<String> TOP =
      List.of(
          "attributes.yaml",
          "confidence.yaml",
          "gate.yaml",
          "rules.yaml",
          "statements.yaml",
          "weights.yaml");

  private final String shown;
  private final SortedMap<String, byte[]> files;
  private final Problems problems;

  /**
   * @param shown the folder as problems name it, with a slash at its end
   * @param files content by name below the folder, with {@code /} as separator
   * @param problems where problems go
   */
  ConfigFiles(String shown, Map<String, byte[]> files, Problems problems) {
    this.shown = shown;
    this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    this.problems = problems;
  }

  static boolean isOurs(String name) {
    return TOP.contains(name) || OURS.matcher(name).matches();
  }

  /** The file as problems name it. */
  String shown(String name) {
    return shown + name;
  }

  boolean has(String name) {
    return files.containsKey(name);
  }

  /** The names of the files right below {@code folder}, sorted. */
  List<String> in(String folder) {
    return files.keySet().stream().filter(name -> name.startsWith(folder + "/")).toList();
  }

  /** The root of a YAML file that must be there. */
  YamlNode yaml(String name) {
    if (!has(name)) {
      problems.add(shown(name), "the file is missing; a configuration needs it");
    }
    return optionalYaml(name);
  }

  /** The root of a YAML file; a quiet node, which holds nothing, where there is none. */
  YamlNode optionalYaml(String name) {
    return Optional.of(name)
        .filter(this::has)
        .flatMap(this::text)
        .map(text -> new YamlReader(shown(name), problems).read(text))
        .orElseGet(() -> YamlNode.noted(new YamlNode.Place(shown(name), 0, "", problems)));
  }

  /** The content of a file; empty, and noted, where it is not UTF-8. */
  Optional<String> text(String name) {
    byte[] bytes = files.getOrDefault(name, new byte[0]);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(buffer).toString());
    } catch (CharacterCodingException e) {
      IntStream good = IntStream.range(0, buffer.position());
      int line = 1 + (int) good.filter(i -> bytes[i] == '\n').count();
      problems.add(shown(name), line, "", "expected UTF-8, found other bytes; save it as UTF-8");
      return Optional.empty();
    }
  }

  /** SHA-256 over name, length and bytes of each file, in name order. */
  String sha256() {
    List<byte[]> pieces = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          pieces.add((name + '\n' + bytes.length + '\n').getBytes(StandardCharsets.UTF_8));
          pieces.add(bytes);
        });
    return Sha256.hex(pieces.toArray(byte[][]::new));
  }
}
