package dev.unglue.store;

import dev.unglue.model.value.Severity;
import dev.unglue.store.sql.Json;
import dev.unglue.store.sql.PreparedStatements;
import dev.unglue.store.sql.RecordReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may be told of after a run, and of which incidents they are told until these are
 * over.
 *
 * @param store open for writing
 * @param most how many lines of anything are given
 */
public record Incidents(WorkStore store, int most) {
  private static final String VERDICTS =
      """
      SELECT source, verdict, reasons FROM night n
      WHERE run_id = (SELECT max(m.run_id) FROM night m WHERE m.source = n.source)
        AND source NOT GLOB 'input *' ORDER BY source
      """;

  private static final String STANDING =
      """
      FROM flag WHERE state <> 'fixed' AND NOT silenced
        AND severity IN (SELECT value FROM json_each(?1))
        AND (?2 IS NULL OR rule_id IN (SELECT value FROM json_each(?2)))
      """;

  private static final String FIXED =
      """
      SELECT message FROM flag WHERE state = 'fixed' AND last_run_id >= ?3
        AND severity IN (SELECT value FROM json_each(?1))
        AND (?2 IS NULL OR rule_id IN (SELECT value FROM json_each(?2)))
      ORDER BY last_run_id DESC, fingerprint LIMIT ?4
      """;

  private static final String CHANGES =
      """
      FROM v_change WHERE run = ?1 AND change <> 'new' AND attribute = coalesce(?2, attribute)
        AND slug = coalesce(?3, slug)
      """;

  private static final String BROKEN =
      """
      FROM run WHERE run_id <= ?1 AND status IN ('broken', 'failed')
        AND run_id > coalesce((
          SELECT max(run_id) FROM run WHERE run_id < ?1
            AND status NOT IN ('broken', 'failed', 'skipped', 'running')), 0)
      """;

  /**
   * How a run ended.
   *
   * @param runId its number
   * @param status what the table of runs says
   */
  public record Ended(long runId, String status) {}

  /**
   * How the latest night of a source went.
   *
   * @param source its name
   * @param verdict the verdict
   * @param reasons why, as a JSON list of sentences
   */
  public record Night(String source, String verdict, String reasons) {
    /** Why it went so. */
    public List<String> sentences() {
      return Json.texts(reasons);
    }
  }

  /**
   * An incident that is not over.
   *
   * @param alert id of the alert
   * @param about the source; empty where it is about none
   * @param channel name of the channel
   * @param runId the run with which it began
   * @param beganAt when that was
   * @param told true once its beginning was delivered
   */
  public record Incident(
      String alert, String about, String channel, long runId, Instant beganAt, boolean told) {}

  /**
   * How many there are, and the first of them.
   *
   * @param count how many
   * @param lines the first, as sentences
   */
  public record Counted(long count, List<String> lines) {
    /** Copies the lines. */
    public Counted {
      lines = List.copyOf(lines);
    }
  }

  /** How the latest night of each source went. */
  public List<Night> nights() {
    return store.query(statements -> statements.list(VERDICTS, RecordReader.inOrder(Night.class)));
  }

  /**
   * The flags that stand, those of the last run first.
   *
   * @param least that bad or worse
   * @param rules of these rules; empty: of any
   */
  public Counted flags(Severity least, Optional<Collection<String>> rules) {
    return store.query(
        statements -> counted(statements, least, rules.map(Json::write).orElse(null)));
  }

  private Counted counted(PreparedStatements statements, Severity least, @Nullable String rules)
      throws SQLException {
    String severities = severities(least);
    return new Counted(
        statements.number("SELECT count(*) " + STANDING, severities, rules),
        statements.texts(
            "SELECT message "
                + STANDING
                + " ORDER BY state = 'new' DESC, last_run_id DESC, fingerprint LIMIT ?3",
            severities,
            rules,
            most));
  }

  private static String severities(Severity least) {
    return Json.write(
        Stream.of(Severity.values())
            .filter(severity -> severity.compareTo(least) >= 0)
            .map(Severity::id)
            .toList());
  }

  /** What stood since that run and is fixed. */
  public List<String> fixed(Severity least, Optional<Collection<String>> rules, long since) {
    return store.query(
        statements ->
            statements.texts(
                FIXED, severities(least), rules.map(Json::write).orElse(null), since, most));
  }

  /** What a run has changed or retired of the facts of an attribute and a subject; empty: any. */
  public Counted changes(long runId, Optional<String> attribute, Optional<String> subject) {
    return store.query(
        statements ->
            new Counted(
                statements.number(
                    "SELECT count(*) " + CHANGES,
                    runId,
                    attribute.orElse(null),
                    subject.orElse(null)),
                statements.texts(
                    "SELECT sentence "
                        + CHANGES
                        + " ORDER BY slug, attribute, member, ordinal LIMIT ?4",
                    runId,
                    attribute.orElse(null),
                    subject.orElse(null),
                    most)));
  }

  /** How the run of that name ended; empty where the store knows of none. */
  public Optional<Ended> ended(String runUuid) {
    return store.query(
        statements ->
            statements.first(
                "SELECT run_id, status FROM run WHERE run_uuid = ?",
                RecordReader.inOrder(Ended.class),
                runUuid));
  }

  /** The runs that broke off between the last one that did not and this one, which may be one. */
  public Counted broken(long runId) {
    return store.query(
        statements ->
            new Counted(
                statements.number("SELECT count(*) " + BROKEN, runId),
                statements.texts(
                    "SELECT 'run ' || run_id || ' of ' || started_at || ': ' || reason "
                        + BROKEN
                        + " ORDER BY run_id DESC LIMIT ?2",
                    runId,
                    most)));
  }

  /** The incidents that are not over. */
  public List<Incident> open() {
    return store.query(
        statements ->
            statements.list(
                "SELECT * FROM kept_incident ORDER BY alert, about, channel",
                RecordReader.inOrder(Incident.class)));
  }

  /** Keeps an incident, or that it was told. */
  public void keep(Incident incident) {
    store.query(
        statements ->
            statements.update(
                "INSERT OR REPLACE INTO kept_incident VALUES (?, ?, ?, ?, ?, ?)",
                incident.alert(),
                incident.about(),
                incident.channel(),
                incident.runId(),
                incident.beganAt(),
                incident.told() ? 1 : 0));
  }

  /** Forgets an incident that is over. */
  public void end(Incident incident) {
    store.query(
        statements ->
            statements.update(
                "DELETE FROM kept_incident WHERE alert = ? AND about = ? AND channel = ?",
                incident.alert(),
                incident.about(),
                incident.channel()));
  }
}
