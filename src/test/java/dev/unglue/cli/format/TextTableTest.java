package dev.unglue.cli.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void cutsTheWidestColumnsAt120Characters() {
    TextTable table = new TextTable(120, Set.of(1));
    table.row(List.of("a", "b".repeat(50), "c".repeat(300)));
    table.row(List.of("", "short", "line\nbreak\u001b[31m"));

    assertThat(table.lines())
        .containsExactly(
            "a  " + "b".repeat(50) + "  " + "c".repeat(64) + "…",
            "   short" + " ".repeat(47) + "line break [31m");
  }

  @Test
  void neverCutsTheColumnsThatAreKept() {
    TextTable table = new TextTable(20, Set.of(0));
    table.row(List.of("a".repeat(30), "bcdefgh"));

    assertThat(table.lines()).containsExactly("a".repeat(30) + "  bcd…");
  }
}
