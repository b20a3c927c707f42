package dev.unglue.extract.statement;

import dev.unglue.extract.statement.BlockFinder.Block;
import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.page.PageText;
import dev.unglue.model.page.Steps;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.HashSet;
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
    this(forms, SentenceReader.Forms.of(forms), new Enumeration(forms.words()), Steps.NONE);
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
    ValueExtractor extractor = extractor(findings);
    SubjectMentions names = new SubjectMentions(subjects, steps);
    List<Piece> pieces = new Pieces(forms, names).of(page);
    pieces.stream()
        .filter(piece -> piece.kind() == Line.Kind.ITEM && piece.canBeHeading())
        .forEach(item -> findings.addItem(item.text().source().text()));
    BlockFinder finder = new BlockFinder(forms.blocks(), scopes(subjects), findings);
    List<Block> blocks =
        finder.find(pieces).stream().map(block -> withNames(block, subjects)).toList();
    Set<Piece> consumed = new HashSet<>();
    for (Block block : blocks) {
      consumed.addAll(
          new BlockReader(block, extractor, findings, line -> hasOwnSentence(block, line)).read());
    }
    SentenceReader sentences = new SentenceReader(sentenceForms, extractor, findings);
    sentences.readAll(finder.loose(), scopes(subjects), Map.of(), consumed);
    blocks.forEach(block -> readSentences(block, sentences, subjects, consumed));
    if (forms.paragraphs() != null && subjects.size() > 1) {
      List<Piece> unread = pieces.stream().filter(piece -> !consumed.contains(piece)).toList();
      new ParagraphReader(forms.paragraphs(), subjects, findings).read(unread);
    }
    return findings.statements();
  }

  private ValueExtractor extractor(StatementCollector findings) {
    return new ValueExtractor(forms.words(), enumeration, findings);
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
    block.bound().values().stream().filter(subject -> !all.contains(subject)).forEach(all::add);
    if (all.size() == subjects.size()) {
      return block;
    }
    SubjectMentions names = new SubjectMentions(all, steps);
    List<Piece> lines =
        block.lines().stream()
            .map(line -> new Piece(line.kind(), MaskedText.of(line.text().source(), names)))
            .toList();
    return new Block(block.form(), block.bound(), lines);
  }

  /** True if a line holds a sentence of the block's own: then it is no description. */
  private boolean hasOwnSentence(Block block, Piece line) {
    Scope own = block.form().scope();
    StatementCollector dropped = new StatementCollector();
    return own != null
        && new SentenceReader(sentenceForms, extractor(dropped), dropped)
            .read(line.text(), Set.of(own), block.bound());
  }

  private static void readSentences(
      Block block, SentenceReader sentences, List<Subject> subjects, Set<Piece> consumed) {
    Scope own = block.form().scope();
    Set<Scope> scopes = own == null ? scopes(subjects) : Set.of(own, Scope.PAGE);
    Map<String, Subject> bound = own == null ? Map.of() : block.bound();
    sentences.readAll(block.lines(), scopes, bound, consumed);
  }
}
