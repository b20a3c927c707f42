package dev.unglue.extract.statement;

import dev.unglue.extract.statement.BlockFinder.Block;
import dev.unglue.extract.statement.PageStatements.Choice;
import dev.unglue.model.field.StatementForms.EntryForm;
import dev.unglue.model.field.StatementForms.Give;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.Subject;
import dev.unglue.text.Digits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a name and a count with nothing between them, as in {@code Phillips 668 jobs}: the digits
 * may belong to either.
 *
 * <p>Digits that follow a word are the count. After a blank the other lines of the list tell: where
 * one of them has its count stuck to the name, this name ends with digits of its own; where one has
 * a blank before its count, all digits are the count. After a lone capital nothing tells.
 */
record GluedCount(Block block, StatementCollector findings) {
  private static final Pattern COUNT =
      Pattern.compile("0|[1-9]\\d{0,2}(?:,\\d{3})++|[1-9]\\d{0,8}");

  /** What stands before the digits. */
  private enum Before {
    WORD,
    BLANK,
    UNCLEAR
  }

  /** The digits of a line: from where in the masked text to where, and what stands before them. */
  private record Run(String text, int nameStart, int start, int end) {
    static Run of(Match match, Give give) {
      Span name = match.place(give.member());
      Span count = match.place(give.value());
      String text = match.text().text();
      int start = count.start();
      while (start > name.start() && isDigit(text, start - 1)) {
        start--;
      }
      return new Run(text, name.start(), start, count.end());
    }

    private static boolean isDigit(String text, int at) {
      char c = text.charAt(at);
      return Digits.is(c) || (c == ',' && at > 0 && isDigit(text, at - 1));
    }

    Before before() {
      char last = start > nameStart ? text.charAt(start - 1) : '?';
      if (last == ' ') {
        return Before.BLANK;
      }
      boolean word = start - 2 >= nameStart && Character.isLetter(text.charAt(start - 2));
      boolean closed = Character.isLowerCase(last) || ".)!".indexOf(last) >= 0;
      return closed || (word && Character.isLetter(last)) ? Before.WORD : Before.UNCLEAR;
    }

    /** Where the count can begin. */
    List<Integer> cuts() {
      List<Integer> cuts = new ArrayList<>();
      for (int cut = start; cut < end; cut++) {
        boolean named = !text.substring(nameStart, cut).isBlank();
        boolean torn = text.substring(start, cut).indexOf(',') >= 0;
        if (named && !torn && COUNT.matcher(text.substring(cut, end)).matches()) {
          cuts.add(cut);
        }
      }
      return cuts;
    }
  }

  /** True if the form has a name and a count side by side; what they say is then given here. */
  boolean give(EntryForm entry, Match match, Context context) {
    if (entry.gives().size() != 1 || !isGlued(match, entry.gives().get(0))) {
      return false;
    }
    Give give = entry.gives().get(0);
    List<Subject> named = match.subjects(give.subject());
    Subject bound = context.bound().get(give.subject());
    Optional.ofNullable(named.isEmpty() ? bound : named.get(0))
        .ifPresent(subject -> add(subject, give, entry, match, context));
    return true;
  }

  private static boolean isGlued(Match match, Give give) {
    return match.template().isPresent()
        && match.template().get().text().contains("}{" + give.value() + ":count}")
        && match.has(give.member())
        && match.has(give.value());
  }

  private void add(Subject subject, Give give, EntryForm entry, Match match, Context context) {
    Run run = Run.of(match, give);
    List<Choice> choices =
        cuts(run, give, entry).stream().map(cut -> choice(match, run, cut)).toList();
    SourceText raw = match.hull(give.member(), give.value());
    int ordinal = context.ordinal(give);
    if (choices.size() == 1) {
      findings.add(Optional.of(subject), give, ordinal, raw, choices.get(0), context);
    } else if (!choices.isEmpty()) {
      findings.add(subject, give, ordinal, raw, choices, context);
    }
  }

  private static Choice choice(Match match, Run run, int cut) {
    String name = Values.member(match.text().source(run.nameStart(), cut).text());
    return new Choice(name, run.text().substring(cut, run.end()).replace(",", ""));
  }

  private List<Integer> cuts(Run run, Give give, EntryForm entry) {
    List<Integer> all = run.cuts();
    if (all.size() < 2 || run.before() == Before.UNCLEAR) {
      return all;
    }
    List<Integer> whole = all.subList(0, 1);
    if (run.before() == Before.WORD) {
      return whole;
    }
    Set<Before> others = others(give, entry);
    if (others.size() != 1) {
      return all;
    }
    return others.contains(Before.WORD) ? all.subList(1, all.size()) : whole;
  }

  /** How the lines of the list whose digits can be read in one way only are printed. */
  private Set<Before> others(Give give, EntryForm entry) {
    Set<Before> others = new HashSet<>();
    for (Piece line : block.lines()) {
      Optional.ofNullable(entry.pattern())
          .flatMap(pattern -> Match.whole(pattern, line.text()))
          .map(match -> Run.of(match, give))
          .filter(run -> run.before() == Before.WORD || run.cuts().size() == 1)
          .ifPresent(run -> others.add(run.before()));
    }
    others.remove(Before.UNCLEAR);
    return others;
  }
}
