package dev.unglue.serve.http;

/** What was asked for is not done, for a reason that the one who asked can read. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  /** Of that status, title and message. */
  public static RefusedException of(int status, String title, String message) {
    return new RefusedException(new Refusal(status, title, message));
  }

  public Refusal refusal() {
    return refusal;
  }
}
