package dev.unglue.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files as Hadoop has them, whose permissions this process sets: without its native library
 * Hadoop starts a process for each file and folder, hundreds in a small run.
 */
public final class PlainFiles extends LocalFileSystem {
  public PlainFiles() {
    super(new Raw());
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      String signs =
          permission.getUserAction().SYMBOL
              + permission.getGroupAction().SYMBOL
              + permission.getOtherAction().SYMBOL;
      Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(signs);
      Files.setPosixFilePermissions(pathToFile(path).toPath(), permissions);
    }
  }
}
