package dev.unglue.extract.statement;

import dev.unglue.extract.statement.BlockFinder.Block;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a page says outside its tables. */
public final class StatementReader {
  private final StatementForms forms;
  private final SentenceReader.Forms sentenceForms;
  private final Enumeration enumeration;
  private final Steps steps;

  /**
   * A reader.
   *
   * @param forms the forms of what such pages state
   */
  public StatementReader(StatementForms forms) {
    this(forms, new SentenceReader.Forms(forms), new Enumeration(forms.words()), Steps.NONE);
  }

  private StatementReader(
      StatementForms forms,
      SentenceReader.Forms sentenceForms,
      Enumeration enumeration,
      Steps steps) {
    this.forms = forms;
    this.sentenceForms = sentenceForms;
    this.enumeration = enumeration;
    this.steps = steps;
  }

  /** The same, which counts the forms that it tries. */
  public StatementReader counting(Steps counted) {
    return new StatementReader(forms, sentenceForms, enumeration, counted);
  }

  /**
   * Reads a page.
   *
   * @param page its lines; those of tables are left to the readers of tables
   * @param subjects whom it compares, or the one it describes; with none, only what is stated of
   *     the page itself is read
   */
  public PageStatements read(PageText page, List<Subject> subjects) {
    StatementCollector findings = new StatementCollector();
    List<Piece> pieces = new Pieces(forms, new SubjectMentions(subjects, steps)).of(page);
    for (Piece piece : pieces) {
      if (piece.kind() == Line.Kind.ITEM && piece.canBeHeading()) {
        findings.addItem(piece.text().source().text());
      }
    }
    Set<Scope> scopes = scopes(subjects);
    BlockFinder finder = new BlockFinder(forms.blocks(), scopes, findings);
    List<Block> blocks = new ArrayList<>();
    for (Block block : finder.find(pieces)) {
      blocks.add(withNames(block, subjects));
    }
    ValueExtractor extractor = new ValueExtractor(forms.words(), enumeration, findings);
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
  private Block withNames(Block block, List<Subject> subjects) {
    List<Subject> all = new ArrayList<>(subjects);
    for (Subject subject : block.bound().values()) {
      if (!all.contains(subject)) {
        all.add(subject);
      }
    }
    if (all.size() == subjects.size()) {
      return block;
    }
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
    ValueExtractor extractor = new ValueExtractor(forms.words(), enumeration, dropped);
    return own != null
        && new SentenceReader(sentenceForms, extractor, dropped)
            .read(line.text(), Set.of(own), block.bound());
  }
}
