package dev.unglue.spark;

import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Flag;
import dev.unglue.model.page.Observation;
import dev.unglue.model.subject.NameWorth;
import dev.unglue.model.subject.Sighting;
import dev.unglue.model.subject.SubjectHistory;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Fact;
import dev.unglue.model.value.Subject;
import dev.unglue.publish.parquet.PageRows;
import dev.unglue.publish.parquet.PageTables;
import dev.unglue.publish.parquet.StorageTables;
import dev.unglue.publish.parquet.TableRow;
import dev.unglue.resolve.FactResolver;
import dev.unglue.validate.RuleBook;
import dev.unglue.validate.Tally;
import dev.unglue.validate.rule.RuleInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What is believed of one subject, and what does not agree about it. */
final class SubjectStage {
  /**
   * What one capture says of one subject: first how it calls it, then, in a row of its own, all
   * else.
   */
  static final StructType UNIT =
      new StructType()
          .add("slug", DataTypes.StringType)
          .add("step", DataTypes.IntegerType)
          .add("page", DataTypes.StringType)
          .add("compared", DataTypes.createArrayType(DataTypes.StringType))
          .add("printed", DataTypes.createArrayType(DataTypes.StringType))
          .add("capture", DataTypes.BinaryType)
          .add("news", DataTypes.createArrayType(DataTypes.StringType))
          .add("observation", DataTypes.BinaryType);

  private static final int NAMES = 0;
  private static final int CELLS = 1;
  private static final String[] NONE = {};

  private SubjectStage() {}

  static FlatMapFunction<Row, Row> units() {
    return row -> units(new BelievedPage(row)).iterator();
  }

  private static List<Row> units(BelievedPage believed) {
    List<Subject> subjects = believed.subjects();
    Map<String, Set<String>> compared = new TreeMap<>();
    Map<String, Set<String>> printed = new TreeMap<>();
    Map<String, List<TableRow>> cells = new HashMap<>();
    for (Subject subject : subjects) {
      printed.computeIfAbsent(subject.slug(), slug -> new TreeSet<>()).add(subject.name());
      if (subjects.size() > 1) {
        compared.computeIfAbsent(subject.slug(), slug -> new TreeSet<>()).add(subject.name());
      }
    }
    int slug = StorageTables.OBSERVATION.index("slug");
    int name = StorageTables.OBSERVATION.index("subject");
    for (TableRow cell : believed.believed()) {
      cell.cell(slug)
          .map(Object::toString)
          .ifPresent(
              of -> {
                printed
                    .computeIfAbsent(of, key -> new TreeSet<>())
                    .add(String.valueOf(cell.cell(name).orElse("")));
                cells.computeIfAbsent(of, key -> new ArrayList<>()).add(cell);
              });
    }
    byte[] capture = PackedRows.pack(List.of(believed.capture()));
    String[] news = believed.news().stream().map(Instant::toString).toArray(String[]::new);
    String page = believed.ref().page();
    List<Row> units = new ArrayList<>();
    printed.forEach(
        (of, names) -> {
          String[] first = compared.getOrDefault(of, Set.of()).toArray(String[]::new);
          String[] all = names.toArray(String[]::new);
          units.add(RowFactory.create(of, NAMES, page, first, all, null, NONE, null));
          List<TableRow> said = cells.getOrDefault(of, List.of());
          if (!said.isEmpty()) {
            byte[] packed = PackedRows.pack(said);
            units.add(RowFactory.create(of, CELLS, "", NONE, NONE, capture, news, packed));
          }
        });
    return units;
  }

  static FlatMapGroupsFunction<String, Row, Row> results(Broadcast<SharedReader> shared) {
    return (slug, units) -> List.of(result(shared.value(), slug, units)).iterator();
  }

  /** Names, with the pages that compare the subject by them. */
  private record Printed(Set<String> all, Map<String, Set<String>> compared) {
    void add(Row unit) {
      all.addAll(unit.<String>getList(4));
      for (String name : unit.<String>getList(3)) {
        compared.computeIfAbsent(name, key -> new HashSet<>()).add(unit.getString(2));
      }
    }

