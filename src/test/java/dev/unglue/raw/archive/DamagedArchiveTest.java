package dev.unglue.raw.archive;

import static dev.unglue.raw.read.Exchanges.RUN;
import static dev.unglue.raw.read.Exchanges.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.raw.read.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of which something is not as it was written. */
class DamagedArchiveTest {
  private static final String NAME = "site/site-20260131T023000Z.warc.gz";

  @TempDir Path raw;
  private Path file;
  private HeldCapture first;
  private HeldCapture second;

  @BeforeEach
  void write() {
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", RUN, Map.of("software", "test"))) {
      first = archive.append(page("https://site.test/a", "<p>A</p>"), Map.of("n", "1"));
      second = archive.append(page("https://site.test/b", "<p>B</p>"), Map.of("n", "2"));
      archive.finish();
    }
    file = raw.resolve(NAME);
  }

  private List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    RawCheck.run(raw, raw, troubles::add);
    return troubles;
  }

  private List<String> urls() {
    return new RawCaptures(raw).list().stream().map(HeldCapture::url).toList();
  }

  /** The bytes of the archive with something put in between. */
  private void insert(long at, byte[] what) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(
        file,
        Inputs.join(
            Arrays.copyOf(bytes, (int) at),
            what,
            Arrays.copyOfRange(bytes, (int) at, bytes.length)));
  }

  @Test
  void nothingIsWrongWithAWholeOne() {
    assertThat(troubles()).isEmpty();
    assertThat(urls()).containsExactly("https://site.test/a", "https://site.test/b");
  }

  @Test
  void aMemberOfGarbageIsNamedAndWhatFollowsIsRead() throws IOException {
    insert(first.offset(), Inputs.gzip(Inputs.utf8("no record at all\r\n")));

    assertThat(urls()).containsExactly("https://site.test/a", "https://site.test/b");
    assertThat(troubles())
        .contains(
            NAME
                + ": record 4 at byte "
                + first.offset()
                + ": expected a record, found \"no record at all\"");
  }

  @Test
  void bareGarbageIsNamedAndWhatStandsAroundItIsRead() throws IOException {
    insert(second.offset(), Inputs.utf8("garbage that is no gzip"));

    assertThat(urls()).containsExactly("https://site.test/a", "https://site.test/b");
    assertThat(troubles())
        .containsExactly(
            NAME
                + ": the gzip is damaged: expected sound gzip data, found other data at byte "
                + second.offset()
                + "; what comes after it was checked from the next member on");
  }

  @Test
  void aDamagedMemberCostsItsOwnPageOnly() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = (int) first.offset() + 10; at < first.offset() + 60; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;
      Files.write(file, changed);

      assertThat(urls()).as("byte %d", at).containsExactly("https://site.test/b");
      assertThat(troubles())
          .as("byte %d", at)
          .singleElement()
          .asString()
          .startsWith(NAME + ": the gzip is damaged: expected sound gzip data, found ")
          .endsWith("; what comes after it was checked from the next member on");
    }
  }

  @Test
  void aByteThatWasChangedIsFound() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = (int) second.offset() + 20; at < bytes.length; at += 11) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;
      Files.write(file, changed);
      assertThat(troubles()).as("byte %d", at).isNotEmpty();
    }
  }

  @Test
  void aCutArchiveGivesThePagesBeforeTheCut() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

    assertThat(urls()).containsExactly("https://site.test/a");
    assertThat(troubles())
        .containsExactly(
            NAME
                + ": the gzip is cut: expected the end of the gzip, found the end of the"
                + " file after byte "
                + (bytes.length - 1));
  }

  @Test
  void whatIsPackedTogetherIsNamed() throws IOException {
    byte[] one = new WarcDraft("metadata", "urn:x:1", RUN).block("text/plain", new byte[0]).bytes();
    byte[] two = new WarcDraft("metadata", "urn:x:2", RUN).block("text/plain", new byte[0]).bytes();
    Path other = raw.resolve("site/other.warc.gz");
    Files.write(other, Inputs.gzip(Inputs.join(one, two)));

    assertThat(troubles())
        .containsExactly(
            "site/other.warc.gz: record 2 at byte "
                + one.length
                + ": expected a gzip member of its own, found it within another's",
            "site/other.warc.gz: expected one gzip member a record, found 1 members for 2 records");
  }

  @Test
  void aRevisitWhoseOriginalIsGoneIsSaid() throws IOException {
    try (RawStore store = RawStore.open(raw);
        RawArchive archive = store.archive("site", RUN.plusSeconds(60), Map.of())) {
      archive.append(page("https://site.test/a", "<p>A</p>"), Map.of());
      archive.finish();
    }
    RawCaptures captures = new RawCaptures(raw);
    Files.delete(file);
    HeldCapture revisit = captures.list().get(0);

    assertThatThrownBy(() -> captures.page(revisit))
        .isInstanceOf(RawStoreException.class)
        .hasMessage(
            "the payload of https://site.test/a is not in the store: expected the record "
                + first.recordId()
                + ", found none; bring the archive back that holds it");
  }
}
