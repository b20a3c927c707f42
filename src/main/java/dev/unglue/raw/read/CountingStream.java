package dev.unglue.raw.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A stream that tells how much of it has been read. */
final class CountingStream extends FilterInputStream {
  private final LongConsumer read;

  CountingStream(InputStream in, LongConsumer read) {
    super(in);
    this.read = read;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    read.accept(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    read.accept(Math.max(count, 0));
    return count;
  }
}
