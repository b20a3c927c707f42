package dev.unglue.store;

import static dev.unglue.store.Samples.HEAD_TELLER;
import static dev.unglue.store.Samples.MONDAY;
import static dev.unglue.store.Samples.PARSER;
import static dev.unglue.store.Samples.TELLER;
import static dev.unglue.store.Samples.TUESDAY;
import static dev.unglue.store.Samples.catalogue;
import static dev.unglue.store.Samples.ref;
import static dev.unglue.store.Samples.rows;
import static dev.unglue.store.Samples.start;
import static dev.unglue.store.Samples.tellers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.MeasuredConfidence;
import dev.unglue.model.page.Observation;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.model.subject.PageGroup;
import dev.unglue.model.subject.SubjectSightings;
import dev.unglue.model.value.Subject;
import dev.unglue.store.row.StoreCounts;
import dev.unglue.store.sql.Sql;
import dev.unglue.store.sql.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkStoreTest {
  @TempDir Path out;

  private Path file;

  @BeforeEach
  void nameFile() {
    file = out.resolve("work/store.db");
  }

  @Test
  void makesAnEmptyStoreOfTheNewestVersion() {
    try (WorkStore store = WorkStore.open(out)) {
      assertThat(store.runs().last()).isEmpty();
      assertThat(store.counts()).isEqualTo(new StoreCounts(Map.of(), Map.of(), 0, Map.of(), 0));
    }
    assertThat(out.resolve("work/store.db-wal")).doesNotExist();
    assertThat(rows(file, "PRAGMA user_version")).containsExactly("22");
    assertThat(rows(file, "PRAGMA application_id")).containsExactly("" + 0x756E676C);
  }

  @Test
  void everyTableIsStrict() {
    WorkStore.open(out).close();
    assertThat(
            rows(
                file,
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                    + " AND NOT strict AND name NOT LIKE 'sqlite%'"))
        .isEmpty();
  }

  @Test
  void refusesAStoreOfANewerProgram() throws SQLException {
    WorkStore.open(out).close();
    try (Connection connection = Sql.openForWriting(file)) {
      Sql.execute(connection, "PRAGMA user_version = 99");
    }
    assertThatThrownBy(() -> WorkStore.open(out))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "the store was made by a newer unglue: expected version 22 or older, found 99, at "
                + file
                + "; use that newer program or another output folder");
  }

  @Test
  void refusesADatabaseOfAnotherProgram() throws SQLException, IOException {
    Files.createDirectories(file.getParent());
    try (Connection connection = Sql.openForWriting(file)) {
      Sql.execute(connection, "CREATE TABLE song (title TEXT)");
    }
    assertThatThrownBy(() -> WorkStore.open(out))
        .hasMessage(
            "not a store of unglue: expected application_id 0x756e676c, found 0x00000000, at "
                + file
                + "; name another output folder");
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "no database at all, but quite some text to fill a header with".repeat(9));
    assertThatThrownBy(() -> WorkStore.open(out))
        .hasMessage(
            "cannot open the store "
                + file
                + ": expected a SQLite database, found a damaged or foreign file; where it is"
                + " the work store, unglue rebuild makes it anew, unglue restore brings a backup"
                + " back");
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Path taken = Files.writeString(out.resolve("taken"), "");
    assertThatThrownBy(() -> WorkStore.open(taken))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "cannot make the folder of the store: expected a folder that may be written, found ");
  }

  @Test
  void readsNothingWhereNoStoreIs() {
    assertThat(WorkStore.openForReading(out)).isEmpty();
  }

  @Test
  void readsBesideARunThatWrites() {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", MONDAY, "a"), "3.67"));
      Load load = store.begin(start(TUESDAY), catalogue());
      load.add(tellers(ref("b", TUESDAY, "b"), "3.67"), PARSER, List.of());
      try (WorkStore reader = WorkStore.openForReading(out).orElseThrow()) {
        assertThat(reader.counts().pagesByLayout()).isEqualTo(Map.of("glued", 1L));
        assertThat(reader.runs().last().orElseThrow().status()).isEqualTo("published");
      }
      load.rollback();
    }
  }

  @Test
  void aReadingStoreBeginsNoLoad() {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY);
    }
    try (WorkStore reader = WorkStore.openForReading(out).orElseThrow()) {
      assertThatThrownBy(() -> reader.begin(start(MONDAY), catalogue()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void givesBackWhatWasStored() {
    ParsedPage page = tellers(ref("a", MONDAY, "a"), "3.67");
    List<SubjectSightings> seen = new ArrayList<>();
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(start(TUESDAY), catalogue());
      load.add(page, PARSER, List.of());
      load.forEachSubject(
          subject -> {
            seen.add(subject);
            return List.of();
          });
      load.finish("loaded", TUESDAY);
    }
    assertThat(seen).extracting(SubjectSightings::subject).containsExactly(HEAD_TELLER, TELLER);
    List<Observation> ofSubjects =
        page.observations().stream().filter(cell -> cell.subject() != null).toList();
    assertThat(
            seen.stream()
                .flatMap(subject -> subject.sightings().stream())
                .map(sighting -> sighting.observation()))
        .containsExactlyInAnyOrderElementsOf(ofSubjects);
    assertThat(seen.get(0).sightings().get(0).ref()).isEqualTo(page.ref());
    assertThat(seen.get(0).sightings().get(0).seenAt()).isEqualTo(MONDAY);
  }

  @Test
  void numbersPrintAsTheyWereRead() {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", MONDAY, "a"), "3.67"));
    }
    assertThat(
            rows(file, "SELECT value_num, typeof(value_num) FROM observation WHERE value_num > 0"))
        .containsExactly(
            "34920|integer", "43251|integer", "3.67|real", "35.1|real", "64.9|real", "12|integer");
  }

  @Test
  void aSecondRunOfTheSamePagesWritesItsOwnRowOnly() {
    ParsedPage page = tellers(ref("a", null, "a"), "3.67");
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, page);
      Map<String, List<String>> before = Samples.dump(file);
      Load again = store.begin(start(TUESDAY), catalogue());
      assertThat(again.meets(page.ref(), PARSER)).isTrue();
      assertThat(again.previousRun().orElseThrow().status()).isEqualTo("published");
      again.add(page, PARSER, List.of());
      assertThat(again.changed()).isFalse();
      again.finish("unchanged", TUESDAY);
      assertThat(Samples.dump(file)).isEqualTo(before);
    }
    assertThat(rows(file, "SELECT run_id, status FROM run"))
        .containsExactly("1|published", "2|unchanged");
  }

  @Test
  void factsComputedAgainTouchNoRow() {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", null, "a"), "3.67"));
      Map<String, List<String>> before = Samples.dump(file);
      Load again = store.begin(start(TUESDAY), catalogue());
      again.forEachSubject(
          seen -> {
            again.replaceFacts(seen.subject(), Samples.latest(seen));
            return List.of();
          });
      assertThat(again.changed()).isFalse();
      again.finish("unchanged", TUESDAY);
      assertThat(Samples.dump(file)).isEqualTo(before);
    }
  }

  @Test
  void aNewerParserSupersedesWhatTheOlderOneMade() {
    ParsedPage page = tellers(ref("a", null, "a"), "3.67");
    List<SubjectSightings> seen = new ArrayList<>();
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, page);
      Load load = store.begin(start(TUESDAY), catalogue());
      assertThat(load.meets(page.ref(), "parser-2")).isFalse();
      load.add(tellers(page.ref(), "4"), "parser-2", List.of());
      load.forEachSubject(
          subject -> {
            seen.add(subject);
            return List.of();
          });
      assertThat(load.counts().pagesByLayout()).isEqualTo(Map.of("glued", 1L));
      load.finish("loaded", TUESDAY);
    }
    assertThat(rows(file, "SELECT parser_version, parse_status, seen_at FROM capture"))
        .containsExactly(
            "parser-1|superseded|2026-01-05T02:30:00Z", "parser-2|ok|2026-01-05T02:30:00Z");
    assertThat(rows(file, "SELECT count(*) FROM observation")).containsExactly("24");
    assertThat(
            seen.stream()
                .flatMap(subject -> subject.sightings().stream())
                .map(sighting -> sighting.observation())
                .filter(cell -> cell.attribute().equals("job_satisfaction"))
                .map(Observation::value))
        .containsExactly("", "4");
    assertThat(rows(file, "SELECT count(*) FROM v_observation")).containsExactly("12");
  }

  @Test
  void theBestNameOfASubjectDoesNotDependOnTheOrderOfPages() {
    List<String> names = List.of("cook dietary aide", "Cook/Dietary Aide", "COOK DIETARY AIDE");
    for (int first = 0; first < names.size(); first++) {
      Path folder = out.resolve("order" + first);
      try (WorkStore store = WorkStore.open(folder)) {
        Load load = store.begin(start(MONDAY), catalogue());
        for (int i = 0; i < names.size(); i++) {
          Subject subject = Subject.named(names.get((first + i) % names.size()));
          load.add(
              Samples.page(ref("p" + i, MONDAY, "p" + i), List.of(subject), List.of()),
              PARSER,
              List.of());
        }
        load.finish("loaded", MONDAY);
      }
      Path stored = folder.resolve("work/store.db");
      assertThat(rows(stored, "SELECT name, slug FROM subject"))
          .containsExactly("Cook/Dietary Aide|cook-dietary-aide");
      assertThat(rows(stored, "SELECT alias FROM subject_alias"))
          .containsExactly("COOK DIETARY AIDE", "cook dietary aide");
    }
  }

  @Test
  void aSubjectIsCalledAsMostPagesCallItWhateverTheirOrder() {
    List<String> printed =
        List.of(
            "Cook/Dietary Aide", "Cook, Dietary Aide", "Cook, Dietary Aide", "COOK DIETARY AIDE");
    for (int first = 0; first < printed.size(); first++) {
      Path folder = out.resolve("votes" + first);
      try (WorkStore store = WorkStore.open(folder)) {
        for (int i = 0; i < printed.size(); i++) { // a run each
          Load load = store.begin(start(MONDAY), catalogue());
          List<Subject> subjects =
              List.of(Subject.named(printed.get((first + i) % printed.size())), TELLER);
          load.add(
              Samples.page(ref("p" + i, MONDAY, "p" + i), subjects, List.of()), PARSER, List.of());
          load.endPages();
          load.finish("loaded", MONDAY);
        }
      }
      Path stored = folder.resolve("work/store.db");
      assertThat(rows(stored, "SELECT name, slug FROM subject WHERE slug <> 'teller'"))
          .containsExactly("Cook, Dietary Aide|cook-dietary-aide");
      assertThat(rows(stored, "SELECT alias FROM subject_alias"))
          .containsExactly("COOK DIETARY AIDE", "Cook/Dietary Aide");
    }
  }

  @Test
  void aPageThatBreaksTheContractLeavesNothingBehind() {
    ParsedPage broken =
        Samples.page(
            ref("bad", MONDAY, "bad"),
            List.of(TELLER, HEAD_TELLER),
            List.of(
                Samples.number(TELLER, "yearly_salary_usd", "34920", 1),
                Samples.number(TELLER, "no_such_attribute", "1", 9)));
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(start(MONDAY), catalogue());
      assertThatThrownBy(() -> load.add(broken, PARSER, List.of()))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("cannot store bad: ");
      load.add(tellers(ref("good", MONDAY, "good"), "3.67"), PARSER, List.of());
      load.finish("loaded", MONDAY);
    }
    assertThat(rows(file, "SELECT page FROM capture")).containsExactly("good");
    assertThat(rows(file, "SELECT count(*) FROM observation")).containsExactly("12");
  }

  @Test
  void aLoadTakenBackNeverWas() {
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(start(MONDAY), catalogue());
      load.add(tellers(ref("a", MONDAY, "a"), "3.67"), PARSER, List.of());
      load.rollback();
      assertThat(store.runs().last()).isEmpty();
      assertThatThrownBy(load::counts)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("load: expected an open one, found one that has ended");
    }
  }

  @Test
  void theSameRunHasTheSameName() {
    List<String> names = new ArrayList<>();
    for (String folder : List.of("one", "two")) {
      try (WorkStore store = WorkStore.open(out.resolve(folder))) {
        names.add(store.begin(start(MONDAY), catalogue()).runUuid());
      }
    }
    assertThat(names.get(0)).isEqualTo(names.get(1)).hasSize(36);
  }

  @Test
  void groupsCapturesThatCompareTheSameSubjects() {
    List<PageGroup> groups = new ArrayList<>();
    List<List<String>> duplicates = new ArrayList<>();
    ParsedPage mirror =
        Samples.page(
            ref("b", MONDAY, "b"),
            List.of(HEAD_TELLER, TELLER),
            List.of(Samples.number(TELLER, "job_satisfaction", "4.1", 30)));
    ParsedPage alone =
        Samples.page(ref("c", MONDAY, "b"), List.of(TELLER, Subject.named("Cashier")), List.of());
    try (WorkStore store = WorkStore.open(out)) {
      Load load = store.begin(start(MONDAY), catalogue());
      load.add(mirror, PARSER, List.of());
      load.add(alone, PARSER, List.of());
      load.add(tellers(ref("a", MONDAY, "a"), "3.67"), PARSER, List.of());
      load.forEachPageGroup(
          group -> {
            groups.add(group);
            return List.of();
          });
      load.forEachDuplicate(refs -> duplicates.add(refs.stream().map(ref -> ref.page()).toList()));
      load.finish("loaded", MONDAY);
    }
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).pages())
        .extracting(page -> page.ref().page())
        .containsExactly("a", "b");
    assertThat(groups.get(0).pages())
        .extracting(page -> page.subjectsInOrder())
        .containsExactly(List.of(TELLER, HEAD_TELLER), List.of(HEAD_TELLER, TELLER));
    assertThat(groups.get(0).pages())
        .extracting(page -> page.observations().size())
        .containsExactly(12, 1);
    assertThat(duplicates).containsExactly(List.of("b", "c"));
  }

  @Test
  void anAttributeThatLeavesTheCatalogueKeepsItsObservations() {
    try (WorkStore store = WorkStore.open(out)) {
      Samples.load(store, MONDAY, tellers(ref("a", MONDAY, "a"), "3.67"));
      Map<String, Attribute> fewer = new LinkedHashMap<>(catalogue().attributes());
      fewer.remove("skill_pct");
      Load load =
          store.begin(
              start(TUESDAY),
              new Catalogue(
                  "occupation",
                  List.of("-"),
                  fewer,
                  Map.of(),
                  Map.of(),
                  MeasuredConfidence.NONE,
                  List.of()));
      assertThat(load.changed()).isTrue();
      load.finish("loaded", TUESDAY);
    }
    assertThat(rows(file, "SELECT count(*) FROM v_observation WHERE attribute = 'skill_pct'"))
        .containsExactly("1");
    assertThat(Samples.columns(file, "v_occupation")).doesNotContain("skill_pct");
  }

  // They are built when its pages are in.
  @Test
  void aFirstLoadLeavesEveryIndexAlsoWhereItIsTakenBack() {
    String indexes = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql <> '' ORDER BY 1";
    try (WorkStore store = WorkStore.open(out)) {
      List<String> before = rows(store.file(), indexes);
      Load load = store.begin(start(MONDAY), catalogue());
      load.add(tellers(ref("a", null, "a"), "3.67"), PARSER, List.of());
      load.rollback();
      assertThat(rows(store.file(), indexes)).isEqualTo(before);
      Samples.load(store, MONDAY, tellers(ref("a", null, "a"), "3.67"));
      assertThat(rows(store.file(), indexes)).isEqualTo(before).hasSizeGreaterThan(20);
    }
  }
}
