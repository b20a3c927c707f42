package dev.unglue.raw.read;

import java.util.regex.Pattern;

/**
 * A glob as a shell reads it: {@code *} and {@code ?} stay within one part of a path, a part {@code
 * **} stands for any number of parts, {@code [a-z]}, {@code [!a-z]} and {@code {txt,md}} are
 * alternatives, a backslash takes the next character as it is.
 *
 * <p>The JDK's own globs depend on the file system and let {@code a/**}{@code /b} not match {@code
 * a/b}. A bracket that is never closed stands for itself.
 */
final class GlobPattern {
  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private final Pattern pattern;
  private int at;
  private int depth;

  private GlobPattern(String glob) {
    this.glob = glob;
    while (at < glob.length()) {
      translate(glob.charAt(at));
    }
    this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  static GlobPattern of(String glob) {
    return new GlobPattern(glob);
  }

  /** True if the text has a character that makes it a glob. */
  static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  /** True if the whole name, with {@code /} between its parts, is what the glob asks for. */
  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  /** How many folders deep a match can lie; {@code **} and alternatives may go to any depth. */
  int maxDepth() {
    boolean anyDepth = glob.contains("**") || glob.contains("{");
    return anyDepth ? Integer.MAX_VALUE : (int) glob.chars().filter(c -> c == '/').count() + 1;
  }

  /** True if the glob ends in an extension that is written out, such as {@code *.dat}. */
  boolean namesExtension() {
    String last = glob.substring(glob.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot >= 0 && dot < last.length() - 1 && !isGlob(last.substring(dot));
  }

  private void translate(char c) {
    switch (c) {
      case '*' -> translateStar();
      case '?' -> append("[^/]", 1);
      case '[' -> translateClass();
      case '{' -> translateOpening();
      case '}' -> translateInGroup(")", "}");
      case ',' -> translateInGroup("|", ",");
      case '\\' -> translateEscape();
      default -> append(Pattern.quote(String.valueOf(c)), 1);
    }
    if (c == '}' && depth > 0) {
      depth--;
    }
  }

  private void translateStar() {
    if (glob.startsWith("**/", at)) {
      append("(?:[^/]+/)*", 3);
    } else if (glob.startsWith("**", at)) {
      append(".*", 2);
    } else {
      append("[^/]*", 1);
    }
  }

  private void translateClass() {
    int close = glob.indexOf(']', at + 2);
    if (close < 0) {
      append("\\[", 1);
      return;
    }
    String inside = glob.substring(at + 1, close);
    boolean not = inside.startsWith("!") || inside.startsWith("^");
    String members = (not ? inside.substring(1) : inside).replaceAll("[\\\\\\[\\]&^]", "\\\\$0");
    append((not ? "(?!/)[^" : "(?!/)[") + members + "]", close + 1 - at);
  }

  private void translateOpening() {
    if (glob.indexOf('}', at) < 0) {
      append("\\{", 1);
    } else {
      depth++;
      append("(?:", 1);
    }
  }

  private void translateInGroup(String inGroup, String outside) {
    append(depth > 0 ? inGroup : Pattern.quote(outside), 1);
  }

  private void translateEscape() {
    boolean last = at + 1 == glob.length();
    append(Pattern.quote(last ? "\\" : glob.substring(at + 1, at + 2)), last ? 1 : 2);
  }

  private void append(String part, int consumed) {
    regex.append(part);
    at += consumed;
  }
}
