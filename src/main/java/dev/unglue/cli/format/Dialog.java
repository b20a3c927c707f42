package dev.unglue.cli.format;

import dev.unglue.cli.option.Environment;
import dev.unglue.cli.option.WrappedText;
import dev.unglue.config.DecisionsFile;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.FlagDecision;
import dev.unglue.model.page.RowDecision;
import dev.unglue.model.value.Signature;
import dev.unglue.pipeline.store.DecideJob;
import dev.unglue.pipeline.store.DecideJob.FlagQuestion;
import dev.unglue.pipeline.store.DecideJob.RowQuestion;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.row.UndecidedRow;
import dev.unglue.text.TerminalText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks question by question, and reads an answer a line from standard input. */
public final class Dialog {
  private static final Pattern FOR_SUBJECT = Pattern.compile("(.*\\S)\\s+subject");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,2}");
  private static final String END = "q";

  private final PrintWriter out;
  private final BufferedReader in;
  private final Instant now;
  private final String why;
  private String who;
  private boolean ended;
  private final List<RowDecision> rows = new ArrayList<>();
  private final List<FlagDecision> flags = new ArrayList<>();

  /**
   * @param now when it is answered
   * @param who who answers; empty to ask
   * @param why why, for all answers; empty to ask each time
   */
  public Dialog(Environment environment, Instant now, String who, String why) {
    this.out = environment.err();
    this.in = new BufferedReader(new InputStreamReader(environment.in(), StandardCharsets.UTF_8));
    this.now = now;
    this.who = who;
    this.why = why;
  }

  /** The answers, up to the end of the questions or of the input. */
  public Decisions ask(List<DecideJob.Question> questions) {
    for (int i = 0; i < questions.size() && !ended; i++) {
      out.println();
      out.println((i + 1) + " of " + questions.size());
      OpenQuestions.text(questions.get(i)).forEach(out::println);
      ask(questions.get(i));
    }
    return new Decisions(rows, flags);
  }

  /** Asks until the answer is one. */
  private void ask(DecideJob.Question question) {
    boolean answered = false;
    while (!answered && !ended) {
      String answer = line(prompt(question));
      if (answer.equals(END)) {
        ended = true;
      } else if (answer.isEmpty()) {
        answered = true;
      } else if (question instanceof RowQuestion row) {
        answered = take(row, answer);
      } else if (question instanceof FlagQuestion flag) {
        answered = take(flag, answer);
      }
    }
  }

  private static String prompt(DecideJob.Question question) {
    return question instanceof RowQuestion row
        ? "which? 1..%d or \"a | b\", then \"subject\" if it holds for the subjects; nothing: leave it; q: end> "
            .formatted(row.readings().size())
        : "accept? nothing: leave it; q: end> ";
  }

  private boolean take(RowQuestion question, String answer) {
    Matcher wide = FOR_SUBJECT.matcher(answer);
    boolean forSubjects = wide.matches();
    Optional<List<String>> cells = cells(question, forSubjects ? wide.group(1) : answer);
    UndecidedRow row = question.row();
    if (cells.isEmpty() || cells.get().size() != row.subjects().size()) {
      refuse(
          "the number of a reading, or %d cells with | between them"
              .formatted(row.subjects().size()),
          answer);
      return false;
    }
    sign()
        .ifPresent(
            by ->
                rows.add(
                    new RowDecision(
                        row.at().page(),
                        row.at().rawSha256(),
                        row.subjects(),
                        row.attribute(),
                        row.label(),
                        row.text(),
                        cells.get(),
                        forSubjects,
                        by)));
    return true;
  }

  private static Optional<List<String>> cells(RowQuestion question, String answer) {
    if (!NUMBER.matcher(answer).matches()) {
      return answer.contains("|") ? Optional.of(DecisionsFile.cells(answer)) : Optional.empty();
    }
    int number = Integer.parseInt(answer);
    return number >= 1 && number <= question.readings().size()
        ? Optional.of(question.readings().get(number - 1).texts())
        : Optional.empty();
  }

  private boolean take(FlagQuestion question, String answer) {
    if (!answer.equals("accept")) {
      refuse("accept, nothing or q", answer);
      return false;
    }
    FlagRow flag = question.flag();
    sign()
        .ifPresent(
            by ->
                flags.add(
                    new FlagDecision(
                        flag.rule(),
                        flag.page(),
                        flag.slug(),
                        flag.attribute(),
                        flag.member(),
                        flag.expected(),
                        flag.actual(),
                        by)));
    return true;
  }

  private void refuse(String expected, String answer) {
    String message = "expected %s, found \"%.80s\"".formatted(expected, answer);
    WrappedText.folded(TerminalText.line(message)).forEach(out::println);
  }

  /** Whose word it is and why; absent where the input ends before that is said. */
  private Optional<Signature> sign() {
    while (who.isEmpty() && !ended) {
      who = line("who are you? > ");
    }
    String reason = why;
    while (reason.isEmpty() && !ended) {
      reason = line("why? > ");
    }
    return who.isEmpty() || reason.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signature(who, now, reason, "the answer \"" + reason + "\""));
  }

  private String line(String prompt) {
    out.print(String.join("\n", WrappedText.folded(prompt)) + " ");
    out.flush();
    try {
      String line = in.readLine();
      if (line == null) {
        ended = true;
        out.println();
        return "";
      }
      return line.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
