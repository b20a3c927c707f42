package dev.unglue.extract.statement;

import dev.unglue.extract.statement.BlockFinder.Block;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a page says outside its tables. */
public final class StatementReader {
  private final StatementForms forms;
  private final SentenceReader.Forms sentenceForms;
  private final Enumeration enumeration;
  private final Values values;

  /**
   * A reader.
   *
   * @param forms the forms of what such pages state
   */
  public StatementReader(StatementForms forms) {
    this.forms = forms;
    this.sentenceForms = new SentenceReader.Forms(forms);
    this.enumeration = new Enumeration(forms.words());
    this.values = new Values(forms.words());
  }

  /**
   * Reads a page.
   *
   * @param page its lines; those of tables are left to the readers of tables
   * @param subjects whom it compares, or the one it describes; with none, only what is stated of
   *     the page itself is read
   * @param steps counts the forms that are tried
   */
  public PageStatements read(PageText page, List<Subject> subjects, Steps steps) {
    StatementCollector findings = new StatementCollector();
    List<Piece> pieces = new Pieces(forms, new SubjectMentions(subjects, steps)).of(page);
    pieces.stream()
        .filter(piece -> piece.kind() == Line.Kind.ITEM && piece.canBeHeading())
        .forEach(piece -> findings.addItem(piece.text().source().text()));
    Set<Scope> scopes = scopes(subjects);
    BlockFinder finder = new BlockFinder(forms.blocks(), scopes, findings);
    List<Block> blocks = new ArrayList<>(finder.find(pieces));
    blocks.replaceAll(block -> withNames(block, subjects, steps));
    ValueExtractor extractor = new ValueExtractor(values, enumeration, findings);
    for (Block block : blocks) {
      new BlockReader(block, extractor, findings, line -> hasOwnSentence(block, line)).read();
    }
    SentenceReader sentences = new SentenceReader(sentenceForms, extractor, findings);
    sentences.readAll(finder.loose(), scopes, Map.of());
    for (Block block : blocks) {
      Scope own = block.form().scope();
      sentences.readAll(
          block.lines(),
          own == null ? scopes : Set.of(own, Scope.PAGE),
          own == null ? Map.of() : block.bound());
    }
    if (forms.paragraphs() != null && subjects.size() > 1) {
      new ParagraphReader(forms.paragraphs(), subjects, findings).read(pieces);
    }
    return findings.statements();
  }

  private static Set<Scope> scopes(List<Subject> subjects) {
    return switch (subjects.size()) {
      case 0 -> Set.of(Scope.PAGE);
      case 1 -> Set.of(Scope.PAGE, Scope.PROFILE);
      default -> Set.of(Scope.PAGE, Scope.COMPARISON);
    };
  }

  /** In a part about another subject, the sentences name that subject too. */
  private static Block withNames(Block block, List<Subject> subjects, Steps steps) {
    Set<Subject> others = new LinkedHashSet<>(block.bound().values());
    others.removeAll(subjects);
    if (others.isEmpty()) {
      return block;
    }
    List<Subject> all = new ArrayList<>(subjects);
    all.addAll(others);
    SubjectMentions names = new SubjectMentions(all, steps);
    List<Piece> lines = new ArrayList<>();
    for (Piece line : block.lines()) {
      lines.add(new Piece(line.kind(), MaskedText.of(line.text().source(), names)));
    }
    return new Block(block.form(), block.bound(), lines);
  }

  /** True if a line holds a sentence of the block's own: then it is no description. */
  private boolean hasOwnSentence(Block block, Piece line) {
    Scope own = block.form().scope();
    StatementCollector dropped = new StatementCollector();
    ValueExtractor extractor = new ValueExtractor(values, enumeration, dropped);
    return own != null
        && new SentenceReader(sentenceForms, extractor, dropped)
            .read(line.text(), Set.of(own), block.bound());
  }
}
