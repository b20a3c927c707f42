package dev.unglue.fetch.http;

import dev.unglue.model.page.Exchange;
import dev.unglue.text.ContentCoding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What came of one request. */
public sealed interface Reply {
  /** How long the host took, in nanoseconds. */
  long latencyNanos();

  /** How many requests were sent for it. */
  int requests();

  /** Calls the function for the case at hand. */
  <T> T match(Function<Answer, T> answer, Function<Silence, T> silence);

  /** True if an answer with these header fields is a text, or does not say what it is. */
  static boolean isPage(Headers headers) {
    String type = Optional.ofNullable(headers.get("Content-Type")).orElse("");
    String bare = type.replaceAll("[;,].*", "").strip().toLowerCase(Locale.ROOT);
    return bare.isEmpty() || bare.startsWith("text/") || bare.equals("application/xhtml+xml");
  }

  /** How the body of an answer is packed, by these header fields. */
  static List<String> codings(Headers headers) {
    return ContentCoding.named(String.join(",", headers.values("Content-Encoding")));
  }

  /**
   * The server answered.
   *
   * @param exchange request and answer
   * @param headers the header lines of the answer
   * @param head the first bytes of the body, unpacked, read as UTF-8
   * @param cut why the body is not whole, for people; absent means it is whole
   * @param latencyNanos from the start to the last byte
   * @param requests how many requests were sent: 2 where a kept connection had been closed
   */
  record Answer(
      Exchange exchange,
      Headers headers,
      String head,
      @Nullable String cut,
      long latencyNanos,
      int requests)
      implements Reply {
    @Override
    public <T> T match(Function<Answer, T> answer, Function<Silence, T> silence) {
      return answer.apply(this);
    }
  }

  /**
   * No answer came.
   *
   * @param reason why, for people
   * @param kind whether it may come another time
   * @param latencyNanos from the start to the failure
   * @param requests how many requests were sent, 0 if no connection came about
   */
  record Silence(String reason, Kind kind, long latencyNanos, int requests) implements Reply {
    /** Whether an answer may come another time. */
    public enum Kind {
      /** It may: a timeout, a connection that broke. */
      HEALS,
      /** It will not: no such host, a bad certificate, an answer that is no HTTP. */
      LASTS,
      /** It was not asked: the address is not of the open Internet. */
      REFUSED
    }

    @Override
    public <T> T match(Function<Answer, T> answer, Function<Silence, T> silence) {
      return silence.apply(this);
    }
  }
}
