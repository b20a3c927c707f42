package dev.unglue.extract.table.label;

import dev.unglue.model.value.SourceText;
import dev.unglue.text.Digits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What counts a row or a cell before its text: {@code 3.}, {@code (ii)}, {@code b)}.
 *
 * @param number from 1
 * @param label the number as it is printed, without signs around it
 * @param printed the same with them
 * @param rest the text behind it
 */
public record SerialMark(int number, SourceText label, String printed, SourceText rest) {
  private static final Pattern SERIAL =
      Pattern.compile("\\(?(\\d{1,2}(?![\\d.,]\\d)|(?:[ivx]{1,4}|[a-k])(?=[.)]))[.)]?\\s+(?=\\S)");

  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

  /** The mark that a text begins with; absent where it begins with nothing that counts. */
  public static Optional<SerialMark> of(SourceText text) {
    Matcher serial = SERIAL.matcher(text.text());
    if (!serial.lookingAt()) {
      return Optional.empty();
    }
    SourceText label = text.slice(serial.start(1), serial.end(1));
    int number = number(label.text());
    SourceText rest = text.slice(serial.end());
    return Optional.of(new SerialMark(number, label, serial.group().strip(), rest))
        .filter(mark -> number > 0);
  }

  /** True for a number with a sign behind it; one without may be an amount. */
  public boolean isSigned() {
    return printed.length() > label.length();
  }

  private static int number(String count) {
    int roman = ROMAN.indexOf(count);
    return Digits.is(count.charAt(0))
        ? Integer.parseInt(count)
        : roman >= 0 ? roman + 1 : count.length() == 1 ? count.charAt(0) - 'a' + 1 : 0;
  }
}
