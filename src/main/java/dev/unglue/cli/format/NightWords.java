package dev.unglue.cli.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.model.run.MissedPage;
import dev.unglue.model.run.NightPages;
import dev.unglue.model.run.SourceNight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nights of sources as people and programs are told of them. */
public final class NightWords {
  private NightWords() {}

  /** {@code partial, 10 planned: 7 received, 2 unchanged, 1 failed}. */
  static String verdict(SourceNight night) {
    return night.verdict().id() + ", " + counts(night.pages());
  }

  private static String counts(NightPages pages) {
    List<String> parts = new ArrayList<>();
    byOutcome(pages)
        .forEach(
            (outcome, count) -> {
              if (count > 0) {
                parts.add(CountWords.number(count) + " " + outcome);
              }
            });
    String planned = CountWords.number(pages.planned()) + " planned";
    return parts.isEmpty() ? planned : planned + ": " + String.join(", ", parts);
  }

  /** The counts by their names, in the order in which they are told. */
  static Map<String, Long> byOutcome(NightPages pages) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("received", pages.received());
    counts.put("unchanged", pages.unchanged());
    counts.put("gone", pages.gone());
    counts.put("forbidden", pages.forbidden());
    counts.put("failed", pages.failed());
    return counts;
  }

  /** What was planned and not received, by name: the first pages, and how many more there are. */
  public static List<String> missed(List<SourceNight> nights) {
    List<String> lines = new ArrayList<>();
    for (SourceNight night : nights) {
      if (!night.isOk() || !night.missed().isEmpty()) {
        lines.addAll(missed(night));
      }
    }
    return lines;
  }

  private static List<String> missed(SourceNight night) {
    List<String> lines = new ArrayList<>();
    String head = night.isOk() ? night.source() + ", not received:" : night.sentence();
    lines.add(TextTable.oneLine(head));
    for (MissedPage page : night.named().missed()) {
      lines.add("  " + TextTable.oneLine(page.sentence()));
    }
    if (night.unnamed() > 0) {
      lines.add("  and " + CountWords.number(night.unnamed()) + " more: v_fetch, quarantine");
    }
    return lines;
  }

  /** Why a run published nothing, or not everything, as one sentence. */
  static String why(List<SourceNight> nights) {
    List<String> sentences = new ArrayList<>();
    nights.stream()
        .filter(night -> !night.isOk())
        .forEach(night -> sentences.add(night.sentence()));
    return String.join("; ", sentences);
  }

  /** The night as a JSON object. */
  static void json(ObjectNode json, SourceNight night) {
    json.put("verdict", night.verdict().id());
    json.put("planned", night.pages().planned());
    byOutcome(night.pages()).forEach(json::put);
    night.reasons().forEach(json.putArray("reasons")::add);
    var missed = json.putArray("missed");
    night
        .named()
        .missed()
        .forEach(
            page ->
                missed
                    .addObject()
                    .put("page", page.page())
                    .put("outcome", page.outcome())
                    .put("reason", page.reason()));
    json.put("missed_more", night.unnamed());
  }
}
