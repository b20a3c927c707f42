package dev.unglue.spark;

import dev.unglue.raw.read.FileFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Turns paths, folders and globs of any Hadoop file system into files. */
final class InputFiles {
  private InputFiles() {}

  /**
   * The files, each once, with their bytes.
   *
   * @throws SparkJobException that names each input that is not there
   */
  static Map<String, Long> of(List<String> inputs, Configuration hadoop) {
    Map<String, Long> files = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String input : inputs) {
      int before = files.size();
      try {
        Path path = new Path(input);
        FileSystem system = path.getFileSystem(hadoop);
        FileStatus[] found = system.globStatus(path);
        for (FileStatus each : found == null ? new FileStatus[0] : found) {
          add(each, system, files, true);
        }
      } catch (IOException | IllegalArgumentException e) {
        missing.add("input \"%s\": cannot be read: %s".formatted(input, e.getMessage()));
        continue;
      }
      if (files.size() == before) {
        missing.add(
            "input \"%s\": expected a file, folder or glob with pages, found none"
                .formatted(input));
      }
    }
    if (!missing.isEmpty()) {
      throw new SparkJobException(String.join("\n", missing));
    }
    return files;
  }

  private static void add(
      FileStatus found, FileSystem system, Map<String, Long> files, boolean named)
      throws IOException {
    if (found.isFile()) {
      String name = found.getPath().getName();
      if (FileFormat.isPage(name, named || ParquetPages.isParquet(name))) {
        files.put(found.getPath().toString(), found.getLen());
      }
      return;
    }
    for (FileStatus below : system.listStatus(found.getPath())) {
      if (!below.getPath().getName().startsWith(".")) {
        add(below, system, files, false);
      }
    }
  }

  /** How a file is called everywhere: a local one by its path, any other by its address. */
  static String name(Path path) {
    String scheme = path.toUri().getScheme();
    return scheme == null || scheme.equals("file") ? path.toUri().getPath() : path.toString();
  }
}
