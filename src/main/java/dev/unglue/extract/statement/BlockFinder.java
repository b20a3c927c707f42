package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Template.Way;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the known headings of a page and the lines that stand below each. */
final class BlockFinder {
  /**
   * A heading of the page with the lines below it.
   *
   * @param form which heading it is
   * @param bound the subjects that the heading names, by placeholder
   * @param lines the lines below it, in order
   */
  record Block(BlockForm form, Map<String, Subject> bound, List<Piece> lines) {}

  /** A form of one placeholder that has words on both sides. */
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^{}]*[a-z]{3}[^{}]*\\{[^{}]*}[^{}]*[a-z]{2}[^{}]*");

  private final List<BlockForm> forms;
  private final StatementCollector findings;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Piece> loose = new ArrayList<>();

  /** Where the next line belongs. */
  private List<Piece> lines = loose;

  BlockFinder(List<BlockForm> forms, Set<Scope> scopes, StatementCollector findings) {
    this.forms = forms.stream().filter(form -> !Collections.disjoint(form.on(), scopes)).toList();
    this.findings = findings;
  }

  /** The blocks of a page, in order. */
  List<Block> find(List<Piece> page) {
    for (Piece piece : page) {
      if (!piece.canBeHeading() || !starts(piece)) {
        if (lines != loose && closes(blocks.get(blocks.size() - 1).form(), piece)) {
          lines = loose;
        }
        lines.add(piece);
      }
    }
    return blocks;
  }

  /** The lines of the page that stand below no known heading; call it after {@link #find}. */
  List<Piece> loose() {
    return loose;
  }

  private boolean starts(Piece piece) {
    for (BlockForm form : forms) {
      for (Template start : form.starts()) {
        if (start.canFit(piece.text().lower())) {
          Optional<Map<String, Subject>> bound = bound(start, piece);
          if (bound.isPresent()) {
            lines = new ArrayList<>();
            blocks.add(new Block(form, bound.get(), lines));
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The subjects that a heading names; empty where the line is no such heading. */
  private Optional<Map<String, Subject>> bound(Template start, Piece piece) {
    Optional<Match> match = Match.whole(start, piece.text());
    if (match.isPresent()) {
      return named(match.get());
    }
    if (piece.kind() == Line.Kind.ITEM || !BETWEEN_WORDS.matcher(start.text()).matches()) {
      return Optional.empty();
    }
    Optional<Match> other = Match.loosely(start, piece.text(), Way.WHOLE);
    if (other.isEmpty()) {
      return Optional.empty();
    }
    // A heading about somebody else: what stands below it is given to nobody.
    for (String slot : other.get().slots()) {
      if (other.get().has(slot)) {
        findings.addUnresolved(other.get().source(slot));
      }
    }
    return Optional.of(Map.of());
  }

  private Optional<Map<String, Subject>> named(Match match) {
    Map<String, Subject> bound = new LinkedHashMap<>();
    for (String slot : match.slots()) {
      if (match.has(slot) && match.type(slot) == Template.Type.NEW) {
        bound.put(slot, subject(match, match.source(slot)));
      } else {
        for (Subject subject : match.subjects(slot)) {
          bound.put(slot, subject);
        }
        match.reportUnclear(slot, findings);
      }
    }
    // "X vs. X" is the heading of a page in disorder, and binds nobody.
    return new HashSet<>(bound.values()).size() == bound.size()
        ? Optional.of(bound)
        : Optional.empty();
  }

  private static Subject subject(Match match, SourceText name) {
    return match
        .text()
        .names()
        .resolve(name)
        .orElseGet(() -> Subject.named(Values.member(name.text())));
  }

  /** A part with sentences of its own may hold headings; a list or a paragraph does not. */
  private static boolean closes(BlockForm form, Piece piece) {
    boolean marked = piece.kind() == Line.Kind.HEADING || piece.kind() == Line.Kind.TABLE;
    return (marked && form.scope() == null)
        || (piece.canBeHeading() && Match.fitsAny(form.ends(), piece.text()));
  }
}
