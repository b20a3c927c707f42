package dev.unglue.fetch.http;

import dev.unglue.fetch.http.GuardedSockets.RefusedAddressException;
import dev.unglue.fetch.http.Reply.Silence.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Tells why no answer came, and whether one may come another time. */
final class ConnectionFailure {
  private ConnectionFailure() {}

  /**
   * What the failure means.
   *
   * @param nanos how long it took
   * @param requests how many requests were sent
   */
  static Reply.Silence of(IOException e, FetchRules rules, long nanos, int requests) {
    Optional<RefusedAddressException> refused = refusal(e);
    if (refused.isPresent()) {
      String reason = "address refused: " + refused.get().getMessage();
      return new Reply.Silence(reason, Kind.REFUSED, nanos, requests);
    }
    Kind kind = heals(e) ? Kind.HEALS : Kind.LASTS;
    return new Reply.Silence(reason(e, rules), kind, nanos, requests);
  }

  /** Where a name has several addresses, the refusal of one may hide in the failure of another. */
  private static Optional<RefusedAddressException> refusal(Throwable e) {
    if (e instanceof RefusedAddressException refused) {
      return Optional.of(refused);
    }
    for (Throwable other : e.getSuppressed()) {
      Optional<RefusedAddressException> found = refusal(other);
      if (found.isPresent()) {
        return found;
      }
    }
    return e.getCause() == null ? Optional.empty() : refusal(e.getCause());
  }

  private static boolean heals(IOException e) {
    boolean lasts =
        e instanceof UnknownHostException
            || e instanceof SSLException
            || e instanceof ProtocolException
            || isWithinHeaders(e);
    return !lasts;
  }

  private static String reason(IOException e, FetchRules rules) {
    if (e instanceof InterruptedIOException) {
      return "no answer within " + rules.timeout().toMillis() + " ms";
    }
    if (e instanceof UnknownHostException) {
      return "no such host";
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "no connection: " + e.getMessage();
    }
    if (e instanceof SSLException) {
      return "no secure connection: " + e.getMessage();
    }
    if (isWithinHeaders(e)) {
      return "header lines without an end; at most 256 KiB of them are read";
    }
    String tunnel = "Unexpected response code for CONNECT: ";
    String said = String.valueOf(e.getMessage());
    if (said.startsWith(tunnel)) {
      return "the proxy opens no way: HTTP " + said.substring(tunnel.length());
    }
    boolean broke = e instanceof SocketException || e.getMessage() == null;
    return broke || String.valueOf(e.getMessage()).startsWith("unexpected end of stream")
        ? "the connection broke before an answer came"
        : "not HTTP: " + e.getMessage();
  }

  /**
   * True if the answer began, but its header lines did not end: OkHttp reads 256 KiB of them, and
   * calls more an early end. Where nothing came at all the message tells of 0 bytes.
   */
  private static boolean isWithinHeaders(IOException e) {
    Throwable end = e instanceof EOFException ? e : e.getCause();
    String message = end instanceof EOFException ? String.valueOf(end.getMessage()) : "";
    return message.contains("limit=") && !message.contains("limit=0 ");
  }
}
