package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.raw.warc.RawStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormatTest {
  @Test
  void namesAnEndingOfEachFormatForMessages() {
    List<FileFormat> named =
        Arrays.stream(FileFormat.ENDINGS.split(" "))
            .map(ending -> FileFormat.ofName("page" + ending))
            .toList();
    Set<FileFormat> all = EnumSet.complementOf(EnumSet.of(FileFormat.UNKNOWN));

    assertThat(named).doesNotContain(FileFormat.UNKNOWN);
    assertThat(named.stream().collect(Collectors.toSet())).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource({
    "a.HTM.gz, HTML",
    "a.html, HTML",
    "a.markdown, MARKDOWN",
    "a.text, TEXT",
    "a.ndjson.gz, JSONL",
    "a.wet.gz, WARC",
    "a.pdf, UNKNOWN",
    "html, UNKNOWN"
  })
  void isToldByTheEndOfTheName(String name, FileFormat format) {
    assertThat(FileFormat.ofName(name)).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({
    "WARC/1.1, WARC",
    "'{\"url\": 1}', JSONL",
    "'\ufeff{ \"text\" :', JSONL",
    "<p>, UNKNOWN",
    "'', UNKNOWN"
  })
  void isToldByTheBeginningWhereTheNameTellsNothing(String head, FileFormat format)
      throws IOException {
    byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
    try (RawStream stream = RawStream.of(new ByteArrayInputStream(bytes))) {
      assertThat(FileFormat.of("page.dat", stream)).isEqualTo(format);
    }
  }
}
