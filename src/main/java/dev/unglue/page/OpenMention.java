package dev.unglue.page;

import dev.unglue.extract.statement.PageStatements;
import dev.unglue.model.page.Observation;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.State;
import java.util.List;

/** Makes an ambiguous observation of a value in prose or a list that can be read in two ways. */
final class OpenMention {
  private OpenMention() {}

  static Observation observation(PageStatements.Open open, String capture) {
    double each = 1.0 / Math.max(1, open.choices().size());
    List<Candidate> candidates =
        open.choices().stream()
            .map(
                choice ->
                    new Candidate(choice.value(), each, List.of(choice.member(), choice.value())))
            .toList();
    return new Observation(
        open.subject(),
        open.attribute(),
        "",
        open.ordinal(),
        open.section(),
        State.AMBIGUOUS,
        null,
        null,
        capture.substring(open.raw().span().start(), open.raw().span().end()),
        open.raw().span(),
        open.method(),
        0,
        candidates,
        null);
  }
}
