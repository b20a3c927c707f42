package dev.unglue.raw.warc;

import java.io.IOException;
import java.io.InputStream;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a gzip of any number of members and remembers where in the file each of them begins.
 *
 * <p>{@link java.util.zip.GZIPInputStream} does not tell the place of a member, which is what finds
 * a record of a {@code .warc.gz} again, and it takes a file that is cut between two headers for
 * whole. Every byte that could be unpacked is handed on before the cut is reported.
 */
public final class GzipStream extends InputStream {
  private static final int HEADER_BYTES = 10;
  private static final int FLAG_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private static final int MAGIC_BYTES = 4;

  private final RereadStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed = new byte[8192];
  private final TreeMap<Long, Long> memberStarts = new TreeMap<>();
  private int from;
  private int to;
  private long fileBytes;
  private long unpackedBytes;
  private long memberStart;
  private long memberUnpacked;
  private long members;
  private long wholeBytes;
  private boolean inMember;
  private @Nullable BrokenGzipException broken;

  public GzipStream(InputStream in) {
    this.in = new RereadStream(in);
  }

  /** True if the two bytes are those every gzip begins with. */
  static boolean isMagic(byte[] head) {
    return head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
  }

  /**
   * Where in the file the thing lies that begins at the given place of the unpacked stream: the
   * start of its member, if one begins there, else the place in the unpacked stream. Places must be
   * asked for in ascending order.
   */
  long fileOffset(long unpackedOffset) {
    memberStarts.headMap(unpackedOffset).clear();
    return memberStarts.getOrDefault(unpackedOffset, unpackedOffset);
  }

  /** True if a member begins at the given place of the unpacked stream; asked for in order, too. */
  public boolean isMemberStart(long unpackedOffset) {
    return memberStarts.containsKey(unpackedOffset);
  }

  /** Place in the unpacked stream where the member begins that was begun last. */
  public long memberStart() {
    return memberUnpacked;
  }

  /**
   * Goes on behind a damaged member: at the next place that looks like the start of one, or at the
   * end. Its fault may show only after its own end, so the search begins with its second byte where
   * that is still at hand.
   *
   * @return false at the end
   */
  boolean skipDamaged() throws IOException {
    broken = null;
    inMember = false;
    fileBytes -= in.goBack(fileBytes - memberStart - 1, to - from);
    from = 0;
    to = 0;
    boolean more = hasMagicBytes();
    while (more && !isMemberHeader()) {
      from++;
      more = hasMagicBytes();
    }
    return more;
  }

  /** The fault of a member that has no end though others follow it. */
  BrokenGzipException endless() {
    return BrokenGzipException.corruptAt(memberStart, "a member without an end");
  }

  /** Deflate is the only method that there is, and three flags are not used. */
  private boolean isMemberHeader() {
    return packed[from] == 0x1f
        && packed[from + 1] == (byte) 0x8b
        && packed[from + 2] == 8
        && (packed[from + 3] & 0xe0) == 0;
  }

  /** At the end of the file what is left is passed over. */
  private boolean hasMagicBytes() throws IOException {
    if (to - from >= MAGIC_BYTES) {
      return true;
    }
    System.arraycopy(packed, from, packed, 0, to - from);
    to -= from;
    from = 0;
    int count = in.readNBytes(packed, to, packed.length - to);
    to += count;
    fileBytes += count;
    from = to < MAGIC_BYTES ? to : 0;
    return to >= MAGIC_BYTES;
  }

  /** How many whole members were read so far. */
  public long members() {
    return members;
  }

  /** Place in the file after the last member that was read to its end. */
  public long wholeBytes() {
    return wholeBytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (broken != null) {
      throw broken;
    }
    try {
      return unpack(target, offset, length);
    } catch (BrokenGzipException e) {
      broken = e; // what follows a fault is never read as if nothing had been
      throw e;
    }
  }

  private int unpack(byte[] target, int offset, int length) throws IOException {
    while (inMember || nextMember()) {
      int count = inflate(target, offset, length);
      if (count > 0) {
        crc.update(target, offset, count);
        unpackedBytes += count;
        return count;
      }
      if (inflater.finished()) {
        endMember();
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    if (inflater.needsInput() && !inflater.finished()) {
      if (from == to && !fill()) {
        throw BrokenGzipException.cutAt(position());
      }
      inflater.setInput(packed, from, to - from);
    }
    try {
      int count = inflater.inflate(target, offset, length);
      from = to - inflater.getRemaining();
      if (inflater.needsDictionary()) {
        throw BrokenGzipException.corruptAt(position(), "a preset dictionary");
      }
      return count;
    } catch (DataFormatException e) {
      throw BrokenGzipException.corruptAt(position(), "other data");
    }
  }

  private boolean nextMember() throws IOException {
    skipPadding();
    if (from == to && !fill()) {
      return false;
    }
    long start = position();
    memberStart = start;
    memberUnpacked = unpackedBytes;
    in.keepFrom(to - from);
    int[] header = new int[HEADER_BYTES];
    for (int i = 0; i < HEADER_BYTES; i++) {
      header[i] = nextByte();
    }
    if (header[0] != 0x1f || header[1] != 0x8b || header[2] != 8) {
      throw BrokenGzipException.corruptAt(start, "other data");
    }
    skipHeaderFields(header[3]);
    memberStarts.put(unpackedBytes, start);
    inflater.reset();
    crc.reset();
    inMember = true;
    return true;
  }

  /** Archives on tape and disk images fill the last block with zeros. */
  private void skipPadding() throws IOException {
    while (fileBytes > 0 && (from < to || fill()) && packed[from] == 0) {
      from++;
    }
  }

  private void skipHeaderFields(int flags) throws IOException {
    if ((flags & FLAG_EXTRA) != 0) {
      int length = nextByte() | nextByte() << 8;
      for (int i = 0; i < length; i++) {
        nextByte();
      }
    }
    if ((flags & FLAG_NAME) != 0) {
      skipToZero();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipToZero();
    }
    if ((flags & FLAG_CRC) != 0) {
      littleEndian(2);
    }
  }

  private void skipToZero() throws IOException {
    int next = nextByte();
    while (next != 0) {
      next = nextByte();
    }
  }

  private void endMember() throws IOException {
    long start = position();
    long expectedCrc = littleEndian(4);
    long expectedLength = littleEndian(4);
    if (expectedCrc != crc.getValue()
        || expectedLength != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw BrokenGzipException.corruptAt(start, "a checksum that does not match");
    }
    inMember = false;
    members++;
    wholeBytes = position();
  }

  private long littleEndian(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) nextByte() << (8 * i);
    }
    return value;
  }

  private int nextByte() throws IOException {
    if (from == to && !fill()) {
      throw BrokenGzipException.cutAt(position());
    }
    return packed[from++] & 0xff;
  }

  private boolean fill() throws IOException {
    int count = in.read(packed, 0, packed.length);
    from = 0;
    to = Math.max(count, 0);
    fileBytes += to;
    return count > 0;
  }

  private long position() {
    return fileBytes - (to - from);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
