package dev.unglue.text;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What went wrong, in words that mean something to people who do not know the source. */
public final class FaultText {
  /** What the JDK writes into its own messages: {@code java.lang.String}. */
  private static final Pattern CLASS_NAME = Pattern.compile("\\b([a-z]\\w*\\.){2,}[A-Z]\\w*");

  private FaultText() {}

  /** The words; absent where only names of the program itself say it. */
  public static Optional<String> of(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return Optional.of("not enough memory");
    }
    if (e instanceof StackOverflowError) {
      return Optional.of("nested too deeply");
    }
    if (e instanceof UncheckedIOException disk) {
      return of(Objects.requireNonNull(disk.getCause()))
          .map("a file cannot be read or written: "::concat);
    }
    return Optional.ofNullable(e.getMessage())
        .filter(message -> !CLASS_NAME.matcher(message).find());
  }

  /** The same, for a place that must hold something. */
  public static String orFault(Throwable e) {
    return of(e).orElse("a fault of the program");
  }
}
