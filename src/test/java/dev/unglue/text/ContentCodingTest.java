package dev.unglue.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
  private static final byte[] PAGE =
      "Teller vs head teller, ".repeat(40).getBytes(StandardCharsets.UTF_8);

  /** Wraps a stream in one that packs. */
  private interface Packer {
    OutputStream around(OutputStream out) throws IOException;
  }

  private static byte[] packed(byte[] bytes, Packer packer) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packer.around(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] unpacked(String field, byte[] body) throws IOException {
    return ContentCoding.undo(ContentCoding.named(field), new ByteArrayInputStream(body))
        .readAllBytes();
  }

  private static OutputStream bare(OutputStream out) {
    return new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
  }

  @Test
  void namesTheCodingsInTheirOrder() {
    assertThat(ContentCoding.named(" Deflate, identity,, X-GZIP ,none"))
        .containsExactly("deflate", "x-gzip");
    assertThat(ContentCoding.named("")).isEmpty();
  }

  @Test
  void tellsOneThatItCannotUndo() {
    assertThat(ContentCoding.unknown(List.of("gzip", "br", "zstd"))).contains("br");
    assertThat(ContentCoding.unknown(List.of("gzip", "x-gzip", "deflate"))).isEmpty();
  }

  @Test
  void undoesEachCoding() throws IOException {
    byte[] gzip = packed(PAGE, GZIPOutputStream::new);
    assertThat(unpacked("gzip", gzip)).isEqualTo(PAGE);
    assertThat(unpacked("x-gzip", gzip)).isEqualTo(PAGE);
    assertThat(unpacked("deflate", packed(PAGE, DeflaterOutputStream::new))).isEqualTo(PAGE);
    assertThat(unpacked("deflate", packed(PAGE, ContentCodingTest::bare))).isEqualTo(PAGE);
    assertThat(unpacked("", PAGE)).isEqualTo(PAGE);
  }

  @Test
  void undoesTheLastCodingFirst() throws IOException {
    byte[] twice = packed(packed(PAGE, GZIPOutputStream::new), DeflaterOutputStream::new);
    assertThat(unpacked("gzip, deflate", twice)).isEqualTo(PAGE);
  }

  @Test
  void takesWhatIsNoGzipForThePageItself() throws IOException {
    assertThat(unpacked("gzip", PAGE)).isEqualTo(PAGE);
    assertThat(unpacked("gzip", new byte[0])).isEmpty();
    assertThat(unpacked("gzip", new byte[] {0x1f})).containsExactly(0x1f);
    assertThat(unpacked("gzip", new byte[] {0x1f, 'a'})).containsExactly(0x1f, 'a');
  }

  @Test
  void tellsABodyThatIsCutFromADamagedOne() throws IOException {
    byte[] gzip = packed(PAGE, GZIPOutputStream::new);
    assertThatThrownBy(() -> unpacked("gzip", Arrays.copyOf(gzip, gzip.length - 9)))
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> unpacked("deflate", new byte[] {'x'}))
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> unpacked("deflate", new byte[] {(byte) 0xff, 1, 2, 3}))
        .isInstanceOf(ZipException.class);
  }
}
