package dev.unglue.validate.rule;

import java.util.regex.Pattern;

/** Tells people of a fault of the program without the names of its classes. */
public final class FaultText {
  /**
   * The JDK names classes in some of its messages: {@code Cannot invoke "java.util.List.size()"}.
   */
  private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:\\w+\\.)+[A-Z]\\w*");

  private FaultText() {}

  /** What went wrong, as far as its message tells it in words. */
  public static String of(Throwable fault) {
    String message = fault.getMessage();
    boolean isForPeople = message != null && !CLASS_NAME.matcher(message).find();
    return isForPeople ? kind(fault) + message : unexplained(fault);
  }

  /** Records refuse what breaks the rules of their own. */
  private static String kind(Throwable fault) {
    return fault instanceof IllegalArgumentException ? "it broke its own rule: " : "";
  }

  private static String unexplained(Throwable fault) {
    if (fault instanceof StackOverflowError) {
      return "it ran out of stack";
    }
    return fault instanceof NullPointerException ? "it missed a value" : "it gave no reason";
  }
}
