package dev.unglue.pipeline.field;

import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.State;
import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A row label that pages print, with what stands in its rows.
 *
 * @param key what its spellings have in common
 * @param label as printed first
 * @param cells what was read for sure of its rows
 * @param sections the parts of a page in which it stands
 * @param pages the pages that print it, by name
 */
record SeenLabel(
    String key, String label, List<String> cells, Set<Section> sections, Set<String> pages) {
  private static final int LONGEST = 80;

  /** The labels of pages that were read by a catalogue without attributes, in their order. */
  static Map<String, SeenLabel> of(List<ParsedPage> pages) {
    Map<String, SeenLabel> labels = new LinkedHashMap<>();
    for (ParsedPage page : pages) {
      for (Observation cell : page.observations()) {
        String label = Whitespace.collapse(cell.member());
        if (!cell.isMapped() && isLabel(label)) {
          labels
              .computeIfAbsent(Catalogue.labelKey(label), key -> new SeenLabel(key, label))
              .add(page, cell);
        }
      }
    }
    return labels;
  }

  private SeenLabel(String key, String label) {
    this(key, label, new ArrayList<>(), new TreeSet<>(), new TreeSet<>());
  }

  private static boolean isLabel(String label) {
    return label.length() <= LONGEST
        && label.codePoints().anyMatch(Character::isLetterOrDigit)
        && label.codePoints().noneMatch(Character::isISOControl)
        && !Catalogue.labelKey(label).isEmpty();
  }

  private void add(ParsedPage page, Observation cell) {
    pages.add(page.ref().page());
    sections.add(cell.section());
    boolean apart = cell.state() == State.AMBIGUOUS && cell.subject() == null;
    if (cell.isValue()) {
      cells.add(cell.value());
    } else if (apart && cell.method().equals("cell")) {
      cells.add(cell.rawText()); // what it says is known, only not of whom
    }
  }
}
