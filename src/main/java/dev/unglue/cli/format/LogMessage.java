package dev.unglue.cli.format;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.unglue.text.TerminalText;
import java.util.stream.Collectors;

/**
 * The message of a log line as text, ours or that of a library: whatever page or address it quotes,
 * it stays one line, steers no terminal and tells no password. {@code logback.xml} names it.
 */
public final class LogMessage extends MessageConverter {
  @Override
  public String convert(ILoggingEvent event) {
    String sentence = super.convert(event);
    return TerminalText.line(sentence.isEmpty() ? fields(event) : sentence);
  }

  /** What a line without a sentence tells: {@code stage=load in=16}. */
  private static String fields(ILoggingEvent event) {
    return LogObject.pairs(event).stream()
        .map(pair -> pair.key + "=" + pair.value)
        .collect(Collectors.joining(" "));
  }
}
