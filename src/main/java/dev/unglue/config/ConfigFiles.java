package dev.unglue.config;

import dev.unglue.config.yaml.Problems;
import dev.unglue.config.yaml.Spelling;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.config.yaml.YamlReader;
import dev.unglue.text.Sha256;
import dev.unglue.text.Whitespace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files of one configuration, held in memory, by their name below its folder. */
public final class ConfigFiles {
  /** What belongs to a configuration; anything else that lies beside it is not read. */
  private static final Pattern OURS =
      Pattern.compile("decisions\\.csv|sources/[^/]+\\.yaml|lexicon/[^/]+\\.txt");

  /** The YAML files right in the folder, by name. */
  static final List<String> TOP =
      List.of(
          AlertsFile.NAME,
          "attributes.yaml",
          "confidence.yaml",
          "fetch.yaml",
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

  /** The file of a source as problems name it. */
  String shownSource(String source) {
    return shown("sources/" + source + ".yaml");
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

  /** The content of a file, whatever its encoding, to be looked at for plain words. */
  String latin1(String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.ISO_8859_1);
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

  // --- lexicon --------------------------------------------------------------------------------

  /**
   * The closed lists of {@code lexicon/*.txt}, one name a line, by the name of their file without
   * {@code .txt}, sorted by it. A line that starts with {@code #} is a comment; names are brought
   * to Unicode form NFC, each run of white space to one blank.
   */
  Map<String, List<String>> lexicon() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String file : in("lexicon")) {
      String list = file.substring("lexicon/".length(), file.length() - ".txt".length());
      lists.put(list, text(file).map(text -> names(shown(file), text)).orElse(List.of()));
    }
    return lists;
  }

  private List<String> names(String file, String text) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    int line = 0;
    for (String raw : text.lines().toList()) {
      line++;
      String name = Normalizer.normalize(Whitespace.collapse(raw), Normalizer.Form.NFC);
      boolean says = !name.isEmpty() && !name.startsWith("#");
      @Nullable Integer before = says ? lines.putIfAbsent(name, line) : null;
      if (before != null) {
        String said = "the name %s stands twice: first at line %d; keep one";
        problems.add(file, line, "", said.formatted(Spelling.quoted(name), before));
      }
    }
    if (lines.isEmpty()) {
      problems.add(file, "expected one name a line, found none");
    }
    return List.copyOf(lines.keySet());
  }
}
