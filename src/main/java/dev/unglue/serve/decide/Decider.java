package dev.unglue.serve.decide;

import dev.unglue.serve.http.Params;
import dev.unglue.serve.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What a browser remembers of the one who decides.
 *
 * @param who the name; empty where nobody has decided here
 * @param why the last reason
 * @param wide true if the last decision held for the subjects
 */
record Decider(String who, String why, boolean wide) {
  private static final String NAME = "decider";
  private static final String BETWEEN = "\u001f";
  private static final int YEAR = 365 * 24 * 3600;

  /** As the browser tells it. */
  static Decider of(Request request) {
    try {
      String[] told =
          URLDecoder.decode(request.cookies().getOrDefault(NAME, ""), StandardCharsets.UTF_8)
              .split(BETWEEN, -1);
      return told.length == 3
          ? new Decider(told[0], told[1], told[2].equals("subject"))
          : new Decider("", "", false);
    } catch (IllegalArgumentException e) {
      return new Decider("", "", false); // another has written it
    }
  }

  /** As the browser is told. */
  String cookie() {
    return NAME
        + "="
        + Params.encoded(String.join(BETWEEN, who, why, wide ? "subject" : "capture"))
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + YEAR;
  }
}