    /** As most pages call it; where none compares it, or only by one name, the best of all. */
    String settled() {
      Map<String, Long> pages = new HashMap<>();
      compared.forEach((name, where) -> pages.put(name, (long) where.size()));
      Optional<String> most = all.size() > 1 ? NameWorth.mostPrinted(pages) : Optional.empty();
      return most.orElseGet(() -> all.stream().max(NameWorth.BY_WORTH).orElse(""));
    }

    String firstPage() {
      return compared.values().stream()
          .flatMap(Set::stream)
          .min(Comparator.naturalOrder())
          .orElse("");
    }
  }

  static Row result(SharedReader reader, String slug, Iterator<Row> units) {
    Printed printed = new Printed(new TreeSet<>(), new TreeMap<>());
    Optional<Row> first = Optional.empty();
    while (first.isEmpty() && units.hasNext()) {
      Row unit = units.next();
      if (unit.getInt(1) == NAMES) {
        printed.add(unit);
      } else {
        first = Optional.of(unit);
      }
    }
    Subject subject = new Subject(printed.settled(), slug);
    SparkRows.Pool pool = new SparkRows.Pool();
    List<Sighting> sightings = new ArrayList<>();
    first.ifPresent(unit -> addSightings(subject, unit, pool, sightings));
    units.forEachRemaining(unit -> addSightings(subject, unit, pool, sightings));
    sightings.sort(ORDER);
    List<TableRow> rows = new ArrayList<>();
    List<Flag> flags = new ArrayList<>();
    Tally tally = new Tally();
    if (!sightings.isEmpty()) {
      List<Fact> facts =
          new FactResolver(reader.settings().catalogue()).resolve(subject, sightings);
      facts.forEach(fact -> rows.add(PageTables.fact(subject, fact)));
      RuleBook rules = reader.pages().rules();
      SubjectSightings seen = new SubjectSightings(subject, sightings);
      flags.addAll(rules.check(RuleInput.SUBJECT, seen, tally));
      SubjectHistory history = new SubjectHistory(subject, sightings, facts);
      flags.addAll(rules.check(RuleInput.HISTORY, history, tally));
    }
    Row[] names =
        printed.all().stream()
            .map(name -> RowFactory.create(name, slug, printed.firstPage(), printed.settled()))
            .toArray(Row[]::new);
    return GroupResult.of(0, slug, rows, flags, names, tally);
  }

  /** As the store gives them. */
  private static final Comparator<Sighting> ORDER =
      Comparator.comparing((Sighting seen) -> seen.observation().attribute())
          .thenComparing(seen -> seen.observation().member())
          .thenComparing(seen -> seen.observation().ordinal())
          .thenComparing(Sighting::seenAt)
          .thenComparing(seen -> seen.ref().page())
          .thenComparing(seen -> seen.ref().source())
          .thenComparing(seen -> seen.ref().rawSha256())
          .thenComparing(seen -> seen.observation().span().start())
          .thenComparing(seen -> seen.observation().span().end())
          .thenComparing(seen -> seen.observation().section().id());

  private static void addSightings(
      Subject subject, Row unit, SparkRows.Pool pool, List<Sighting> sightings) {
    TableRow capture = PackedRows.unpack(unit.<byte[]>getAs(5)).get(0);
    CaptureRef ref = PageRows.ref(pool.of(capture));
    String canonical = pool.of(text(capture, "canonical"));
    String content = text(capture, "content_sha256");
    List<Instant> times = unit.<String>getList(6).stream().map(Instant::parse).toList();
    for (TableRow row : PackedRows.unpack(unit.<byte[]>getAs(7))) {
      Observation seen = PageRows.observation(pool.of(row)).about(subject);
      times.forEach(at -> sightings.add(new Sighting(ref, at, seen, canonical, content)));
    }
  }

  private static String text(TableRow capture, String column) {
    return capture.cell(StorageTables.CAPTURE.index(column)).map(Object::toString).orElse("");
  }
}
