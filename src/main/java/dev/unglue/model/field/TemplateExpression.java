package dev.unglue.model.field;

import dev.unglue.model.field.Template.Way;
import dev.unglue.text.LowerText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The expression of a template: an {@link Expression}, and for what that does not know, in the
 * template or in the text, one of {@link java.util.regex}.
 */
final class TemplateExpression {
  private static final int MOST_ROUNDS = 200;

  private final String regex;
  private final List<String> names;
  private final Optional<Expression> plain;

  /** Made when it is first asked for; hardly any page asks for it. */
  private volatile @Nullable Pattern other;

  private TemplateExpression(String regex, List<String> names) {
    this.regex = bounded(regex);
    this.names = names;
    this.plain = ExpressionParser.parse(this.regex, names);
  }

  /**
   * Reads an expression.
   *
   * @param names of the groups whose places are wanted
   * @throws PatternSyntaxException if it is none
   */
  static TemplateExpression of(String regex, List<String> names) {
    TemplateExpression expression = new TemplateExpression(regex, names);
    if (expression.plain.isEmpty()) {
      expression.pattern();
    }
    return expression;
  }

  /** The same for {@link java.util.regex}. */
  Pattern pattern() {
    Pattern known = other;
    if (known == null) {
      int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
      known = Pattern.compile(regex, flags);
      other = known;
    }
    return known;
  }

  /** The expression with a limit where a group may repeat without one: each round costs a call. */
  private static String bounded(String regex) {
    StringBuilder bounded = new StringBuilder();
    boolean inClass = false;
    for (int at = 0; at < regex.length(); at++) {
      char c = regex.charAt(at);
      int end = literalEnd(regex, at);
      bounded.append(regex, at, end);
      inClass = end == at + 1 && (c == '[' || (inClass && c != ']'));
      if (c == ')' && !inClass && end < regex.length() && "*+".indexOf(regex.charAt(end)) >= 0) {
        bounded.append(regex.charAt(end) == '*' ? "{0," : "{1,").append(MOST_ROUNDS).append('}');
        end++;
      }
      at = end - 1;
    }
    return bounded.toString();
  }

  /**
   * One past what stands at a place: a quoted text, a character behind a backslash, or one sign.
   */
  private static int literalEnd(String regex, int at) {
    if (regex.startsWith("\\Q", at)) {
      int end = regex.indexOf("\\E", at);
      return end < 0 ? regex.length() : end + 2;
    }
    return Math.min(regex.length(), regex.charAt(at) == '\\' ? at + 2 : at + 1);
  }

  /** True if texts whose characters stand each for itself need no {@link java.util.regex}. */
  boolean isPlain() {
    return plain.isPresent();
  }

  /** As {@link Template#match}. */
  int[] match(LowerText text, int from, Way way) {
    return plain.isPresent() && text.isSimple()
        ? plain.get().match(text.toString(), from, way)
        : matchSlowly(text.original(), from, way);
  }

  /** The same by {@link java.util.regex}. */
  int[] matchSlowly(String text, int from, Way way) {
    Matcher matcher = pattern().matcher(new TimeLimitedText(text));
    try {
      boolean fits =
          switch (way) {
            case FIND -> matcher.find(from);
            case HEAD -> matcher.lookingAt();
            case WHOLE -> matcher.matches();
          };
      return fits ? places(matcher) : new int[0];
    } catch (TimeLimitedText.OutOfPatience e) {
      // A form that needs so many steps fits by accident if at all; the text is left to the others.
      return new int[0];
    }
  }

  private int[] places(Matcher matcher) {
    int[] places = new int[2 + 2 * names.size()];
    Arrays.setAll(
        places,
        i ->
            i < 2
                ? (i == 0 ? matcher.start() : matcher.end())
                : i % 2 == 0
                    ? matcher.start(names.get(i / 2 - 1))
                    : matcher.end(names.get(i / 2 - 1)));
    return places;
  }
}
