package dev.unglue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void startsAParseJobWithoutTheSecondCompiler() throws IOException, InterruptedException {
    assertThat(start("parse", "a page.txt")).isEqualTo(QUICK + jar() + " parse a page.txt");
    assertThat(start("--config", "of mine", "parse", "run"))
        .isEqualTo(QUICK + jar() + " --config of mine parse run");
  }

  @Test
  void leavesALongJobToTheWholeOfTheJvm() throws IOException, InterruptedException {
    assertThat(start("run", "--input", "parse")).isEqualTo(jar() + " run --input parse");
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
