package dev.unglue.pipeline.alert;

import java.util.List;

/**
 * A condition that holds now.
 *
 * @param about the source; empty where it is about none
 * @param title in one line
 * @param lines what has changed
 * @param more how many lines are left out
 */
record FoundIncident(String about, String title, List<String> lines, long more) {
  FoundIncident {
    lines = List.copyOf(lines);
  }
}
