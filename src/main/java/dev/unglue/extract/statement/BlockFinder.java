package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms.BlockForm;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.field.Template;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
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

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^{}]*[a-z]{3}[^{}]*\\{[^{}]*\\}[^{}]*[a-z]{2}[^{}]*");

  private final List<BlockForm> forms;
  private final StatementCollector findings;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Piece> loose = new ArrayList<>();
  private Optional<Block> open = Optional.empty();

  BlockFinder(List<BlockForm> forms, Set<Scope> scopes, StatementCollector findings) {
    this.forms =
        forms.stream().filter(form -> form.on().stream().anyMatch(scopes::contains)).toList();
    this.findings = findings;
  }

  /** The blocks of a page, in order. */
  List<Block> find(List<Piece> page) {
    for (Piece piece : page) {
      if (!starts(piece)) {
        closeBefore(piece);
        open.ifPresentOrElse(block -> block.lines().add(piece), () -> loose.add(piece));
      }
    }
    return List.copyOf(blocks);
  }

  /** The lines of the page that stand below no known heading; call it after {@link #find}. */
  List<Piece> loose() {
    return List.copyOf(loose);
  }

  private boolean starts(Piece piece) {
    if (!piece.canBeHeading()) {
      return false;
    }
    for (BlockForm form : forms) {
      for (Template start : form.starts()) {
        if (start.canFit(piece.text().lower())) {
          Optional<Map<String, Subject>> bound = bound(start, piece);
          if (bound.isPresent()) {
            begin(form, bound.get());
            return true;
          }
        }
      }
    }
    return false;
  }

  private void begin(BlockForm form, Map<String, Subject> bound) {
    Block block = new Block(form, bound, new ArrayList<>());
    open = Optional.of(block);
    blocks.add(block);
  }

  /** The subjects that a heading names; empty where the line is no such heading. */
  private Optional<Map<String, Subject>> bound(Template start, Piece piece) {
    Optional<Match> match = Match.whole(start, piece.text());
    if (match.isPresent()) {
      return named(match.get());
    }
    if (piece.kind() != Line.Kind.ITEM && BETWEEN_WORDS.matcher(start.text()).matches()) {
      return Match.wholeLoosely(start, piece.text()).map(this::unresolved);
    }
    return Optional.empty();
  }

  private Optional<Map<String, Subject>> named(Match match) {
    Map<String, Subject> bound = new LinkedHashMap<>();
    for (String slot : match.slots().keySet()) {
      if (match.type(slot).equals(Optional.of(Template.Type.NEW))) {
        match.source(slot).ifPresent(name -> bound.put(slot, subject(match, name)));
      } else {
        match.subjects(slot).forEach(subject -> bound.put(slot, subject));
        match.unclear(slot).forEach(findings::addUnresolved);
      }
    }
    // "X vs. X" is the heading of a page in disorder, and binds nobody.
    boolean distinct = bound.values().stream().distinct().count() == bound.size();
    return distinct ? Optional.of(bound) : Optional.empty();
  }

  private static Subject subject(Match match, SourceText name) {
    return match.text().names().resolve(name).orElseGet(() -> Subject.named(Values.member(name)));
  }

  /** A heading about somebody else: what stands below it is given to nobody. */
  private Map<String, Subject> unresolved(Match match) {
    match.slots().keySet().forEach(slot -> match.source(slot).ifPresent(findings::addUnresolved));
    return Map.of();
  }

  private void closeBefore(Piece piece) {
    if (open.isEmpty()) {
      return;
    }
    BlockForm form = open.get().form();
    boolean marked = piece.kind() == Line.Kind.HEADING || piece.kind() == Line.Kind.TABLE;
    boolean ended = piece.canBeHeading() && Match.fitsAny(form.ends(), piece.text());
    // A part with sentences of its own may hold headings; a list or a paragraph does not.
    if (ended || (marked && form.scope() == null)) {
      open = Optional.empty();
    }
  }
}
