package dev.unglue.extract.html;

import dev.unglue.extract.text.Entities;
import dev.unglue.model.value.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;

/**
 * Panels that are hidden until a reader presses their tab. Those with rows of their own are parts
 * of the page; one with the rows of another, such as prices by month and by year, says what it says
 * under a condition, and is told of.
 */
final class TabPanels {
  /** Panels of a page that are looked at. */
  private static final int MOST = 60;

  private final String html;
  private final Set<String> controlled = new HashSet<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final List<List<SourceText>> left = new ArrayList<>();
  private boolean known;

  TabPanels(String html) {
    this.html = html;
  }

  /** True for a panel by its role. */
  static boolean isPanel(Element element) {
    return element.attr("role").equals("tabpanel");
  }

  /** True for a hidden element that is to be read nevertheless. */
  boolean opens(Element hidden) {
    if (!isPanel(hidden)) {
      return false;
    }
    know(hidden.root());
    Set<String> own = labels(hidden);
    boolean lone = own.stream().allMatch(label -> labels.getOrDefault(label, 0) == 1);
    if (!lone) {
      rows(hidden).stream().limit(1).map(this::cells).forEach(left::add);
    }
    return lone && !own.isEmpty() && controlled.contains(hidden.id());
  }

  /** The first row of each panel that was left out for the rows of another. */
  List<List<SourceText>> left() {
    return left;
  }

  private void know(Element page) {
    if (!known) {
      known = true;
      page.select("[role=tab][aria-controls]")
          .forEach(tab -> controlled.add(tab.attr("aria-controls")));
      page.select("[role=tabpanel]").stream()
          .limit(MOST)
          .forEach(panel -> labels(panel).forEach(label -> labels.merge(label, 1, Integer::sum)));
    }
  }

  /** The rows of tables with cells of data. */
  private static List<Element> rows(Element panel) {
    return panel.select("tr:has(> td)").stream().filter(row -> row.childrenSize() > 1).toList();
  }

  private static Set<String> labels(Element panel) {
    Set<String> labels = new HashSet<>();
    for (Element row : rows(panel)) {
      labels.add(row.child(0).text());
    }
    return labels;
  }

  /** The texts of a row by their places. */
  private List<SourceText> cells(Element row) {
    List<SourceText> cells = new ArrayList<>();
    for (Element part : row.getAllElements()) {
      for (TextNode text : part.textNodes()) {
        Range place = text.sourceRange();
        if (!text.isBlank() && place.isTracked()) {
          cells.add(new Entities(html).text(place.startPos(), place.endPos()).strip());
        }
      }
    }
    return cells;
  }
}
