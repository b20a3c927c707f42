package dev.unglue.validate.cross;

import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.GroupedPage;
import dev.unglue.model.value.State;
import dev.unglue.validate.rule.ObservationText;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cells of a page of a group, by what they are of; of a repeated cell the first. */
final class GroupCells {
  /**
   * What a cell is of.
   *
   * @param section id of the part of the page
   * @param attribute id of the attribute
   * @param member part of the attribute
   * @param subject slug of the subject
   */
  record Key(String section, String attribute, String member, String subject) {
    Key of(String other) {
      return new Key(section, attribute, member, other);
    }
  }

  private GroupCells() {}

  /** Cells of tables that hold a value or a missing mark. */
  static Map<Key, Observation> of(GroupedPage page) {
    Map<Key, Observation> cells = new LinkedHashMap<>();
    for (Observation each : page.observations()) {
      boolean read = each.isValue() || each.state() == State.MISSING;
      if (read && each.inTable() && each.isMapped()) {
        cells.putIfAbsent(key(each), each);
      }
    }
    return cells;
  }

  private static Key key(Observation cell) {
    return new Key(cell.section().id(), cell.attribute(), cell.member(), cell.slug());
  }

  /** The value, or the missing mark as printed. */
  static String shown(Observation cell) {
    return cell.value().isEmpty() ? cell.rawText() : cell.value();
  }

  /** Equal for cells that say the same, missing marks included. */
  static String text(Observation cell) {
    return cell.isValue() ? ObservationText.key(cell) : "";
  }
}
