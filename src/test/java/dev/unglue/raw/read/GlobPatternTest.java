package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {
  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '"',
      value = {
        "*.txt a.txt true",
        "*.txt a/b.txt false",
        "*.txt aXtxt false",
        "** a/b/c.txt true",
        "a/** a/b true",
        "a/** ab/c false",
        "**/b b true",
        "**/b a/c/b true",
        "**/b ab false",
        "a/**/b a/b true",
        "a/**/b a/x/y/b true",
        "a?c abc true",
        "a?c a/c false",
        "[a-c]x bx true",
        "[!a-c]x bx false",
        "[!a-c]x dx true",
        "[^a]x ax false",
        "[]]x ]x true",
        "[a [a true",
        "{a,b}.md b.md true",
        "{a,b}.md c.md false",
        "{a,b/c}.md b/c.md true",
        "{a {a true",
        "a,b} a,b} true",
        "a\\*b a*b true",
        "a\\*b aXb false",
        "a\\ a\\ true",
        "(a)+$ (a)+$ true",
        "[a&&b] & true",
        "*\u00e9* caf\u00e9s true",
      })
  void matchesAsAShellDoes(String glob, String name, boolean expected) {
    assertThat(GlobPattern.of(glob).matches(name)).isEqualTo(expected);
  }
}
