package dev.unglue.config.yaml;

/**
 * Where a node of a YAML file stands.
 *
 * @param file as problems name it
 * @param line from 1; 0 where there is no line to speak of
 * @param path from the root, for example {@code attributes[3].type}; empty for the root
 * @param problems where the problems of the file go
 */
public record YamlPlace(String file, int line, String path, Problems problems) {
  /** The place of a key of the map that stands here. */
  YamlPlace key(String key, int itsLine) {
    return new YamlPlace(file, itsLine, path.isEmpty() ? key : path + "." + key, problems);
  }

  /** The place of an item of the list that stands here. */
  YamlPlace item(int index, int itsLine) {
    return new YamlPlace(file, itsLine, path + "[" + index + "]", problems);
  }

  void problem(String message) {
    problems.add(file, line, path, message);
  }
}
