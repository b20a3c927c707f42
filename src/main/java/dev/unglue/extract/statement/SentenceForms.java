package dev.unglue.extract.statement;

import dev.unglue.model.field.StatementForms;
import dev.unglue.model.field.StatementForms.Scope;
import dev.unglue.model.field.StatementForms.SentenceForm;
import dev.unglue.model.field.Template;
import dev.unglue.model.field.Words;
import dev.unglue.text.LowerText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms of sentences, made ready once for all pages.
 *
 * @param all the forms
 * @param sentences cuts paragraphs
 * @param pronoun finds a word that stands for a subject
 * @param articles finds what stands before a name
 */
record SentenceForms(
    List<SentenceForm> all, Sentences sentences, Pattern pronoun, Pattern articles) {
  private static final LowerText NOTHING = LowerText.of("");

  static SentenceForms of(StatementForms forms) {
    Words words = forms.words();
    return new SentenceForms(
        forms.sentences(),
        new Sentences(words.abbreviations()),
        words(words.pronouns(), "\\b%s\\b"),
        words(words.articles(), "(?:%s\\b[ ]?)++"));
  }

  private static Pattern words(List<String> words, String frame) {
    return Pattern.compile(frame.formatted(Words.any(words)), Pattern.CASE_INSENSITIVE);
  }

  /** Those that are looked for in one of the scopes. */
  List<SentenceForm> in(Set<Scope> scopes) {
    return all.stream().filter(form -> form.on().stream().anyMatch(scopes::contains)).toList();
  }

  /** True if it fits only where a subject is named. */
  static boolean needsSubject(SentenceForm form) {
    Template guard = form.guard();
    return form.pattern().needsSubject() || (guard != null && guard.needsSubject());
  }

  /**
   * True if it tells, with other names in the place of its subjects, of somebody else. A form
   * without a word of its own would find names everywhere.
   */
  static boolean canBeOfOthers(SentenceForm form) {
    return form.guard() == null
        && !form.pattern().canFit(NOTHING)
        && form.pattern().needsSubject()
        && !form.gives().isEmpty();
  }
}
