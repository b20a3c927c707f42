package dev.unglue.store;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.page.Quarantined;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Candidate;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Layout;
import dev.unglue.model.value.Range;
import dev.unglue.model.value.Section;
import dev.unglue.model.value.Severity;
import dev.unglue.model.value.Span;
import dev.unglue.model.value.State;
import dev.unglue.model.value.Subject;
import dev.unglue.store.row.RunStart;
import dev.unglue.store.sql.Sql;
import dev.unglue.text.Sha256;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pages of our own making, and ways to look into a store. */
public final class Samples {
  public static final Instant MONDAY = Instant.parse("2026-01-05T02:30:00Z");
  public static final Instant TUESDAY = Instant.parse("2026-01-06T02:30:00Z");
  public static final Subject TELLER = Subject.named("Teller");
  public static final Subject HEAD_TELLER = Subject.named("Head Teller");
  public static final String PARSER = "parser-1";

  private Samples() {}

  public static RunStart start(Instant time) {
    return new RunStart("manual", time, time, "0.1.0", "c".repeat(64));
  }

  public static Catalogue catalogue() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (Attribute attribute :
        List.of(
            attribute(
                "yearly_salary_usd",
                CellType.MONEY,
                "USD/year",
                new Range(num("10000"), num("1000000"))),
            attribute(
                "job_satisfaction", CellType.RATING, "points of 5", new Range(num("1"), num("5"))),
            attribute("best_paying_company", CellType.NAME, "", null),
            attribute("gender_pct", CellType.BREAKDOWN, "percent", new Range(num("0"), num("100"))),
            attribute("skill_pct", CellType.PERCENT, "percent", null),
            attribute("responsibility", CellType.TEXT, "", null))) {
      attributes.put(attribute.id(), attribute);
    }
    return new Catalogue(
        "occupation",
        List.of("-"),
        attributes,
        Map.of(),
        Map.of(),
        MeasuredConfidence.NONE,
        List.of());
  }

  private static Attribute attribute(String id, CellType type, String unit, @Nullable Range hard) {
    Attribute.Part part =
        type == CellType.BREAKDOWN ? Attribute.Part.PERCENT : Attribute.Part.WHOLE;
    return new Attribute(
        id,
        "Title of " + id,
        List.of(),
        type,
        part,
        unit,
        hard,
        null,
        2,
        List.of(),
        null,
        List.of(Section.OVERVIEW),
        0.98,
        null);
  }

  public static BigDecimal num(String text) {
    return new BigDecimal(text);
  }

  public static CaptureRef ref(String page, @Nullable Instant capturedAt, String content) {
    return new CaptureRef(
        "samples",
        page,
        page,
        capturedAt,
        Sha256.hex(content),
        "text/plain",
        "raw/samples/a.txt",
        0,
        null);
  }

  public static Observation number(Subject subject, String attribute, String value, int start) {
    return observation(subject, attribute, "", 0, State.VALUE, num(value), null, value, start);
  }

  public static Observation text(
      Subject subject, String attribute, String member, int ordinal, String value, int start) {
    return observation(subject, attribute, member, ordinal, State.VALUE, null, value, value, start);
  }

  public static Observation missing(Subject subject, String attribute, int start) {
    return observation(subject, attribute, "", 0, State.MISSING, null, null, "-", start);
  }

  public static Observation observation(
      @Nullable Subject subject,
      String attribute,
      String member,
      int ordinal,
      State state,
      @Nullable BigDecimal valueNum,
      @Nullable String valueText,
      String raw,
      int start) {
    int end = start + raw.codePointCount(0, raw.length());
    List<Candidate> candidates =
        state == State.AMBIGUOUS
            ? List.of(
                new Candidate("4", 0.5, List.of("4", "12")),
                new Candidate("41", 0.5, List.of("41", "2")))
            : List.of();
    return new Observation(
        subject,
        attribute,
        member,
        ordinal,
        Section.OVERVIEW,
        state,
        valueNum,
        valueText,
        raw,
        new Span(start, end),
        "unique",
        0.98,
        candidates,
        Layout.GLUED);
  }

  public static ParsedPage page(
      CaptureRef ref, List<Subject> subjects, List<Observation> observations) {
    return new ParsedPage(
        ref,
        subjects.size() > 1 ? PageKind.COMPARISON : PageKind.PROFILE,
        "glued",
        subjects,
        List.of(),
        observations,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  /** Teller against Head Teller, each with salary and satisfaction. */
  public static ParsedPage tellers(CaptureRef ref, String satisfaction) {
    return page(
        ref,
        List.of(TELLER, HEAD_TELLER),
        List.of(
            number(TELLER, "yearly_salary_usd", "34920", 10),
            number(HEAD_TELLER, "yearly_salary_usd", "43251", 20),
            number(TELLER, "job_satisfaction", satisfaction, 30),
            missing(HEAD_TELLER, "job_satisfaction", 40),
            text(TELLER, "best_paying_company", "", 0, "Citi", 50),
            observation(
                TELLER, "gender_pct", "Male", 0, State.VALUE, num("35.1"), null, "35.1", 60),
            observation(
                TELLER, "gender_pct", "Female", 0, State.VALUE, num("64.9"), null, "64.9", 66),
            text(TELLER, "responsibility", "", 2, "Balances the drawer", 80),
            text(TELLER, "responsibility", "", 1, "Counts cash", 110),
            observation(
                TELLER, "skill_pct", "Cash Handling", 1, State.VALUE, num("12"), null, "12", 130),
            observation(
                HEAD_TELLER,
                "yearly_salary_usd",
                "second",
                0,
                State.AMBIGUOUS,
                null,
                null,
                "412",
                140),
            observation(
                null, "unmapped", "Shoe size", 0, State.UNPARSED, null, null, "4142", 150)));
  }

  public static Flag flag(String rule, String page, String subject, String actual) {
    return new Flag(
        rule,
        Severity.ERROR,
        page,
        subject,
        "job_satisfaction",
        "",
        "3.67",
        actual,
        "job satisfaction: expected 3.67, found \"" + actual + "\"",
        List.of(new Flag.Origin(page, new Span(30, 34)), new Flag.Origin("other", new Span(5, 9))),
        false);
  }

  public static Quarantined refused(String page) {
    return new Quarantined(page, "empty", page + ": expected text, found an empty file", "", null);
  }

  /** Loads pages and, from what is stored then, one open fact for each value. */
  public static void load(WorkStore store, Instant time, ParsedPage... pages) {
    Load load = store.begin(start(time), catalogue());
    for (ParsedPage page : pages) {
      load.add(page, PARSER, List.of());
    }
    if (load.changed()) {
      load.forEachSubject(
          seen -> {
            load.replaceFacts(seen.subject(), latest(seen));
            return List.of();
          });
    }
    load.finish(load.changed() ? "published" : "unchanged", time.plusSeconds(60));
  }

  /** The latest value of each key: enough of a resolver to test a store. */
  public static List<Fact> latest(SubjectSightings seen) {
    Map<String, Fact> facts = new LinkedHashMap<>();
    for (Sighting sighting : seen.sightings()) {
      Observation cell = sighting.observation();
      if (cell.state() == State.VALUE) {
        facts.put(
            cell.attribute() + "/" + cell.member() + "/" + cell.ordinal(),
            new Fact(
                seen.subject().slug(),
                cell.attribute(),
                cell.member(),
                cell.ordinal(),
                sighting.seenAt(),
                null,
                cell.valueNum(),
                cell.valueText(),
                "agreed",
                1,
                0,
                cell.confidence()));
      }
    }
    return List.copyOf(facts.values());
  }

  /** All rows of a query as text, cells joined by a bar; an absent one prints as nothing. */
  public static List<String> rows(Path file, String sql) {
    try (Connection connection = Sql.openForReading(file)) {
      return rows(connection, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> list = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          String cell = rows.getString(i);
          cells.add(cell == null ? "" : cell);
        }
        list.add(String.join("|", cells));
      }
    }
    return list;
  }

  /** The names of the columns of a table or view. */
  public static List<String> columns(Path file, String table) {
    try (Connection connection = Sql.openForReading(file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
      ResultSetMetaData meta = rows.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        names.add(meta.getColumnName(i));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  /** Every table but {@code run} and Flyway's, each with all of its rows. */
  public static Map<String, List<String>> dump(Path file) {
    return tables(file, "'run', 'flyway_schema_history', 'sqlite_sequence'");
  }

  /** Every table but some, each with all of its rows. */
  public static Map<String, List<String>> tables(Path file, String but) {
    String names =
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN (" + but + ")";
    try (Connection connection = Sql.openForReading(file)) {
      Map<String, List<String>> tables = new TreeMap<>();
      for (String table : rows(connection, names)) {
        tables.put(table, rows(connection, "SELECT * FROM \"" + table + "\""));
      }
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(names, e);
    }
  }
}
