package dev.unglue.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** As much of a shell as the documents use. */
final class Shell {
  private Shell() {}

  /** The words of a command; quotes of both kinds hold a word together. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        begun = true;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && c == ' ') {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }

  /** True if a quote of the command is not closed: it goes on in the next line. */
  static boolean isOpen(String command) {
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      quote = quoteAfter(quote, command.charAt(i));
    }
    return quote != 0;
  }

  /** The place of the first pipe that no quotes hold; the length where there is none. */
  static int pipe(String command) {
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && c == '|') {
        return i;
      }
      quote = quoteAfter(quote, c);
    }
    return command.length();
  }

  private static char quoteAfter(char quote, char c) {
    if (quote == 0) {
      return c == '"' || c == '\'' ? c : 0;
    }
    return c == quote ? 0 : quote;
  }

  /** What a command prints, with some text as its input. */
  static String run(Path folder, List<String> command, String input) {
    try {
      Path given = Files.createTempFile(folder, "given", ".txt");
      Files.writeString(given, input);
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(given.toFile())
              .redirectErrorStream(true)
              .start();
      try (InputStream out = process.getInputStream()) {
        String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
      } finally {
        Files.delete(given);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  /** True if a command can be started and prints what is expected. */
  static boolean prints(Path folder, List<String> command, String expected) {
    try {
      return run(folder, command, "").contains(expected);
    } catch (UncheckedIOException absent) {
      return false;
    }
  }
}
