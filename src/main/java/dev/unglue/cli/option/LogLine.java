package dev.unglue.cli.option;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.text.TerminalText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of a log as a JSON object: {@code time}, {@code level}, what it tells in fields of its
 * own, and {@code message} where there is a sentence for people.
 */
public final class LogLine {
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  /** A line of that time, which is told to the second. */
  public LogLine(Instant time, String level) {
    json.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString()).put("level", level);
  }

  /** Adds a field; a number stays one, and a text that is empty says nothing. */
  public LogLine with(String name, Object value) {
    if (value instanceof Number number) {
      json.put(name, number.longValue());
    } else if (!String.valueOf(value).isEmpty()) {
      json.put(name, TerminalText.withoutCredentials(String.valueOf(value)));
    }
    return this;
  }

  /** The object, harmless to a terminal and without any password, with the end of its line. */
  public String text() {
    return TerminalText.line(json.toString()) + "\n";
  }
}
