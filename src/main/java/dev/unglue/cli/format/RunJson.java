package dev.unglue.cli.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unglue.pipeline.alert.AlertJob;
import dev.unglue.pipeline.request.RunSummary;
import dev.unglue.store.row.StoreCounts;

/** A run as one JSON object, on one line. */
public final class RunJson {
  private RunJson() {}

  /**
   * The object.
   *
   * @param told what became of the messages about it
   */
  public static String of(RunSummary summary, int exitCode, AlertJob.Outcome told) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", summary.runId());
    json.put("uuid", summary.runUuid());
    json.put("status", summary.status());
    json.put("exit_code", exitCode);
    json.put("started_at", summary.details().startedAt().toString());
    json.put("finished_at", summary.details().finishedAt().toString());
    json.put("nominal_time", summary.details().nominalTime().toString());
    ObjectNode pages = json.putObject("pages");
    pages.put("found", summary.pages().found());
    pages.put("read", summary.pages().read());
    pages.put("unchanged", summary.pages().unchanged());
    pages.put("failed", summary.pages().failed());
    ObjectNode sources = json.putObject("sources");
    summary.nights().forEach(night -> NightWords.json(sources.putObject(night.source()), night));
    counts(json, summary.counts());
    summary.reasons().forEach(json.putArray("reasons")::add);
    if (told.sent() > 0 || !told.problems().isEmpty()) {
      ObjectNode alerts = json.putObject("alerts").put("sent", told.sent());
      told.problems().forEach(alerts.putArray("problems")::add);
    }
    json.put("database", summary.database());
    json.put("csv", summary.csvFolder());
    return json.toString();
  }

  /** How much the store holds. */
  static void counts(ObjectNode json, StoreCounts counts) {
    counts.pagesByLayout().forEach(json.putObject("layouts")::put);
    counts.observationsByState().forEach(json.putObject("observations")::put);
    json.put("facts", counts.openFacts());
    counts.standingFlagsBySeverity().forEach(json.putObject("flags")::put);
  }
}
