package dev.unglue.model.field;

/**
 * A text that can be looked at only so often. It bounds the time of a regular expression, whatever
 * the form and whatever the page.
 */
final class TimeLimitedText implements CharSequence {
  /** Each of 1,000 characters 200 times: over ten times what any form of ours was seen to need. */
  private static final int PATIENCE = 200_000;

  private final String text;
  private int looks;

  TimeLimitedText(String text) {
    this.text = text;
  }

  /** Thrown when the text has been looked at too often. */
  static final class OutOfPatience extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfPatience() {
      super("a form needed too many steps", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (++looks > PATIENCE) {
      throw new OutOfPatience();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.substring(from, to);
  }

  @Override
  public String toString() {
    return text;
  }
}
