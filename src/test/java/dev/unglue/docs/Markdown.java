package dev.unglue.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document of the project. */
record Markdown(Path file, List<String> lines) {
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("src/docs");
  private static final String FENCE = "```";
  private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+)$");

  static Markdown of(Path file) {
    try {
      return new Markdown(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Markdown readme() {
    return of(README);
  }

  /** The README, the documents, and what explains the folders of data. */
  static List<Markdown> all() {
    try (Stream<Path> docs = Files.walk(DOCS)) {
      List<Path> files = new ArrayList<>(List.of(README));
      Stream.of("raw/README.md", "raw/samples/README.md", "normalized/README.md")
          .map(Path::of)
          .filter(Files::exists)
          .forEach(files::add);
      docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(files::add);
      return files.stream().map(Markdown::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return String.join("\n", lines);
  }

  /** The targets of its links, code left out. */
  List<String> links() {
    return proseLines().stream()
        .map(line -> CODE_SPAN.matcher(line).replaceAll("code"))
        .flatMap(line -> LINK.matcher(line).results())
        .map(found -> found.group(1))
        .toList();
  }

  /** The anchors of its headings, as GitHub makes them. */
  List<String> anchors() {
    return proseLines().stream()
        .flatMap(line -> HEADING.matcher(line).results())
        .map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  /** What stands between backticks, code blocks left out. */
  List<String> codeSpans() {
    return proseLines().stream()
        .flatMap(line -> CODE_SPAN.matcher(line).results())
        .map(MatchResult::group)
        .map(span -> span.substring(1, span.length() - 1))
        .toList();
  }

  /** The lines of its fenced blocks. */
  List<String> fencedLines() {
    List<String> fenced = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith(FENCE)) {
        inside = !inside;
      } else if (inside) {
        fenced.add(line);
      }
    }
    return fenced;
  }

  private List<String> proseLines() {
    List<String> prose = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith(FENCE)) {
        inside = !inside;
      } else if (!inside) {
        prose.add(line);
      }
    }
    return prose;
  }

  /** The part below a heading of the second level, up to the next. */
  String section(String heading) {
    int start = lines.indexOf("## " + heading);
    if (start < 0) {
      throw new AssertionError(
          file + ": expected a heading \"## " + heading + "\", found none; add the section");
    }
    int end = start + 1;
    while (end < lines.size() && !lines.get(end).startsWith("## ")) {
      end++;
    }
    return String.join("\n", lines.subList(start, end));
  }
}
