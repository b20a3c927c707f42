package dev.unglue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.model.page.Capture;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.text.Sha256;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageGlanceTest {
  private static PageGlance at(String mediaType, String text) {
    String url = "https://site.test/jobs/a-vs-b";
    String bytes = Sha256.hex("bytes of " + text);
    CaptureRef ref = new CaptureRef("site", url, url, null, bytes, mediaType, "a", 0, null);
    return PageGlance.at(new Capture(ref, text, List.of()));
  }

  private static List<String> of(String mediaType, String text) {
    return at(mediaType, text).links();
  }

  private static String hash(String html) {
    return at("text/html", html).contentSha256();
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

  private static final String PAGE =
      "<title>A vs B</title><p>A pays more.</p><table><tr><td>Pay<td>1<td>2</table>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- build 7 --><title>A vs B</title><p>A pays more.</p><table><tr><td>Pay<td>1<td>2</table>",
        "<title>A vs B</title><nav>News: 12</nav><p>A pays more.</p><table><tr><td>Pay<td>1<td>2</table>",
        "<title>A vs B</title><p>A <b>pays</b>\n more.</p><table><tr><td>Pay<td>1<td>2</table>"
            + "<footer>seen by 7,000</footer>",
        "<title>A vs B</title><script>v=9</script><div class=x>A pays more.</div>"
            + "<table class=y><tr><th>Pay<td>1<td>2</table><aside>More</aside><p hidden>x</p>"
      })
  void findsThatAPageSaysTheSameWhateverItsFrameAndItsMarkup(String other) {
    assertThat(hash(other)).isEqualTo(hash(PAGE));
    assertThat(hash(PAGE)).isEqualTo(Sha256.hex("A vs B A pays more. Pay 1 2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>A vs B</title><p>A pays more.</p><table><tr><td>Pay<td>1<td>3</table>",
        "<title>A vs B</title><p>A pays more.</p><table><tr><td>Pay<td>12</table>",
        "<title>A vs C</title><p>A pays more.</p><table><tr><td>Pay<td>1<td>2</table>"
      })
  void findsThatAPageSaysSomethingElse(String other) {
    assertThat(hash(other)).isNotEqualTo(hash(PAGE));
  }

  @Test
  void letsTheBytesDecideWhereNothingShows() {
    assertThat(hash("<script>app()</script>"))
        .isEqualTo(Sha256.hex("bytes of <script>app()</script>"));
  }

  @Test
  void hashesTheWordsOfAPageOfText() {
    assertThat(at("text/plain", "A vs B\r\n\r\nPay  1 2\n").contentSha256())
        .isEqualTo(Sha256.hex("A vs B Pay 1 2"));
  }
}
