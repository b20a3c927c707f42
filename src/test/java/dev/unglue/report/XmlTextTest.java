package dev.unglue.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {
  @Test
  void escapesAllThatMarksUpAndAllThatQuotes() {
    assertThat(XmlText.of("<a href=\"x\" title='y'>&amp;</a>"))
        .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
  }

  @Test
  void showsControlsThatNoDocumentMayHold() {
    assertThat(XmlText.visible("a\u0000b\u001bc\r\n\td")).isEqualTo("a␀b␛c␍\n\td");
    assertThat(XmlText.visible("\u007f\u0085\ufffe\uffff")).isEqualTo("����");
  }

  @Test
  void keepsPairsAndReplacesTheirHalves() {
    assertThat(XmlText.visible("😀\ud83d-\ude00")).isEqualTo("😀�-�");
  }
}
