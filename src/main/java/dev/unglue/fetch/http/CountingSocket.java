package dev.unglue.fetch.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/**
 * A socket that counts the bytes of the body that came over it, for the HTTP client stops at the
 * announced length and never says that more came. Used by one thread at a time.
 */
class CountingSocket extends Socket {
  private final StringBuilder status = new StringBuilder();
  private int lineLength;
  private boolean inBody;
  private long bodyBytes;
  private boolean endsLine;

  /** A request is about to be sent. */
  void begin() {
    status.setLength(0);
    lineLength = 0;
    inBody = false;
    bodyBytes = 0;
  }

  /** True if more came than was announced; a line end that some servers add is nothing. */
  boolean hasMoreThan(long announced) throws IOException {
    long more = bodyBytes - announced;
    return (more > 0 && !(more <= 2 && endsLine)) || super.getInputStream().available() > 0;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
          count(into, offset, count);
        }
        return count;
      }
    };
  }

  private void count(byte[] bytes, int offset, int count) {
    int at = offset;
    while (at < offset + count && !inBody) {
      head(bytes[at]);
      at++;
    }
    bodyBytes += offset + count - at;
    endsLine = bytes[offset + count - 1] == '\n';
  }

  /** The head ends with an empty line; one of status 1xx has another one after it. */
  private void head(byte next) {
    if (next != '\n') {
      lineLength += next == '\r' ? 0 : 1;
      if (status.length() < "HTTP/1.1 1".length()) {
        status.append((char) next);
      }
    } else if (lineLength > 0) {
      lineLength = 0;
    } else {
      inBody = !status.toString().matches("HTTP/1.. 1");
      status.setLength(0);
    }
  }
}
