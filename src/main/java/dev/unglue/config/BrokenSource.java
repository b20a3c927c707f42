package dev.unglue.config;

import dev.unglue.config.yaml.Problems.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A source whose file cannot be used.
 *
 * @param enabled true if a run without {@code --source} would take it, as far as its file tells
 * @param problems what is wrong with it, a line each
 */
public record BrokenSource(boolean enabled, String problems) {
  private static final String FOLDER = "sources/";
  private static final Pattern ENABLED = Pattern.compile("(?m)^enabled:\\s*+(?!false\\b)");

  /** The sources that these problems are about, by name. */
  static Map<String, BrokenSource> of(List<Problem> problems, ConfigFiles files) {
    Map<String, List<Problem>> byFile =
        problems.stream()
            .collect(Collectors.groupingBy(Problem::file, LinkedHashMap::new, Collectors.toList()));
    Map<String, BrokenSource> broken = new LinkedHashMap<>();
    for (String file : files.in("sources")) {
      List<Problem> own = byFile.getOrDefault(files.shown(file), List.of());
      if (!own.isEmpty()) {
        broken.put(
            file.substring(FOLDER.length(), file.length() - ".yaml".length()),
            new BrokenSource(
                ENABLED.matcher(files.latin1(file)).find(),
                own.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
      }
    }
    return broken;
  }
}
