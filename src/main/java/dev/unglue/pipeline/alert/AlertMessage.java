package dev.unglue.pipeline.alert;

import java.util.List;

/**
 * A message, whose JSON has these keys.
 *
 * @param event {@code begin} or {@code end}
 * @param alert id of the alert
 * @param about the source; empty where it is about none
 * @param run name of the run that brought it
 * @param at when that run ended
 * @param since when the incident began
 * @param title in one line
 * @param lines what has changed, ten lines at most
 * @param more how many lines are left out
 * @param text title and lines, for receivers that show a text
 */
public record AlertMessage(
    String event,
    String alert,
    String about,
    String run,
    String at,
    String since,
    String title,
    List<String> lines,
    long more,
    String text) {
  /** Copies the lines. */
  public AlertMessage {
    lines = List.copyOf(lines);
  }
}
