package dev.unglue.validate.shape;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Span;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleFindings;
import dev.unglue.validate.rule.RuleInput;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Text that may not be what its author wrote: one flag a page, and one a place that was read. */
public final class CharsetDoubtful {
  /**
   * What is left of a letter that no charset knew: U+FFFD; a question mark within a word; or UTF-8
   * that was read as windows-1252 and packed as UTF-8 once more, of which these are the first bytes
   * of two (C2, C3), three (dashes, quotes, the replacement itself) and four.
   */
  private static final Pattern DAMAGE =
      Pattern.compile(
          "\uFFFD|\\p{L}\\?\\p{Ll}"
              + "|[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
              + "\u02c6\u02dc\u2013\u2014\u201a\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac"
              + "\u2122]"
              + "|\u00e2(?:\u20ac|\u201a\u00ac|\u2020|\u2030|\u02c6)|\u00ef\u00bf\u00bd"
              + "|\u00ef\u00bb\u00bf|\u00f0\u0178");

  /** A question that an address asks. */
  private static final Pattern QUERY = Pattern.compile("\\?[\\w.-]{1,80}=");

  /** What it is. */
  public static final Rule<RuleInput.ReadPage> RULE =
      RuleInput.PROOF.warn(
          "charset_doubtful", "Text in a charset that is in doubt", CharsetDoubtful::check);

  private CharsetDoubtful() {}

  private static void check(RuleInput.ReadPage read, RuleFindings findings) {
    findings.compared(1L + read.page().observations().size());
    read.page().notes().stream()
        .filter(note -> note.startsWith(Capture.CHARSET_IN_DOUBT))
        .map(note -> note.substring(Capture.CHARSET_IN_DOUBT.length()))
        .forEach(
            doubt ->
                findings
                    .flag()
                    .values("bytes of the charset that is declared", doubt)
                    .onPage()
                    .because("The charset is in doubt", "look at the page in a browser"));
    Set<Span> flagged = new HashSet<>();
    for (Observation each : read.page().observations()) {
      if (isDamaged(each.rawText()) && flagged.add(each.span())) {
        findings
            .flag()
            .about(each)
            .values("a text without marks of a wrong charset", each.rawText())
            .because("Letters of a text are damaged", "look at the page in a browser");
      }
    }
  }

  /** An address may hold a question mark; most texts hold nothing that could be damage. */
  private static boolean isDamaged(String text) {
    boolean suspect = text.indexOf('?') >= 0;
    for (int i = 0; i < text.length() && !suspect; i++) {
      suspect = text.charAt(i) > '~';
    }
    return suspect
        && DAMAGE.matcher(text).find()
        && !text.contains("://")
        && !QUERY.matcher(text).find();
  }
}
