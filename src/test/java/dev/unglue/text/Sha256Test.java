package dev.unglue.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Sha256Test {
  /** FIPS 180-4, example for "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isTheOneOfTheStandard() throws IOException {
    byte[] abc = "abc".getBytes(UTF_8);

    assertThat(Sha256.hex("abc")).isEqualTo(ABC);
    assertThat(Sha256.hex(abc)).isEqualTo(ABC);
    assertThat(Sha256.hex(new ByteArrayInputStream(abc))).isEqualTo(ABC);
    assertThat(HexFormat.of().formatHex(Sha256.bytes(abc))).isEqualTo(ABC);
  }

  @Test
  void isKnownForNothing() {
    assertThat(Sha256.hex(""))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @ParameterizedTest
  @MethodSource("dev.unglue.text.RandomText#texts")
  void takesPiecesAsOne(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(Sha256.hex("x".getBytes(UTF_8), bytes)).isEqualTo(Sha256.hex("x" + text));
    assertThat(Sha256.hex(new ByteArrayInputStream(bytes))).isEqualTo(Sha256.hex(text));
  }
}
