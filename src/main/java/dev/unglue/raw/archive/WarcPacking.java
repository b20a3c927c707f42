package dev.unglue.raw.archive;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Packs records, each as a gzip member of its own. For one thread. */
final class WarcPacking implements AutoCloseable {
  /** Magic, deflate, no flags, no time, no level, of no known system: the same on every machine. */
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  private static final int TAIL_BYTES = 8;

  /** Takes half the time of the usual level for 5 % more bytes (measured on a page of 40 KB). */
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

  /** The record as one gzip member. */
  byte[] packed(WarcDraft record) {
    byte[] bytes = record.bytes();
    byte[] out = Arrays.copyOf(HEAD, HEAD.length + bytes.length / 3 + 64);
    int at = HEAD.length;
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    while (!deflater.finished()) {
      if (at == out.length) {
        out = Arrays.copyOf(out, 2 * out.length);
      }
      at += deflater.deflate(out, at, out.length - at);
    }
    out = Arrays.copyOf(out, at + TAIL_BYTES);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    littleEndian(out, at, crc.getValue());
    littleEndian(out, at + 4, bytes.length);
    return out;
  }

  private static void littleEndian(byte[] out, int at, long value) {
    for (int i = 0; i < 4; i++) {
      out[at + i] = (byte) (value >> (8 * i));
    }
  }

  @Override
  public void close() {
    deflater.end();
  }
}
