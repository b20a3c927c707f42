package dev.unglue.fetch.site;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;

/**
 * One spelling for each address: no fragment, no default port, host in lower case, dots and escapes
 * of the path put right, and a host that is a number (2130706433, 0x7f.1, 017700000001) written as
 * the IPv4 address that sockets make of it. Thread-safe.
 */
public final class CanonicalUrl {
  private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]*|\\d+");
  private static final int LONGEST = 8_000;

  /**
   * Most addresses are written so, and nothing is to be changed of them; to find that out is slow.
   */
  private static final Pattern PLAIN =
      Pattern.compile(
          "https?+://(?:[a-z0-9]++[.-])++[a-z]++(?::\\d++)?+"
              + "(?!.*//)/[A-Za-z0-9~_/-]*+(?:\\.[A-Za-z0-9]++)?+");

  private static final BasicURLNormalizer NORMALIZER = BasicURLNormalizer.newBuilder().build();

  private CanonicalUrl() {}

  /** The address in its one spelling; empty if it is none of http or https. */
  public static Optional<HttpUrl> of(String written) {
    String text = written.strip();
    if (text.length() > LONGEST || !isWeb(text)) {
      return Optional.empty();
    }
    Optional<HttpUrl> url = Optional.ofNullable(HttpUrl.parse(text));
    return PLAIN.matcher(text).matches() ? url : url.map(CanonicalUrl::canonical);
  }

  private static boolean isWeb(String text) {
    return text.regionMatches(true, 0, "http:", 0, 5)
        || text.regionMatches(true, 0, "https:", 0, 6);
  }

  /** The address that a page at {@code base} means by {@code reference}. */
  public static Optional<HttpUrl> resolve(HttpUrl base, String reference) {
    return Optional.ofNullable(base.resolve(reference.strip())).flatMap(u -> of(u.toString()));
  }

  private static HttpUrl canonical(HttpUrl url) {
    HttpUrl plain = url.newBuilder().fragment(null).username("").password("").build();
    HttpUrl numbered =
        ipv4(plain.host()).map(host -> plain.newBuilder().host(host).build()).orElse(plain);
    String normal = NORMALIZER.filter(numbered.toString());
    boolean same = normal == null || normal.equals(numbered.toString());
    HttpUrl parsed = same ? numbered : HttpUrl.parse(normal);
    return parsed == null ? numbered : parsed;
  }

  /** A host whose parts are all numbers, as the address that it stands for. */
  private static Optional<String> ipv4(String host) {
    String[] parts =
        (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < parts.length; i++) {
      if (!NUMBER.matcher(parts[i]).matches()) {
        return Optional.empty();
      }
      // The last part fills all bytes that are left.
      int bits = i == parts.length - 1 ? 8 * (4 - i) : 8;
      BigInteger part = number(parts[i]);
      if (part.bitLength() > bits) {
        return Optional.empty();
      }
      value = value.shiftLeft(bits).or(part);
    }
    long address = value.longValueExact();
    IntStream bytes = IntStream.of(24, 16, 8, 0).map(shift -> (int) (address >> shift & 255));
    return Optional.of(bytes.mapToObj(String::valueOf).collect(Collectors.joining(".")));
  }

  private static BigInteger number(String text) {
    if (text.startsWith("0x") || text.startsWith("0X")) {
      return text.length() == 2 ? BigInteger.ZERO : new BigInteger(text.substring(2), 16);
    }
    boolean octal = text.length() > 1 && text.matches("0[0-7]+");
    return new BigInteger(text, octal ? 8 : 10);
  }
}
