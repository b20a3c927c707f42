package dev.unglue.config;

import dev.unglue.config.yaml.Problems;
import dev.unglue.config.yaml.Spelling;
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
 *
 * @param files the configuration
 * @param problems where problems go
 */
record LexiconFolder(ConfigFiles files, Problems problems) {
  private static final String FOLDER = "lexicon";
  private static final String SUFFIX = ".txt";

  /** The lists by the name of their file without {@code .txt}, sorted by it. */
  Map<String, List<String>> read() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String name : files.in(FOLDER)) {
      String list = name.substring(FOLDER.length() + 1, name.length() - SUFFIX.length());
      lists.put(list, files.text(name).map(text -> names(name, text)).orElse(List.of()));
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
        problems.add(files.shown(file), line, "", said.formatted(Spelling.quoted(name), before));
      }
    }
    if (lines.isEmpty()) {
      problems.add(files.shown(file), "expected one name a line, found none");
    }
    return List.copyOf(lines.keySet());
  }
}
