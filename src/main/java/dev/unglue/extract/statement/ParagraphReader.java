package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms.ParagraphForm;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Template.Way;
import dev.unglue.model.page.Mention;
import dev.unglue.model.value.Line;
import dev.unglue.model.value.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads paragraphs that tell of a subject without a heading: text extractors drop the headings and
 * leave the paragraphs between the first table and the next.
 */
record ParagraphReader(ParagraphForm form, List<Subject> subjects, StatementCollector findings) {
  /** The subject stands among the first words of such a paragraph. */
  private static final int HEAD = 8;

  /**
   * Gives the paragraphs to the subjects that have none yet.
   *
   * @param page the lines of the page; those that something else has read are left alone
   */
  void read(List<Piece> page) {
    List<Subject> missing = new ArrayList<>(subjects);
    missing.removeIf(subject -> findings.has(subject, form.attribute()));
    if (missing.isEmpty()) {
      return;
    }
    List<Piece> between = betweenTables(page);
    if (between.isEmpty()) {
      give(page.stream().filter(this::isCandidate).toList(), this::opened, missing);
    } else {
      assign(between, missing);
    }
  }

  private boolean isCandidate(Piece piece) {
    return !piece.isTaken() && piece.isProse() && piece.text().text().length() >= form.minLength();
  }

  /** The paragraphs between the first table and the next; none where there are no two tables. */
  private List<Piece> betweenTables(List<Piece> page) {
    List<Piece> between = new ArrayList<>();
    boolean inTable = false;
    int tables = 0;
    for (Piece piece : page) {
      boolean table = piece.kind() == Line.Kind.TABLE;
      tables += table && !inTable ? 1 : 0;
      inTable = table;
      if (tables == 1 && isCandidate(piece)) {
        between.add(piece);
      }
    }
    return tables > 1 ? between : List.of();
  }

  // --- by the name in the first sentence ------------------------------------------------------

  /** Gives each subject the first paragraph that is its own; returns whose is whose. */
  private Map<Subject, Piece> give(
      List<Piece> paragraphs, Function<Piece, Optional<Subject>> whose, List<Subject> missing) {
    Map<Subject, Piece> owners = new LinkedHashMap<>();
    for (Piece piece : paragraphs) {
      whose.apply(piece).filter(missing::contains).ifPresent(who -> owners.putIfAbsent(who, piece));
    }
    owners.forEach((subject, piece) -> give(subject, piece, "paragraph"));
    return owners;
  }

  private Optional<Subject> opened(Piece piece) {
    for (Template opening : form.openings()) {
      Optional<Match> match = Match.of(opening, piece.text(), 0, Way.HEAD);
      List<Subject> named = match.isEmpty() ? List.of() : match.get().subjects("a");
      if (!named.isEmpty()) {
        return Optional.of(named.get(0));
      }
    }
    return Optional.empty();
  }

  private void assign(List<Piece> paragraphs, List<Subject> missing) {
    Map<Subject, Piece> owners =
        give(paragraphs, piece -> opened(piece).or(() -> nearest(piece)), missing);
    List<Piece> free = paragraphs.stream().filter(p -> !owners.containsValue(p)).toList();
    List<Subject> without = missing.stream().filter(who -> !owners.containsKey(who)).toList();
    if (free.size() == without.size() && missing.size() == subjects.size()) {
      assignRest(free, without);
    }
  }

  /**
   * One that is left follows by elimination; more are taken in their order, which proves little.
   */
  private void assignRest(List<Piece> free, List<Subject> without) {
    String method = free.size() == 1 ? "elimination" : "order";
    for (int i = 0; i < free.size(); i++) {
      give(without.get(i), free.get(i), method);
    }
  }

  /** The subject that has the greatest part of its name, more than half, in the first words. */
  private Optional<Subject> nearest(Piece paragraph) {
    List<String> head =
        Tokens.of(paragraph.text().source(), 0, HEAD).stream().map(Tokens.Token::text).toList();
    double best = 0;
    List<Subject> nearest = new ArrayList<>();
    for (Subject subject : subjects) {
      double share = share(subject, head);
      if (share > best) {
        nearest.clear();
      }
      if (share >= best && share > 0.5) {
        best = share;
        nearest.add(subject);
      }
    }
    return nearest.size() == 1 ? Optional.of(nearest.get(0)) : Optional.empty();
  }

  private static double share(Subject subject, List<String> head) {
    List<Tokens.Token> name = Tokens.of(subject.name());
    long found =
        name.stream()
            .filter(word -> head.stream().anyMatch(other -> Tokens.sameWord(word.text(), other)))
            .count();
    return name.isEmpty() ? 0 : (double) found / name.size();
  }

  private void give(Subject subject, Piece piece, String method) {
    findings.add(
        new Mention(
            subject,
            form.attribute(),
            "",
            0,
            form.section(),
            piece.text().source(),
            Values.clean(piece.text().source().text()),
            method));
  }
}
