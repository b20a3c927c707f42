package dev.unglue.cli.format;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import dev.unglue.cli.option.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.slf4j.event.KeyValuePair;

/** A log line as a JSON object. {@code logback.xml} names it. */
public final class LogObject extends JsonEncoder {
  @Override
  public byte[] encode(ILoggingEvent event) {
    LogLine line = new LogLine(event.getInstant(), event.getLevel().toString());
    event.getMDCPropertyMap().forEach(line::with);
    for (KeyValuePair pair : pairs(event)) {
      line.with(pair.key, pair.value);
    }
    line.with("message", event.getFormattedMessage()).with("logger", event.getLoggerName());
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.with("stack_trace", ThrowableProxyUtil.asString(thrown));
    }
    return line.text().getBytes(StandardCharsets.UTF_8);
  }

  static List<KeyValuePair> pairs(ILoggingEvent event) {
    return Objects.requireNonNullElse(event.getKeyValuePairs(), List.of());
  }
}
