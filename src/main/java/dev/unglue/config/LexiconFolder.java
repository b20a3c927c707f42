package dev.unglue.config;

import dev.unglue.config.yaml.Problems;
import dev.unglue.config.yaml.YamlNode;
import dev.unglue.text.Whitespace;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code lexicon/*.txt}: closed lists, one name a line.
 *
 * <p>A line that starts with {@code #} is a comment. Names are brought to Unicode form NFC, each
 * run of white space to one blank.
 */
final class LexiconFolder {
  private static final String FOLDER = "lexicon";
  private static final String SUFFIX = ".txt";

  private final ConfigFiles files;
  private final Problems problems;

  LexiconFolder(ConfigFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** The lists by the name of their file without {@code .txt}, sorted by it. */
  Map<String, List<String>> read() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String name : files.in(FOLDER)) {
      String list = name.substring(FOLDER.length() + 1, name.length() - SUFFIX.length());
      lists.put(list, names(name));
    }
    return lists;
  }

  private List<String> names(String file) {
    return files.text(file).map(text -> names(file, text)).orElse(List.of());
  }

  private List<String> names(String file, String text) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    int line = 0;
    for (String raw : text.lines().toList()) {
      line++;
      String name = plain(raw);
      if (!name.isEmpty() && !name.startsWith("#")) {
        noteTwice(file, name, line, lines.putIfAbsent(name, line));
      }
    }
    if (lines.isEmpty()) {
      problems.add(files.shown(file), "expected one name a line, found none");
    }
    return List.copyOf(lines.keySet());
  }

  private void noteTwice(String file, String name, int line, @Nullable Integer before) {
    if (before != null) {
      String message = "the name %s stands twice: first at line %d; keep one";
      String said = message.formatted(YamlNode.quoted(name), before);
      problems.add(files.shown(file), line, "", said);
    }
  }

  private static String plain(String raw) {
    return Normalizer.normalize(Whitespace.collapse(raw), Normalizer.Form.NFC);
  }
}
