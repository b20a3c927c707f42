package dev.unglue.raw.read;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** What the machine says of a file it will not read, in words for people. */
public final class OsReason {
  private OsReason() {}

  /** The refusal of a file or folder. */
  public static RawItem notReadable(String name, IOException cause) {
    boolean loop = cause instanceof FileSystemLoopException;
    String advice = loop ? "remove the link" : "check the file and its rights";
    String message = name + ": not readable: " + words(cause) + "; " + advice;
    return RawItem.refused(name, "not_readable", message);
  }

  /** The bare reason. */
  public static String words(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileSystemLoopException) {
      return "a link that leads back to a folder it lies in";
    }
    String words =
        cause instanceof FileSystemException named ? named.getReason() : cause.getMessage();
    return words == null ? "the machine gives no reason" : words;
  }
}
