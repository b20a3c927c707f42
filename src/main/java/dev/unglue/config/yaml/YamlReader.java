package dev.unglue.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.unglue.text.InvisibleCharacters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds the tree of {@link YamlNode}s of one file: by itself if it is plain, else by Jackson. */
public final class YamlReader {
  private static final Pattern MARK = Pattern.compile("line (\\d{1,9}), column \\d");
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\ufffe\\uffff]");

  private final String file;
  private final Problems problems;

  /**
   * @param file the name that problems call it by
   * @param problems where they go
   */
  public YamlReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads a whole file, whose root must be keys and values. Broken YAML, an empty file, a key that
   * stands twice and an alias are noted.
   */
  public YamlNode read(String text) {
    String plain = InvisibleCharacters.withoutByteOrderMark(text);
    return PlainYaml.read(plain, at(1)).orElseGet(() -> readByLibrary(plain));
  }

  /** Reads any YAML, and says what is wrong with it. */
  YamlNode readByLibrary(String plain) {
    Matcher forbidden = FORBIDDEN.matcher(plain);
    if (forbidden.find()) {
      return binary(plain, forbidden.start());
    }
    try (YAMLParser parser = new YAMLFactory().createParser(plain)) {
      return root(parser);
    } catch (JsonProcessingException e) {
      return noted(brokenLine(e), "this is not YAML: " + reason(e));
    } catch (IOException e) {
      // The text lies in memory: Jackson has no other reason to fail than the YAML itself.
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private YamlNode binary(String text, int position) {
    int line = 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    String found = String.format(Locale.ROOT, "U+%04X", (int) text.charAt(position));
    return noted(line, "this is not YAML: expected text, found the character " + found);
  }

  private YamlNode root(YAMLParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL) {
      problems.add(file, "the file is empty: expected keys and values");
      return YamlNode.noted(at(1));
    }
    YamlNode root = value(parser, at(1)).asMap();
    if (parser.nextToken() != null) {
      String message = "expected one document, found a second; leave out the line --- above it";
      problems.add(file, lineOf(parser), "", message);
    }
    return root;
  }

  /** The value that starts at the parser's token; its place is where people look for it. */
  private YamlNode value(YAMLParser parser, YamlNode.Place place) throws IOException {
    if (parser.isCurrentAlias()) {
      place.problem("aliases (*name) are not read; write the value itself");
      return YamlNode.noted(place);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(parser, place);
      case START_ARRAY -> list(parser, place);
      case VALUE_NULL -> new YamlNode(place, YamlNode.Kind.EMPTY, "", Map.of(), List.of());
      default -> new YamlNode(place, YamlNode.Kind.SCALAR, parser.getText(), Map.of(), List.of());
    };
  }

  private YamlNode map(YAMLParser parser, YamlNode.Place place) throws IOException {
    Map<String, YamlNode> children = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int line = lineOf(parser);
      parser.nextToken();
      YamlNode child = value(parser, place.key(key, line));
      Integer before = lines.putIfAbsent(key, line);
      if (before == null) {
        children.put(key, child);
      } else {
        child.problem("the key stands twice: first at line " + before + "; keep one");
      }
    }
    return new YamlNode(place, YamlNode.Kind.MAP, "", children, List.of());
  }

  private YamlNode list(YAMLParser parser, YamlNode.Place place) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser, place.item(items.size(), lineOf(parser))));
    }
    return new YamlNode(place, YamlNode.Kind.LIST, "", Map.of(), items);
  }

  /**
   * Where the YAML breaks. Jackson's own location is that of the last good token; the exact place
   * stands only in the words of the scanner: its last mark.
   */
  private static int brokenLine(JsonProcessingException e) {
    Matcher mark = MARK.matcher(e.getOriginalMessage());
    int line = 0;
    while (mark.find()) {
      line = Integer.parseInt(mark.group(1));
    }
    JsonLocation last = e.getLocation();
    return line == 0 && last != null ? last.getLineNr() : Math.max(line, 1);
  }

  /** The scanner's own words on one line, without the excerpt of the file that it adds. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(line -> !line.startsWith(" ") && !line.startsWith("in ") && !line.isBlank())
        .collect(Collectors.joining("; "));
  }

  private YamlNode noted(int line, String message) {
    problems.add(file, line, "", message);
    return YamlNode.noted(at(line));
  }

  private YamlNode.Place at(int line) {
    return new YamlNode.Place(file, line, "", problems);
  }

  private static int lineOf(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }
}
