package dev.unglue.cli.format;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.unglue.cli.option.WrappedText;
import dev.unglue.text.TerminalText;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A log line as text, with its level, ours or that of a library: whatever page or address it
 * quotes, it stays one line, steers no terminal and tells no password; where a person reads it, it
 * is broken between words and goes on below where it began. {@code logback.xml} names it.
 */
public final class LogMessage extends MessageConverter {
  private static final int INDENT = "ERROR ".length();

  /** Takes away a live line, so that the message has a line of its own. */
  private static final String WIPED = "\r" + " ".repeat(WrappedText.WIDTH) + "\r";

  @Override
  public String convert(ILoggingEvent event) {
    String sentence = super.convert(event);
    String said = TerminalText.line(sentence.isEmpty() ? fields(event) : sentence);
    String line = String.format(Locale.ROOT, "%-5s %s", event.getLevel(), said);
    return "folded".equals(getFirstOption())
        ? WIPED + String.join("\n", WrappedText.lines(line, INDENT))
        : line;
  }

  /** What a line without a sentence tells: {@code stage=load in=16}. */
  private static String fields(ILoggingEvent event) {
    return LogObject.pairs(event).stream()
        .map(pair -> pair.key + "=" + pair.value)
        .collect(Collectors.joining(" "));
  }
}
