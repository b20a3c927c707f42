package dev.unglue.cli.format;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.unglue.text.TerminalText;
import java.nio.charset.StandardCharsets;

/**
 * A log line as a JSON object, of which the same holds as of {@link LogMessage}. {@code
 * logback.xml} names it.
 */
public final class LogObject extends JsonEncoder {
  @Override
  public byte[] encode(ILoggingEvent event) {
    // It writes each slash of a text as \\/, behind which no address would be seen.
    String object =
        new String(super.encode(event), StandardCharsets.UTF_8).strip().replace("\\/", "/");
    return (TerminalText.line(object) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
