package dev.unglue.raw.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An archive as bytes that are only ever added to, whole captures at a time.
 *
 * <p>A {@link RandomAccessFile} and no channel: a channel closes itself, for everyone, when one of
 * the threads that write to it is interrupted.
 */
final class ArchiveFile implements AutoCloseable {
  /**
   * A page takes 15 microseconds to write and one to three milliseconds to force to a disk
   * (measured on a virtual disk, ext4). Only a failure of power can take what was written and not
   * forced, and those pages are then fetched again.
   */
  private static final int FORCED_PAGES = 64;

  private static final long FORCED_BYTES = 1 << 20;

  private final RandomAccessFile file;
  private long end;
  private int pages;
  private long bytes;

  private ArchiveFile(RandomAccessFile file, long end) {
    this.file = file;
    this.end = end;
  }

  /**
   * Opens a file, which is made where it does not exist, and cuts it back to its last whole
   * capture.
   *
   * @param held takes the captures that are whole
   * @param notes takes what was cut off
   */
  static ArchiveFile open(
      Path path, String source, Consumer<HeldCapture> held, Consumer<String> notes)
      throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    try {
      lock(file, path);
      ArchiveScan scan = ArchiveScan.of(path, source, held);
      if (file.length() > scan.wholeEnd()) {
        notes.accept(repair(file, path, scan));
      }
      file.seek(scan.wholeEnd());
      return new ArchiveFile(file, scan.wholeEnd());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Two archives of one source at a time, in one process, would write into each other. */
  private static void lock(RandomAccessFile file, Path path) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = file.getChannel().tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      String found = "the archive is in use: expected one writer a source, found another at ";
      throw new RawStoreLockedException(found + path + "; wait until it is done");
    }
  }

  private static String repair(RandomAccessFile file, Path path, ArchiveScan scan)
      throws IOException {
    long from = scan.wholeEnd();
    long cut = file.length() - from;
    String kept = "";
    if (scan.isDamaged()) {
      // Not what a process leaves that dies: there may be pages behind the damage.
      Path copy = path.resolveSibling(path.getFileName() + ".damaged-" + from);
      Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
      kept = ", the file as it was is kept as " + copy.getFileName();
    }
    file.setLength(from);
    file.getFD().sync();
    String missing = "a page whose last record is missing";
    String why = scan.finding().isEmpty() ? missing : scan.finding();
    return "%s: %d bytes after byte %d were no whole page and were cut off (%s)%s"
        .formatted(path.getFileName(), cut, from, why, kept);
  }

  boolean isEmpty() {
    return end == 0;
  }

  /**
   * Adds whole records, all or none of them.
   *
   * @return where they begin
   */
  long write(byte[] records) throws IOException {
    try {
      file.write(records);
    } catch (IOException e) {
      takeBack(e);
      throw e;
    }
    pages++;
    bytes += records.length;
    long start = end;
    end += records.length;
    return start;
  }

  /** True, once, if so much has been written that it should be forced. */
  boolean isForceDue() {
    boolean due = pages >= FORCED_PAGES || bytes >= FORCED_BYTES;
    if (due) {
      pages = 0;
      bytes = 0;
    }
    return due;
  }

  /** Brings what is written to the disk. Others may write meanwhile. */
  void force() throws IOException {
    file.getFD().sync();
  }

  private void takeBack(IOException cause) {
    try {
      file.setLength(end);
      file.seek(end);
    } catch (IOException e) {
      cause.addSuppressed(e); // the next start cuts it off
    }
  }

  @Override
  public void close() throws IOException {
    if (file.getChannel().isOpen()) {
      force();
      file.close();
    }
  }
}
