package dev.unglue;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rooms of the house and the doors between them that ARCHITECTURE.md draws. */
@AnalyzeClasses(packages = "dev.unglue", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.unglue.";

  /** What each room may use of the others, as ARCHITECTURE.md says. */
  private static final Map<String, Set<String>> ARROWS = RoomTable.arrows();

  private static final int MOST_CLASSES = 25;

  /** The same input gives the same output, on one machine or on a cluster. */
  private static final String[] PURE = rooms(RoomTable.pure().toArray(String[]::new));

  private static String[] rooms(String... names) {
    return Arrays.stream(names).map(name -> ROOT + name + "..").toArray(String[]::new);
  }

  // --- arrows ---------------------------------------------------------------------------------

  @ArchTest
  static void eachRoomKnowsOnlyThoseThatTheDocumentAllows(JavaClasses all) {
    assertThat(all.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
        .as("rooms that ARCHITECTURE.md lists")
        .isEqualTo(ARROWS.keySet());
    ARROWS.forEach(
        (room, known) ->
            noClasses()
                .that()
                .resideInAnyPackage(rooms(room))
                .should()
                .dependOnClassesThat(
                    resideInAPackage("dev.unglue..")
                        .and(not(resideInAnyPackage(rooms(room))))
                        .and(not(resideInAnyPackage(rooms(known.toArray(String[]::new))))))
                .check(all));
  }

  /** An arrow that the document draws goes to a room that stands above it in the table. */
  @Test
  void arrowsOfTheDocumentGoOneWay() {
    Set<String> above = new TreeSet<>();
    ARROWS.forEach(
        (room, known) -> {
          assertThat(above).as("rooms above " + room).containsAll(known);
          above.add(room);
        });
  }

  private static String room(JavaClass type) {
    return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
  }

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.unglue.(**)").should().beFreeOfCycles();

  // --- size and names -------------------------------------------------------------------------

  @ArchTest
  static void noPackageIsCrowded(JavaClasses all) {
    Map<String, Long> classes =
        topLevel(all)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    classes.values().removeIf(count -> count <= MOST_CLASSES);

    assertThat(classes).as("packages of more than " + MOST_CLASSES + " classes").isEmpty();
  }

  @ArchTest
  static void noSimpleNameStandsTwice(JavaClasses all) {
    Map<String, Long> names =
        topLevel(all)
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
    names.values().removeIf(count -> count == 1);

    assertThat(names).as("simple names of several classes").isEmpty();
  }

  private static Stream<JavaClass> topLevel(JavaClasses all) {
    return all.stream()
        .filter(type -> type.getEnclosingClass().isEmpty())
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  // --- what each room may use -----------------------------------------------------------------

  @ArchTest
  static final ArchRule pureRoomsTouchNothingOutside =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.net.http..",
                      "java.sql..",
                      "javax.sql..",
                      "java.util.logging..",
                      "org.slf4j..",
                      "org.quartz..",
                      "picocli..")
                  .or(named("java.io.File"))
                  .or(named("java.io.FileInputStream"))
                  .or(named("java.io.FileOutputStream"))
                  .or(named("java.io.FileReader"))
                  .or(named("java.io.FileWriter"))
                  .or(named("java.io.RandomAccessFile"))
                  .or(named("java.net.Socket"))
                  .or(named("java.net.ServerSocket"))
                  .or(named("java.net.DatagramSocket"))
                  .or(named("java.net.URLConnection"))
                  .or(named("java.time.Clock"))
                  .or(named("java.util.Random"))
                  .or(named("java.lang.Thread"))
                  .or(named("java.lang.ProcessBuilder"))
                  .as("touch files, sockets, SQL, logs, clocks, chance or threads"));

  private static DescribedPredicate<JavaClass> named(String name) {
    return JavaClass.Predicates.assignableTo(name);
  }

  @ArchTest
  static final ArchRule textUsesTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("dev.unglue.text..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.unglue.text..");

  @ArchTest
  static final ArchRule modelUsesTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("dev.unglue.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "dev.unglue.model..", "dev.unglue.text..");

  @ArchTest static final ArchRule jsoupServesExtract = library(List.of("org.jsoup"), "extract");

  @ArchTest
  static final ArchRule sqlServesStoreAndPublish =
      library(List.of("java.sql", "javax.sql", "org.sqlite", "org.flywaydb"), "store", "publish");

  @ArchTest
  static final ArchRule csvServesTheRoomsThatReadOrWriteIt =
      library(List.of("org.apache.commons.csv"), "config", "publish", "cli");

  @ArchTest
  static final ArchRule jacksonServesTheRoomsThatReadOrWriteJson =
      library(
          List.of("com.fasterxml.jackson"),
          "config",
          "store",
          "publish",
          "raw",
          "report",
          "serve",
          "cli");

  @ArchTest
  static final ArchRule parquetServesPublish = library(List.of("org.apache.parquet"), "publish");

  @ArchTest static final ArchRule logbackServesCli = library(List.of("ch.qos.logback"), "cli");

  @ArchTest static final ArchRule jwarcServesRaw = library(List.of("org.netpreserve"), "raw");

  @ArchTest
  static final ArchRule httpServesFetchAndAlert =
      library(List.of("okhttp3", "okio", "crawlercommons"), "fetch", "alert");

  @ArchTest
  static final ArchRule pebbleServesReport = library(List.of("io.pebbletemplates"), "report");

  @ArchTest
  static final ArchRule theServerOfTheJdkServesServe =
      library(List.of("com.sun.net.httpserver"), "serve");

  @ArchTest
  static final ArchRule quartzServesCronAndSchedule =
      library(List.of("org.quartz"), "cron", "schedule");

  @ArchTest static final ArchRule picocliServesCommands = library(List.of("picocli"), "cli");

  private static ArchRule library(List<String> packages, String... rooms) {
    return onlyIn(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages.stream().map(name -> name + "..").toArray(String[]::new));
  }

  private static GivenClassesConjunction onlyIn(String... rooms) {
    return noClasses().that().resideOutsideOfPackages(rooms(rooms));
  }

  // --- the world outside ----------------------------------------------------------------------

  @ArchTest
  static final ArchRule onlyCommandsAskForTimeOrChance =
      onlyIn("cli")
          .should(
              accessTargetWhere(
                  calls("java.time.Instant", "now")
                      .or(calls("java.time.LocalDate", "now"))
                      .or(calls("java.time.LocalDateTime", "now"))
                      .or(calls("java.time.OffsetDateTime", "now"))
                      .or(calls("java.time.ZonedDateTime", "now"))
                      .or(calls("java.time.Year", "now"))
                      .or(calls("java.time.ZoneId", "systemDefault"))
                      .or(calls("java.time.Clock", "systemUTC"))
                      .or(calls("java.time.Clock", "systemDefaultZone"))
                      .or(calls("java.time.Clock", "system"))
                      .or(calls("java.lang.System", "currentTimeMillis"))
                      .or(calls("java.lang.Math", "random"))
                      .or(calls("java.util.UUID", "randomUUID"))
                      .or(calls("java.util.concurrent.ThreadLocalRandom", "current"))
                      .or(calls("java.util.Random", "<init>"))
                      .or(calls("java.util.Date", "<init>"))
                      .as("ask the machine for the time or for chance")));

  @ArchTest
  static final ArchRule onlyCommandsAskTheEnvironment =
      onlyIn("cli")
          .should(
              accessTargetWhere(
                  calls("java.lang.System", "getenv")
                      .or(calls("java.lang.System", "getProperty"))
                      .as("ask the environment")));

  @ArchTest
  static final ArchRule onlyCommandsPrintOrExit =
      onlyIn("cli")
          .should(
              accessTargetWhere(
                  calls("java.lang.System", "out")
                      .or(calls("java.lang.System", "err"))
                      .or(calls("java.lang.System", "in"))
                      .or(calls("java.lang.System", "exit"))
                      .or(calls("java.lang.Runtime", "exit"))
                      .or(calls("java.lang.Runtime", "halt"))
                      .or(calls("java.lang.Throwable", "printStackTrace"))
                      .as("use the standard streams or end the program")));

  /** An access, by call, by method reference or by field, to {@code type.member}. */
  private static DescribedPredicate<JavaAccess<?>> calls(String type, String member) {
    return DescribedPredicate.describe(
        "access " + type + "." + member,
        access -> {
          AccessTarget target = access.getTarget();
          return target.getOwner().isAssignableTo(type)
              && target.getName().equals(member)
              && !takesAClock(target);
        });
  }

  /** {@code Instant.now(clock)} asks a clock that was given. */
  private static boolean takesAClock(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget code
        && code.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  // --- state and null -------------------------------------------------------------------------

  @ArchTest
  static final ArchRule staticFieldsNeverChange = fields().that().areStatic().should().beFinal();

  @ArchTest
  static final ArchRule publicFieldsAreConstants =
      fields().that().arePublic().should().beStatic().andShould().beFinal();

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses all) {
    Set<String> unmarked = new TreeSet<>();
    for (JavaPackage room : packages(all)) {
      if (room.tryGetPackageInfo().filter(i -> i.isAnnotatedWith(NullMarked.class)).isEmpty()) {
        unmarked.add(room.getName());
      }
    }

    assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
  }

  private static Set<JavaPackage> packages(JavaClasses all) {
    return all.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
  }

  /** Where cells of JDBC and CSV, which know what is absent as null, come in and go out. */
  private static final Set<String> EDGES =
      Set.of(
          "dev.unglue.cli.format.RowPrinter$Cell",
          "dev.unglue.publish.CsvCells",
          "dev.unglue.store.sql.Json",
          "dev.unglue.store.sql.Sql");

  @ArchTest
  static void publicMethodsNeitherTakeNorGiveNull(JavaClasses all) {
    Set<String> nullable =
        all.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> !EDGES.contains(type.getName()))
            .map(JavaClass::reflect)
            .flatMap(ArchitectureTest::nullableMembers)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(nullable).as("public methods with null in their signature").isEmpty();
  }

  /** Record components may be absent; {@code equals} takes what Java hands it. */
  private static Stream<String> nullableMembers(Class<?> type) {
    Set<String> components =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet())
            : Set.of();
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !method.getName().equals("equals"))
        .filter(method -> method.getParameterCount() > 0 || !components.contains(method.getName()))
        .filter(ArchitectureTest::namesNull)
        .map(method -> type.getName() + "." + method.getName());
  }

  private static boolean namesNull(Method method) {
    return isNullable(method.getAnnotatedReturnType())
        || Arrays.stream(method.getAnnotatedParameterTypes())
            .anyMatch(ArchitectureTest::isNullable);
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }
}
