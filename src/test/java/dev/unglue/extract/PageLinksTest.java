package dev.unglue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageLinksTest {
  private static List<String> of(String mediaType, String text) {
    String url = "https://site.test/jobs/a-vs-b";
    CaptureRef ref = new CaptureRef("site", url, url, null, "0", mediaType, "a", 0, null);
    return PageLinks.of(new Capture(ref, text, List.of()));
  }

  @Test
  void namesEachAddressOnceAndWholeInTheOrderOfThePage() {
    assertThat(
            of(
                "text/html",
                "<a href='/c-vs-d'>c</a><a href='e-vs-f'>e</a><a href='/c-vs-d'>again</a>"
                    + "<a href='//other.test/x'>x</a><a name='top'>no link</a><a href=''>here</a>"))
        .contains(
            "https://site.test/c-vs-d", "https://site.test/jobs/e-vs-f", "https://other.test/x")
        .doesNotHaveDuplicates();
  }

  @Test
  void startsFromTheBaseThatThePageNames() {
    assertThat(of("text/html", "<base href='https://cdn.test/q/'><a href='r'>r</a>"))
        .containsExactly("https://cdn.test/q/r");
  }

  @Test
  void leavesOutWhatIsNotToBeFollowed() {
    assertThat(of("text/html", "<a rel='noopener NoFollow' href='/x'>x</a><a href='/y'>y</a>"))
        .containsExactly("https://site.test/y");
    assertThat(of("text/html", "<meta name=robots content='index, NOFOLLOW'><a href='/x'>x</a>"))
        .isEmpty();
  }

  @Test
  void findsNoneOnAPageOfText() {
    assertThat(of("text/plain", "<a href='/x'>x</a>")).isEmpty();
  }
}
