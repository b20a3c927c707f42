package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Quarantined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputPathsTest {
  @TempDir Path base;
  private Inputs inputs;

  @BeforeEach
  void open() {
    inputs = new Inputs(base);
  }

  @Test
  void walksAFolderAndSortsByName() {
    inputs
        .write("p/b.txt", "b")
        .write("p/a/z.md", "z")
        .write("p/a.html", "a")
        .write("p/B.txt", "B");

    assertThat(inputs.names("p")).containsExactly("p/B.txt", "p/a.html", "p/a/z.md", "p/b.txt");
  }

  @Test
  void sortsByCodePointsBeyondTheBasicPlane() {
    Assumptions.assumeTrue(
        "UTF-8".equals(System.getProperty("sun.jnu.encoding")),
        "this machine cannot name files in Unicode");
    inputs.write("p/\uFF21.txt", "fullwidth").write("p/\uD83D\uDE00.txt", "emoji");
    inputs.write("p/\u00E9t\u00E9 d.txt", "accents and a space");

    assertThat(inputs.names("p"))
        .containsExactly("p/\u00E9t\u00E9 d.txt", "p/\uFF21.txt", "p/\uD83D\uDE00.txt");
  }

  @Test
  void skipsWhatIsNoPage() {
    inputs.write("p/a.txt", "a").write("p/a.txt.meta.json", "{}").write("p/a.meta.yaml", "x: 1");
    inputs.write("p/README.md", "r").write("p/.b.txt", "b").write("p/c.dat", "c");
    inputs.write("p/.hidden/d.txt", "d");

    assertThat(inputs.names("p")).containsExactly("p/a.txt");
  }

  @Test
  void knowsEveryExtensionInEveryCaseAndGzipped() {
    for (String extension : "txt text md markdown html htm jsonl ndjson warc wet".split(" ", -1)) {
      inputs.write("p/a." + extension, "x").write("p/b." + extension + ".gz", "x");
    }
    inputs
        .write("p/c.TXT", "x")
        .write("p/d.Html.GZ", "x")
        .write("p/e.arc", "x")
        .write("p/f.gz", "x");

    assertThat(inputs.names("p")).hasSize(22).contains("p/c.TXT", "p/d.Html.GZ");
  }

  @Test
  void readsAFileOfUnknownExtensionThatIsNamed() {
    inputs.write("p/c.dat", "some text");

    assertThat(inputs.page("p/c.dat").text()).isEqualTo("some text");
  }

  @Test
  void takesEachFileOnceHoweverOftenItIsNamed() {
    inputs.write("p/a.txt", "a").write("p/b.txt", "b");

    assertThat(inputs.names("p/b.txt", "p", "p/*.txt", "./p/a.txt", base + "/p"))
        .containsExactly("p/a.txt", "p/b.txt");
  }

  @Test
  void readsGlobs() {
    inputs
        .write("p/a.txt", "a")
        .write("p/b.md", "b")
        .write("p/q/c.txt", "c")
        .write("p/q/r/d.txt", "");

    assertThat(inputs.names("p/*.txt")).containsExactly("p/a.txt");
    assertThat(inputs.names("p/*")).containsExactly("p/a.txt", "p/b.md");
    assertThat(inputs.names("p/**"))
        .containsExactly("p/a.txt", "p/b.md", "p/q/c.txt", "p/q/r/d.txt");
    assertThat(inputs.names("**/*.txt")).containsExactly("p/a.txt", "p/q/c.txt", "p/q/r/d.txt");
    assertThat(inputs.names("p/**/c.txt")).containsExactly("p/q/c.txt");
    assertThat(inputs.names("*/q/?.txt")).containsExactly("p/q/c.txt");
    assertThat(inputs.names(base + "/p/{a,b}.*")).containsExactly("p/a.txt", "p/b.md");
  }

  @Test
  void aGlobThatNamesAnExtensionTakesIt() {
    inputs.write("p/a.dat", "a").write("p/b.txt", "b").write("p/.c.dat", "c");

    assertThat(inputs.names("p/*.dat")).containsExactly("p/a.dat");
    assertThat(inputs.names("p/*")).containsExactly("p/b.txt");
  }

  @Test
  void aFileThatExistsWinsOverTheGlobItLooksLike() {
    inputs.write("p/[1].txt", "bracket").write("p/1.txt", "one").write("d[1]/x.txt", "x");

    assertThat(inputs.names("p/[1].txt")).containsExactly("p/[1].txt");
    assertThat(inputs.names("d[1]/*.txt")).containsExactly("d[1]/x.txt");
    assertThat(inputs.names("p/[0-9].txt")).containsExactly("p/1.txt");
  }

  @Test
  void saysWhatIsMissing() {
    Quarantined refusal = inputs.refusal("pagse/a.txt");

    assertThat(refusal.page()).isEqualTo("pagse/a.txt");
    assertThat(refusal.reason()).isEqualTo("missing_input");
    assertThat(refusal.rawText()).isEmpty();
    assertThat(refusal.span()).isNull();
    assertThat(refusal.message())
        .isEqualTo(
            "input \"pagse/a.txt\": no such file or folder below "
                + base
                + "; give a file, a folder or a glob such as raw/samples/**");
  }

  @Test
  void saysWhatIsMissingInEveryForm() {
    inputs.write("p/c.dat", "c").write("p/q/README.md", "r");
    String advice = "; give a file, a folder or a glob such as raw/samples/**";

    assertThat(inputs.refusal("/nowhere/a.txt").message())
        .isEqualTo("input \"/nowhere/a.txt\": no such file or folder" + advice);
    assertThat(inputs.refusal("").message())
        .isEqualTo("input \"\": no such file or folder below " + base + advice);
    assertThat(inputs.refusal("p").message())
        .isEqualTo(
            "input \"p\": the folder holds no page (other files: 2); expected .txt, .md, .html,"
                + " .jsonl, .warc or .wet files, also as .gz"
                + advice);
    assertThat(inputs.refusal("p/*").message())
        .isEqualTo("input \"p/*\": no page matches below " + base + " (other files: 1)" + advice);
    assertThat(inputs.refusal("x/*.txt").message())
        .isEqualTo("input \"x/*.txt\": no folder \"x\" in " + base + advice);
    assertThat(inputs.refusal("a\0b").message())
        .isEqualTo("input \"a\0b\": not a path that this machine can have" + advice);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesADeviceAndALinkToOne() throws IOException {
    Files.createSymbolicLink(base.resolve("endless"), Path.of("/dev/zero"));

    assertThat(inputs.refusal("endless").message())
        .isEqualTo(
            "input \"endless\": a pipe, socket or device, which may never end; give a file, a folder"
                + " or a glob such as raw/samples/**");
    assertThat(inputs.refusal("/dev/null").reason()).isEqualTo("missing_input");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void refusesAPipeAndNeverWaitsForIt() throws Exception {
    Path pipe = base.resolve("pipe.txt");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(inputs.refusal("pipe.txt").message())
        .isEqualTo(
            "input \"pipe.txt\": a pipe, socket or device, which may never end; give a file, a folder"
                + " or a glob such as raw/samples/**");
    inputs.write("a.txt", "a");
    assertThat(inputs.read(base.toString())).extracting(Inputs::textOrReason).contains("a");
  }

  @Test
  void goesOnAfterAMissingInput() {
    inputs.write("a.txt", "a");

    assertThat(inputs.read("z.txt", "a.txt", "b.txt"))
        .extracting(Inputs::textOrReason)
        .containsExactly("missing_input", "missing_input", "a");
  }

  @Test
  void namesFilesOutsideTheWorkingFolderInFull(@TempDir Path other) {
    new Inputs(other).write("x y.txt", "x");

    assertThat(inputs.page(other + "/x y.txt").ref().rawPath())
        .isEqualTo(other.toString().replace('\\', '/') + "/x y.txt");
  }

  @Test
  void followsLinksAndReadsTheirTargetOnce() throws IOException {
    inputs.write("p/a.txt", "a").write("q/b.txt", "b");
    link("p/z.txt", "p/a.txt");
    link("p/r", "q");

    assertThat(inputs.names("p")).containsExactly("p/a.txt", "p/r/b.txt");
  }

  @Test
  void refusesALinkThatLeadsNowhereOrBack() throws IOException {
    inputs.write("p/a.txt", "a");
    link("p/b.txt", "p/gone.txt");
    link("p/loop", "p");

    assertThat(inputs.read("p"))
        .extracting(Inputs::textOrReason)
        .containsExactly("not_readable", "a", "not_readable");
    assertThat(Inputs.refusal(inputs.read("p").get(0)).message())
        .isEqualTo(
            "p/loop: not readable: a link that leads back to a folder it lies in; remove the link");
    assertThat(Inputs.refusal(inputs.read("p/b.txt").get(0)).message())
        .isEqualTo("p/b.txt: not readable: no such file; check the file and its rights");
  }

  @Test
  void refusesAFileThatMayNotBeRead() {
    inputs.write("a.txt", "a").write("b.txt", "b");
    Assumptions.assumeTrue(base.resolve("a.txt").toFile().setReadable(false), "no rights here");
    Assumptions.assumeFalse(
        Files.isReadable(base.resolve("a.txt")), "this user may read every file");

    assertThat(inputs.read("a.txt", "b.txt"))
        .extracting(Inputs::textOrReason)
        .containsExactly("not_readable", "b");
    assertThat(Inputs.refusal(inputs.read("a.txt").get(0)).message())
        .isEqualTo("a.txt: not readable: permission denied; check the file and its rights");
  }

  @Test
  void refusesAFileThatWentAwayMeanwhile() throws IOException {
    inputs.write("a.txt", "a").write("b.txt", "b");
    RawInputs resolved = inputs.inputs("a.txt", "b.txt");
    Files.delete(base.resolve("a.txt"));

    List<RawItem> read = new ArrayList<>();
    resolved.forEach(read::add);

    assertThat(read).extracting(Inputs::textOrReason).containsExactly("not_readable", "b");
  }

  private void link(String name, String target) throws IOException {
    try {
      Files.createSymbolicLink(base.resolve(name), base.resolve(target));
    } catch (UnsupportedOperationException e) {
      Assumptions.abort("no links on this machine");
    }
  }
}
