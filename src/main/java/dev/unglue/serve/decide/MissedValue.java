package dev.unglue.serve.decide;

import dev.unglue.config.yaml.ConfigException;
import dev.unglue.model.page.Decisions;
import dev.unglue.model.page.ValueDecision;
import dev.unglue.model.value.Signature;
import dev.unglue.model.value.Span;
import dev.unglue.pipeline.store.CaptureReading.Read;
import dev.unglue.serve.http.Params;
import dev.unglue.serve.http.RefusedException;
import dev.unglue.serve.http.Request;
import dev.unglue.serve.http.Response;
import dev.unglue.serve.page.MissedForm;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.site.PageCaptures;
import dev.unglue.text.CodePoints;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's word that a page prints a value which nothing has read, and its taking back. */
public final class MissedValue {
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");
  private static final String TITLE = "That does not fit";

  private MissedValue() {}

  /** Keeps what a form states, or takes it back; shows the page again, or the row beside it. */
  public static Response answer(DecisionDesk desk, Request request) {
    Params form = request.form();
    if (form.first("answer").equals("back")) {
      desk.kept().values().stream()
          .filter(each -> MissedForm.id(each).equals(form.first("key")))
          .forEach(each -> desk.takeBack(each.key()));
      return Response.seeOther(back(form, ""));
    }
    Signature by = desk.signature(form.first("who"), form.first("why"));
    String text = form.first("found").strip();
    ValueDecision decision =
        new ValueDecision(
            form.first("page"),
            form.first("sha"),
            form.first("subject"),
            form.first("attribute"),
            form.first("member").strip(),
            text,
            place(desk, form, text),
            by);
    try {
      desk.keep(new Decisions(List.of(), List.of(decision), List.of()));
    } catch (ConfigException e) {
      throw RefusedException.of(422, TITLE, e.getMessage() + "; nothing was kept, go back");
    }
    return Response.seeOther(back(form, decision.at()))
        .with("Set-Cookie", new Decider(by.who(), by.why(), false).cookie());
  }

  private static String back(Params form, String at) {
    return form.has("row")
        ? "/decide?row=" + Params.encoded(form.first("row"))
        : "/page?page="
            + Params.encoded(form.first("page"))
            + "&sha="
            + Params.encoded(form.first("sha"))
            + (at.isEmpty() ? "" : "&at=" + at);
  }

  /** As it was marked; what was only typed must stand on the page once. */
  private static Span place(DecisionDesk desk, Params form, String text) {
    Matcher marked = PLACE.matcher(form.first("at"));
    if (marked.matches()) {
      int start = Integer.parseInt(marked.group(1));
      return new Span(start, Math.max(start, Integer.parseInt(marked.group(2))));
    }
    String capture = capture(desk, form.first("page"), form.first("sha"));
    int first = text.isEmpty() ? -1 : capture.indexOf(text);
    if (first < 0 || capture.indexOf(text, first + 1) >= 0) {
      throw RefusedException.of(
          422,
          TITLE,
          "expected a text that stands on the page once, found \"%.80s\" %s; mark it in the text, nothing was kept"
              .formatted(text, first < 0 ? "nowhere" : "more often"));
    }
    int start = capture.codePointCount(0, first);
    return new Span(start, start + CodePoints.length(text));
  }

  private static String capture(DecisionDesk desk, String page, String sha256) {
    return new PageCaptures(desk.file())
        .captures(page).stream()
            .filter(each -> each.sha256().equals(sha256))
            .findFirst()
            .map(at -> new FlagRow.Place(page, at.rawPath(), at.rawOffset(), sha256, 0, 0))
            .flatMap(place -> desk.reading().read(place))
            .map(Read::capture)
            .orElseThrow(
                () ->
                    RefusedException.of(
                        409,
                        "The capture is gone",
                        "expected the capture of \"%.200s\", found none that can be read; nothing was kept"
                            .formatted(page)))
            .text();
  }
}
