package dev.unglue.fetch.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host. Thread-safe. */
public interface HostResolver {
  /**
   * The addresses, the best first; one or more.
   *
   * @throws UnknownHostException if there are none
   */
  List<InetAddress> lookup(String host) throws UnknownHostException;

  /** As the system does it. */
  static HostResolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
