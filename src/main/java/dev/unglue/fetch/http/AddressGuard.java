package dev.unglue.fetch.http;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells which IP addresses are not of the open Internet. The blocks are those that IANA's
 * special-purpose registries call not globally reachable (RFC 6890 and its updates), and those that
 * carry an IPv4 address within.
 */
final class AddressGuard {
  private static final List<Block> IPV4 =
      List.of(
          new Block("0.0.0.0", 8, "this network"),
          new Block("10.0.0.0", 8, "private"),
          new Block("100.64.0.0", 10, "shared (carrier-grade NAT)"),
          new Block("127.0.0.0", 8, "loopback"),
          new Block("169.254.0.0", 16, "link-local, where clouds keep their metadata"),
          new Block("172.16.0.0", 12, "private"),
          new Block("192.0.0.0", 24, "reserved for protocols"),
          new Block("192.0.2.0", 24, "reserved for documentation"),
          new Block("192.88.99.0", 24, "reserved for relays"),
          new Block("192.168.0.0", 16, "private"),
          new Block("198.18.0.0", 15, "reserved for measurements"),
          new Block("198.51.100.0", 24, "reserved for documentation"),
          new Block("203.0.113.0", 24, "reserved for documentation"),
          new Block("224.0.0.0", 4, "multicast"),
          new Block("240.0.0.0", 4, "reserved"));

  private static final List<Block> IPV6 =
      List.of(
          new Block("::1", 128, "loopback"),
          new Block("fc00::", 7, "unique-local"),
          new Block("fe80::", 10, "link-local"),
          new Block("ff00::", 8, "multicast"),
          new Block("2001::", 23, "reserved for protocols"),
          new Block("2001:db8::", 32, "reserved for documentation"),
          new Block("3fff::", 20, "reserved for documentation"));

  private static final Block GLOBAL = new Block("2000::", 3, "global");
  private static final Block NAT64 = new Block("64:ff9b::", 96, "translated");
  private static final Block SIX_TO_FOUR = new Block("2002::", 16, "translated");
  private static final Block MAPPED = new Block("::", 80, "mapped");

  private AddressGuard() {}

  /** Why the address must not be fetched; empty if it is of the open Internet. */
  static Optional<String> refusal(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean four = address instanceof Inet4Address;
    return (four ? first(IPV4, bytes) : refusal6(bytes))
        .map(why -> address.getHostAddress() + " is " + why);
  }

  private static Optional<String> first(List<Block> blocks, byte[] bytes) {
    return blocks.stream().filter(block -> block.holds(bytes)).map(Block::name).findFirst();
  }

  private static Optional<String> refusal6(byte[] bytes) {
    Optional<String> known = first(IPV6, bytes);
    if (known.isPresent()) {
      return known;
    }
    if (NAT64.holds(bytes) || MAPPED.holds(bytes)) {
      Optional<String> within = first(IPV4, Arrays.copyOfRange(bytes, 12, 16));
      boolean disguised = within.isEmpty() && MAPPED.holds(bytes);
      return disguised ? Optional.of("an IPv4 address in disguise") : within;
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return first(IPV4, Arrays.copyOfRange(bytes, 2, 6));
    }
    return GLOBAL.holds(bytes) ? Optional.empty() : Optional.of("not of the open Internet");
  }

  /** Addresses that begin alike. */
  private record Block(BigInteger start, int size, int bits, String name) {
    Block(String start, int bits, String name) {
      this(number(bytes(start)), bytes(start).length, bits, name);
    }

    boolean holds(byte[] address) {
      int rest = size * 8 - bits;
      return address.length == size
          && number(address).shiftRight(rest).equals(start.shiftRight(rest));
    }

    private static BigInteger number(byte[] bytes) {
      return new BigInteger(1, bytes);
    }

    private static byte[] bytes(String literal) {
      try {
        return InetAddress.getByName(literal).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalStateException("a literal needs no look-up", e);
      }
    }
  }
}
