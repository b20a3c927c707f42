package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Quarantined;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is damaged or cut costs itself alone, and is named. */
class DamagedWarcTest {
  @TempDir Path base;

  private Inputs inputs;

  @BeforeEach
  void open() {
    inputs = new Inputs(base);
  }

  @Test
  void findsTheNextRecordAfterADamagedPlace() {
    byte[] first = Warcs.wet("u:1", "one");
    inputs.warc(
        first,
        Inputs.utf8("stray words\r\nand more\r\n"),
        Warcs.wet("u:2", "two"),
        Inputs.utf8("WARC/1.0\r\nContent-Length: -5\r\n\r\n"),
        Warcs.wet("u:3", "three"),
        Inputs.utf8("WARC/1.0\r\nWARC-Type: resource\r\n\r\n"),
        Warcs.wet("u:4", "four"));

    List<RawItem> items = inputs.read("a.warc");

    assertThat(items)
        .extracting(Inputs::textOrReason)
        .containsExactly("one", "bad_warc", "two", "bad_warc", "three", "bad_warc", "four");
    assertThat(Inputs.refusal(items.get(1)))
        .isEqualTo(
            new Quarantined(
                "a.warc#2",
                "bad_warc",
                "a.warc: record 2 at byte "
                    + first.length
                    + ": no WARC record: expected \"WARC/1.1\" and a header with a Content-Length,"
                    + " found \"stray words\"; what comes after it was read from the next record"
                    + " on",
                "stray words",
                null));
    assertThat(Inputs.refusal(items.get(3)).message()).contains("found \"WARC/1.0\";");
  }

  @ParameterizedTest(name = "gzip {0}")
  @CsvSource({"false,warc_cut", "true,gzip_cut"})
  void handsOnAllThatIsWholeAtEveryCutOfTheLastRecord(boolean gzip, String reason) {
    byte[] first = Warcs.html("u:1", "<p>first");
    byte[] last = Warcs.html("u:2", "<p>last, which is cut");
    byte[] packedFirst = gzip ? Inputs.gzip(first) : first;
    byte[] all = Inputs.join(packedFirst, gzip ? Inputs.gzip(last) : last);
    for (int length = packedFirst.length + 1; length < all.length; length++) {
      inputs.write("a.warc", Arrays.copyOf(all, length));

      List<RawItem> items = inputs.read("a.warc");

      List<String> found = items.stream().map(Inputs::textOrReason).toList();
      boolean onlyTheEndIsMissing = length >= all.length - (gzip ? 20 : 4);
      assertThat(found)
          .as("cut at %d of %d", length, all.length)
          .isIn(
              List.of("<p>first", reason),
              onlyTheEndIsMissing ? List.of("<p>first", "<p>last, which is cut") : List.of(),
              onlyTheEndIsMissing && gzip
                  ? List.of("<p>first", "<p>last, which is cut", reason)
                  : List.of());
    }
  }

  @Test
  void saysWhereAWarcIsCut() {
    byte[] first = Warcs.wet("u:1", "one");
    byte[] second = Warcs.wet("u:2", "two words");
    byte[] all = Inputs.join(first, second);
    String place = "a.warc: record 2 at byte " + first.length + ": ";
    String advice = "; the records before it were read, fetch the file again";

    inputs.write("a.warc", Arrays.copyOf(all, all.length - 9));
    assertThat(Inputs.refusal(inputs.read("a.warc").get(1)))
        .isEqualTo(
            new Quarantined(
                "a.warc#2",
                "warc_cut",
                place + "cut: expected 9 bytes, found 4" + advice,
                "",
                null));

    inputs.write("a.warc", Arrays.copyOf(all, first.length + 20));
    assertThat(Inputs.refusal(inputs.read("a.warc").get(1)).message())
        .isEqualTo(
            place + "cut: expected the end of its header, found the end of the file" + advice);

    byte[] packed = Inputs.gzip(all);
    inputs.write("a.warc", Arrays.copyOf(packed, 20));
    assertThat(inputs.refusal("a.warc").message())
        .isEqualTo(
            "a.warc: record 1: the gzip is cut: expected the end of the gzip, found the end of the"
                + " file after byte 20"
                + advice);
  }

  @Test
  void saysThatARecordIsCutWhichIsNoPage() {
    byte[] request = Warcs.record("request", "u:1", "application/http", Inputs.utf8("<p>page</p>"));
    inputs.warc(Warcs.wet("u:1", "one"), Arrays.copyOf(request, request.length - 10));

    assertThat(inputs.read("a.warc"))
        .extracting(Inputs::textOrReason)
        .containsExactly("one", "warc_cut");
  }

  @Test
  void aDamagedMemberCostsItsOwnRecordsOnly() {
    byte[] first = Inputs.gzip(Warcs.html("u:1", "<p>first"));
    byte[] second = Inputs.gzip(Warcs.html("u:2", "<p>second"));
    byte[] all = Inputs.join(first, second, Inputs.gzip(Warcs.html("u:3", "<p>third")));
    for (int at = first.length; at < first.length + second.length; at++) {
      byte[] damaged = all.clone();
      damaged[at] ^= 0x10;
      inputs.write("a.warc.gz", damaged);

      List<String> found =
          inputs.read("a.warc.gz").stream().map(Inputs::textOrReason).sorted().toList();

      assertThat(found)
          .as("byte %d", at)
          .isIn(
              List.of("<p>first", "<p>second", "<p>third"), // a byte that says nothing
              List.of("<p>first", "<p>third", "bad_gzip"));
    }
  }

  @Test
  void saysWhichRecordADamagedMemberHolds() {
    byte[] first = Inputs.gzip(Warcs.html("u:1", "<p>first"));
    byte[] second = Inputs.gzip(Warcs.html("u:2", "<p>second"));
    second[second.length - 6] ^= 1; // its checksum
    byte[] third = Inputs.gzip(Warcs.html("u:3", "<p>third"));
    inputs.write("a.warc.gz", Inputs.join(first, second, third));

    assertThat(Inputs.refusal(inputs.read("a.warc.gz").get(1)))
        .isEqualTo(
            new Quarantined(
                "a.warc.gz#2",
                "bad_gzip",
                "a.warc.gz: record 2 at byte "
                    + first.length
                    + ": the gzip is damaged: expected sound gzip data, found a checksum that does"
                    + " not match at byte "
                    + (first.length + second.length - 8)
                    + "; what comes after it was read from the next member on, fetch the file again",
                "",
                null));
  }

  /** Long members are not kept to look for the next one among their bytes. */
  @Test
  void findsTheMemberAfterALongOneThatIsDamaged() {
    byte[] noise = new byte[6_000_000];
    new Random(7).nextBytes(noise);
    byte[] first = Inputs.gzip(Warcs.record("metadata", "u:1", "x/y", noise));
    first[first.length / 2] ^= 0x10;
    inputs.write("a.warc.gz", Inputs.join(first, Inputs.gzip(Warcs.html("u:2", "<p>second"))));

    assertThat(inputs.read("a.warc.gz"))
        .extracting(Inputs::textOrReason)
        .containsExactly("bad_gzip", "<p>second");
  }
}
