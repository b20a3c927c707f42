package dev.unglue.fetch.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Sockets that look at the very address that they connect to. A check of the name, or in the
 * look-up, can be passed by: by a literal, or by a name that resolves to another address the second
 * time.
 */
final class GuardedSockets extends SocketFactory {
  private final boolean guarded;

  /**
   * @param guarded false if every address may be connected to
   */
  GuardedSockets(boolean guarded) {
    this.guarded = guarded;
  }

  @Override
  public Socket createSocket() {
    return guarded ? new GuardedSocket() : new CountingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  /**
   * Refuses addresses of which one is not of the open Internet: for a proxy, which looks the name
   * up itself, may connect to any of them.
   */
  static void check(List<InetAddress> addresses) throws RefusedAddressException {
    for (InetAddress address : addresses) {
      Optional<String> why = AddressGuard.refusal(address);
      if (why.isPresent()) {
        throw new RefusedAddressException(why.get());
      }
    }
  }

  private Socket connected(InetSocketAddress address) throws IOException {
    Socket socket = createSocket();
    socket.connect(address);
    return socket;
  }

  private static final class GuardedSocket extends CountingSocket {
    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress address) || address.isUnresolved()) {
        throw new RefusedAddressException("expected an IP address, found " + endpoint);
      }
      check(List.of(address.getAddress()));
      super.connect(endpoint, timeout);
    }
  }

  /** A socket was about to connect to an address that must not be fetched. */
  static final class RefusedAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedAddressException(String message) {
      super(message);
    }
  }
}
