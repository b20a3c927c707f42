package dev.unglue.cli.format;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.unglue.text.TerminalText;

/**
 * The message of a log line as text, ours or that of a library: whatever page or address it quotes,
 * it stays one line, steers no terminal and tells no password. {@code logback.xml} names it.
 */
public final class LogMessage extends MessageConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return TerminalText.line(super.convert(event));
  }
}
