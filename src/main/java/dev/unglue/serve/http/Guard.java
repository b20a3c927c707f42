package dev.unglue.serve.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who may come in. A page of another site can make a browser ask this one, and a name of
 * another site can be made to lead here: so the names by which it may be called are few, what
 * changes anything must come from a page of its own, and on a network one must know its token.
 */
public final class Guard {
  /** The field of forms, and the cookie, that hold a token. */
  public static final String FORM_TOKEN = "form_token";

  public static final String TOKEN = "token";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");
  private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "[::]");

  private final SiteAccess access;
  private final int port;

  /**
   * @param port the port that it got
   */
  public Guard(SiteAccess access, int port) {
    this.access = access;
    this.port = port;
  }

  /** Why the request is refused; empty where it is not. */
  public Optional<Refusal> check(Request request) {
    if (!METHODS.contains(request.method())) {
      return refuse(405, "Not understood", "expected GET, HEAD or POST, found another method");
    }
    if (!isOurs(request.header("host"))) {
      return refuse(
          403,
          "Not this address",
          "expected a host such as %s, found \"%.80s\"; open the address that unglue serve has printed"
              .formatted(ownHost("localhost"), request.header("host")));
    }
    if (!isLetIn(request)) {
      return refuse(
          401,
          "A token is needed",
          "expected the token of --token, found none or another; open this address with ?token=... at its end once");
    }
    return request.isPost() ? checkPost(request) : Optional.empty();
  }

  private Optional<Refusal> checkPost(Request request) {
    if (access.readOnly()) {
      return refuse(
          403, "Only for reading", "expected no decision, for unglue serve runs with --read-only");
    }
    String origin = "http://" + request.header("host");
    if (!request.header("origin").equals(origin)) {
      return refuse(
          403,
          "A form from elsewhere",
          "expected a form of %s, found \"%.80s\"; nothing was kept"
              .formatted(origin, request.header("origin")));
    }
    if (!isSame(request.form().first(FORM_TOKEN), access.formToken())) {
      return refuse(
          403,
          "An old form",
          "expected a form of this start of unglue serve, found another; load the page again, nothing was kept");
    }
    return Optional.empty();
  }

  /** True if the address brings the token, which then goes into a cookie. */
  public boolean bringsToken(Request request) {
    return !access.token().isEmpty() && isSame(request.query().first(TOKEN), access.token());
  }

  /** The cookie by which a browser is let in from then on. */
  public String cookie() {
    return TOKEN + "=" + Params.encoded(access.token()) + "; Path=/; HttpOnly; SameSite=Strict";
  }

  private boolean isLetIn(Request request) {
    return access.token().isEmpty()
        || bringsToken(request)
        || isSame(request.cookies().getOrDefault(TOKEN, ""), Params.encoded(access.token()));
  }

  /** On all interfaces any name may be the right one; there the token alone decides. */
  private boolean isOurs(String host) {
    return WILDCARDS.contains(access.bind())
        || host.equals(ownHost("localhost"))
        || host.equals(ownHost("127.0.0.1"))
        || host.equals(ownHost("[::1]"))
        || host.equals(ownHost(bracketed(access.bind())));
  }

  /** The name with the port, as a browser says it. */
  private String ownHost(String name) {
    return port == 80 ? name : name + ":" + port;
  }

  /** An address of IPv6 stands in brackets. */
  static String bracketed(String address) {
    return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
  }

  /** Takes as long wherever they differ. */
  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Refusal> refuse(int status, String title, String message) {
    return Optional.of(new Refusal(status, title, message));
  }
}
