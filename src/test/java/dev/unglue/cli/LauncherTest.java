package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code src/main/launcher/unglue} starts; a script stands in for the JVM and names its
 * arguments.
 */
class LauncherTest {
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ";

  @TempDir Path folder;

  @BeforeEach
  void install() throws IOException {
    Path target = Files.createDirectories(folder.resolve("a folder/target"));
    Files.copy(Path.of("src/main/launcher/unglue"), target.resolve("unglue"));
    Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
    script(bin.resolve("java"), "echo \"$@\"");
  }

  @Test
  void startsAParseJobOfAPageWithoutTheSecondCompiler() throws IOException, InterruptedException {
    assertThat(start("parse", "a page.txt")).isEqualTo(QUICK + jar() + " parse a page.txt");
    assertThat(start("--config", "of mine", "parse", "run"))
        .isEqualTo(QUICK + jar() + " --config of mine parse run");
  }

  @Test
  void countsThePagesOfAFolder() throws IOException, InterruptedException {
    Path pages = Files.createDirectories(folder.resolve("pages/of one year"));
    Files.createFile(pages.resolve("a.html"));
    Files.createFile(pages.resolve("b.html"));
    assertThat(start("parse", folder.resolve("pages").toString()))
        .isEqualTo(QUICK + jar() + " parse " + folder.resolve("pages"));

    for (int i = 0; i < 2_000; i++) {
      Files.createFile(pages.resolve(i + ".txt"));
    }
    assertThat(start("parse", folder.resolve("pages").toString()))
        .isEqualTo(jar() + " parse " + folder.resolve("pages"));
    Path archives = Files.createDirectories(folder.resolve("archives"));
    Files.createFile(archives.resolve("a.warc.gz"));
    assertThat(start("parse", archives.toString())).isEqualTo(jar() + " parse " + archives);
  }

  @Test
  void leavesManyPagesToTheWholeOfTheJvm() throws IOException, InterruptedException {
    for (String pages : List.of("pages.jsonl.gz", "crawl.warc", "raw/*")) {
      assertThat(start("parse", pages)).isEqualTo(jar() + " parse " + pages);
    }
    String[] many = new String[2_001];
    Arrays.fill(many, "page.txt");
    many[0] = "parse";
    assertThat(start(many)).isEqualTo(jar() + " " + String.join(" ", many));
    String configuration = folder.toString();
    assertThat(start("parse", "--config", configuration, "page.txt"))
        .isEqualTo(QUICK + jar() + " parse --config " + configuration + " page.txt");
  }

  @Test
  void takesTheClassArchiveThatThisJvmMadeOfThisJar() throws IOException, InterruptedException {
    Path target = folder.resolve("a folder/target");
    Path java = folder.resolve("jdk/bin/java");
    Path jar = Files.createFile(target.resolve("unglue.jar"));
    Path archive = Files.createFile(target.resolve("unglue.jsa"));
    assertThat(start("status")).isEqualTo(jar() + " status");

    Path madeOf = target.resolve("unglue.jsa.of");
    Files.write(madeOf, List.of(java.toString(), jar.toString()));
    assertThat(start("status")).isEqualTo(archived(archive) + jar() + " status");
    assertThat(start("parse", "page.txt"))
        .isEqualTo(archived(archive) + QUICK + jar() + " parse page.txt");

    Files.write(madeOf, List.of(java.toString(), target.resolve("before/unglue.jar").toString()));
    assertThat(start("status")).as("the folder was moved").isEqualTo(jar() + " status");
    Files.write(madeOf, List.of("/usr/lib/other/bin/java", jar.toString()));
    assertThat(start("status")).as("another JVM").isEqualTo(jar() + " status");
    Files.write(madeOf, List.of(java.toString(), jar.toString()));
    Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
    assertThat(start("status")).as("a newer jar").isEqualTo(jar() + " status");
  }

  private static String archived(Path archive) {
    return "-XX:SharedArchiveFile="
        + archive
        + " -Xshare:auto -Xlog:disable -Xlog:all=error:stderr ";
  }

  @Test
  void startsANightThatReadsFewPagesLikewise() throws IOException, InterruptedException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Path config = Files.createDirectories(folder.resolve("config"));
    Path out = Files.createDirectories(folder.resolve("out"));
    for (int i = 0; i < 2_000; i++) {
      Files.createFile(pages.resolve(i + ".txt"));
    }
    String[] night = {"run", "--config", config + "", "--out", out + "", "--input", pages + ""};
    String started = jar() + " " + String.join(" ", night);
    assertThat(start(night)).as("all are new").isEqualTo(started);

    Files.createFile(folder.resolve("a folder/target/unglue.jar"));
    Path published = Files.createFile(out.resolve("unglue.db"));
    Files.setLastModifiedTime(published, later(60));
    assertThat(start(night)).as("all are known").isEqualTo(QUICK + started);
    Path labels = Files.createFile(config.resolve("attributes.yaml"));
    assertThat(start(night)).as("configured before").isEqualTo(QUICK + started);
    Files.setLastModifiedTime(labels, later(120));
    assertThat(start(night)).as("configured since").isEqualTo(started);
    Files.delete(labels);
    Files.setLastModifiedTime(published, FileTime.fromMillis(0));
    assertThat(start(night)).as("by an older jar").isEqualTo(started);
  }

  private static FileTime later(int seconds) {
    return FileTime.from(Instant.now().plusSeconds(seconds));
  }

  @Test
  void leavesALongJobToTheWholeOfTheJvm() throws IOException, InterruptedException {
    assertThat(start("run", "--input", "parse")).isEqualTo(QUICK + jar() + " run --input parse");
    assertThat(start("run", "--source", "a", "--input", "b"))
        .isEqualTo(jar() + " run --source a --input b");
    assertThat(start("run")).isEqualTo(jar() + " run");
    assertThat(start("status")).isEqualTo(jar() + " status");
    assertThat(start()).isEqualTo(jar());
  }

  @Test
  void findsTheJarBesideTheFileThatALinkNames() throws IOException, InterruptedException {
    Path link = folder.resolve("unglue-link");
    Files.createSymbolicLink(link, Path.of("a folder/target/unglue"));

    assertThat(said(link, "parse")).isEqualTo(QUICK + jar() + " parse");
  }

  @Test
  void isAllowedToRun() {
    assertThat(Path.of("src/main/launcher/unglue")).isExecutable();
  }

  private String jar() {
    return "-jar " + folder.resolve("a folder/target/unglue.jar");
  }

  private String start(String... words) throws IOException, InterruptedException {
    return said(folder.resolve("a folder/target/unglue"), words);
  }

  private String said(Path launcher, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
