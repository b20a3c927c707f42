package dev.unglue.raw.warc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.raw.read.Inputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipStreamTest {
  private static final byte[] ONE = Inputs.gzip(Inputs.utf8("first "));
  private static final byte[] TWO = Inputs.gzip(Inputs.utf8("second"));

  @Test
  void readsAllMembers() throws IOException {
    assertThat(unpack(Inputs.join(ONE, TWO))).isEqualTo("first second");
    assertThat(unpack(Inputs.join(ONE, Inputs.gzip(new byte[0]), TWO))).isEqualTo("first second");
  }

  @Test
  void readsWhatIsLargerThanItsBuffers() throws IOException {
    byte[] large = new byte[300_000];
    new Random(7).nextBytes(large);
    try (GzipStream stream = stream(Inputs.gzip(large))) {
      assertThat(stream.readAllBytes()).isEqualTo(large);
    }
  }

  @Test
  void readsAHeaderWithAllFields() throws IOException {
    byte[] header = Inputs.bytes(0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3);
    byte[] fields = Inputs.bytes(2, 0, 9, 9, 'n', 0, 'c', 0, 1, 2);
    byte[] rest = java.util.Arrays.copyOfRange(ONE, 10, ONE.length);

    assertThat(unpack(Inputs.join(header, fields, rest))).isEqualTo("first ");
  }

  @Test
  void ignoresZerosAtTheEnd() throws IOException {
    assertThat(unpack(Inputs.join(ONE, new byte[20_000]))).isEqualTo("first ");
  }

  @Test
  void tellsWhereAMemberBegins() throws IOException {
    try (GzipStream stream = stream(Inputs.join(ONE, TWO))) {
      assertThat(stream.readAllBytes()).hasSize(12);

      assertThat(stream.fileOffset(0)).isZero();
      assertThat(stream.fileOffset(3)).isEqualTo(3);
      assertThat(stream.fileOffset(6)).isEqualTo(ONE.length);
    }
  }

  @Test
  void refusesEveryCutAndHandsOnWhatCameBefore() {
    byte[] all = Inputs.join(ONE, TWO);
    for (int length = ONE.length + 1; length < all.length; length++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = java.util.Arrays.copyOf(all, length);

      assertThatThrownBy(() -> copy(part, out))
          .isInstanceOfSatisfying(
              BrokenGzipException.class,
              e -> {
                assertThat(e.reason()).isEqualTo("gzip_cut");
                assertThat(e.finding())
                    .isEqualTo(
                        "the gzip is cut: expected the end of the gzip, found the end of the file"
                            + " after byte "
                            + part.length);
              });
      assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).startsWith("first ");
    }
  }

  @Test
  void refusesDamagedDataAndSaysSoAgain() throws IOException {
    byte[] damaged = ONE.clone();
    damaged[damaged.length - 6] ^= 1;
    try (GzipStream stream = stream(damaged)) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(stream::readAllBytes)
            .hasMessage(
                "expected sound gzip data, found a checksum that does not match at byte "
                    + (damaged.length - 8));
      }
    }
    assertThatThrownBy(() -> unpack(Inputs.join(ONE, Inputs.utf8("no gzip at all"))))
        .hasMessage("expected sound gzip data, found other data at byte " + ONE.length);
  }

  @Test
  void neverFailsInAnotherWayOnAnyBytes() {
    long seed = 20240501;
    Random random = new Random(seed);
    byte[] sound = Inputs.gzip(Inputs.utf8("some text that is packed, some text that is packed"));
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = sound.clone();
      bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt(256);
      try {
        assertThat(unpack(bytes)).as("seed %d", seed).isNotNull();
      } catch (IOException e) {
        assertThat(e).as("seed %d", seed).isInstanceOf(BrokenGzipException.class);
      }
    }
  }

  private static GzipStream stream(byte[] bytes) {
    return new GzipStream(new ByteArrayInputStream(bytes));
  }

  private static String unpack(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    copy(bytes, out);
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void copy(byte[] bytes, ByteArrayOutputStream out) throws IOException {
    try (GzipStream stream = stream(bytes)) {
      int next = stream.read();
      while (next >= 0) {
        out.write(next);
        next = stream.read();
      }
    }
  }
}
