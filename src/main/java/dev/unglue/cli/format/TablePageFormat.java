package dev.unglue.cli.format;

import dev.unglue.cli.option.WrappedText;
import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.value.Subject;
import dev.unglue.pipeline.parse.PageResult;
import dev.unglue.text.TerminalText;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A page for people: its observations as an aligned table, then what does not agree. */
public final class TablePageFormat {
  private static final int WIDTH = 120;

  /** Attribute, state, method and confidence: names that must be read whole. */
  private static final Set<Integer> KEPT = Set.of(1, 3, 6, 7);

  private static final String OWN_FIELD =
      "Pages about something else: unglue init FOLDER --pages PATH proposes a configuration.";

  private final PrintWriter out;
  private final Catalogue catalogue;
  private final boolean whole;
  private final boolean explain;
  private boolean first = true;

  /**
   * @param whole true to print every value as long as it is
   * @param explain true to print what is open, and the readings of each row whose cells had run
   *     together
   */
  public TablePageFormat(PrintWriter out, Catalogue catalogue, boolean whole, boolean explain) {
    this.out = out;
    this.catalogue = catalogue;
    this.whole = whole;
    this.explain = explain;
  }

  /** Prints what one page says. */
  public void print(PageResult result) {
    if (!first) {
      out.println();
    }
    first = false;
    ParsedPage page = result.page();
    heading(page);
    observations(page);
    if (explain) {
      PageExplanation.of(page).forEach(this::line);
    }
    block("notes", page.notes());
    block("not read", page.quarantine().stream().map(TablePageFormat::line).toList());
    block("flags", result.flags().stream().map(TablePageFormat::line).toList());
    block("next", next(page));
    out.flush();
  }

  private void heading(ParsedPage page) {
    String subjects =
        page.columnSubjects().stream().map(Subject::name).collect(Collectors.joining(" | "));
    line("page      " + page.ref().page());
    line("kind      " + page.kind().id() + ", layout " + page.layout());
    line("subjects  " + (subjects.isEmpty() ? "none" : subjects));
  }

  private void observations(ParsedPage page) {
    if (page.observations().isEmpty()) {
      return;
    }
    TextTable table = whole ? TextTable.uncut() : new TextTable(WIDTH, KEPT);
    table.row(
        List.of(
            "subject", "attribute", "member", "state", "value", "unit", "method", "conf", "raw"));
    page.observations().forEach(observation -> table.row(row(observation)));
    out.println();
    table.lines().forEach(out::println);
  }

  private List<String> row(Observation observation) {
    Subject subject = observation.subject();
    String ordinal = observation.ordinal() > 0 ? "#" + observation.ordinal() + " " : "";
    return List.of(
        subject == null ? "" : subject.name(),
        observation.attribute(),
        (ordinal + observation.member()).strip(),
        observation.state().id(),
        observation.value(),
        catalogue.attribute(observation.attribute()).map(Attribute::unit).orElse(""),
        observation.method(),
        BigDecimal.valueOf(Math.round(100 * observation.confidence()), 2).toPlainString(),
        observation.rawText());
  }

  // --- what stands below ----------------------------------------------------------------------

  private void block(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      out.println(title);
      lines.forEach(line -> WrappedText.lines("  " + line, 4).forEach(this::line));
    }
  }

  /**
   * What the one who looks may do about a page of which no table was read, or none that is known.
   */
  private static List<String> next(ParsedPage page) {
    if (page.tables().isEmpty() && page.observations().isEmpty()) {
      return List.of(
          "No table was found: no line has the shape of a row, and no header names two things.",
          "Where a table stands on the page, give the page as HTML, which keeps its cells apart.",
          OWN_FIELD);
    }
    boolean known = page.observations().stream().anyMatch(Observation::isMapped);
    return known || page.tables().isEmpty()
        ? List.of()
        : List.of("A table was found; the configuration knows none of its labels.", OWN_FIELD);
  }

  private static String line(Quarantined quarantined) {
    return quarantined.reason() + "  " + quarantined.message();
  }

  private static String line(Flag flag) {
    return String.format(
        Locale.ROOT, "%-5s  %s  %s", flag.severity().id(), flag.rule(), flag.message());
  }

  /** A page's text must neither break the line nor steer the terminal. */
  private void line(String text) {
    out.println(TerminalText.line(text));
  }
}
