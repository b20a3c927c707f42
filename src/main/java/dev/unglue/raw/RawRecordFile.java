package dev.unglue.raw;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Opens an archive at the place of one record. */
final class RawRecordFile {
  private RawRecordFile() {}

  static RawStream at(Path file, long offset) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      channel.position(offset);
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      return RawStream.of(in);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }
}
