package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unglue.raw.warc.RawLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawPlacesTest {
  @TempDir Path base;

  private List<String> read(String file, Long... offsets) {
    List<String> read = new ArrayList<>();
    RawPlaces.forEach(
        file, List.of(offsets), base, RawLimits.defaults(), item -> read.add(text(item)));
    return read;
  }

  private static String text(RawItem item) {
    return item instanceof RawItem.Page page
        ? page.capture().text()
        : ((RawItem.Unreadable) item).quarantined().message();
  }

  @Test
  void readsOnlyTheRecordsOfAnArchiveThatAreAskedFor() {
    byte[] one = Warcs.html("https://x.org/1", "<p>1");
    byte[] two = Warcs.html("https://x.org/2", "<p>2");
    byte[] three = Warcs.html("https://x.org/3", "<p>3");
    new Inputs(base).write("a.warc", Inputs.join(one, two, three));

    long second = one.length;
    assertThat(read("a.warc", second)).containsExactly("<p>2");
    assertThat(read("a.warc", second + two.length, 0L)).containsExactly("<p>1", "<p>3");
  }

  @Test
  void readsEveryPageOfAFileOfAnotherKind() {
    new Inputs(base).write("a.md", Inputs.utf8("# A vs B"));

    assertThat(read("a.md", 7L)).containsExactly("# A vs B");
  }

  @Test
  void tellsOfAnArchiveThatIsThereNoMore() {
    assertThat(read("gone.warc", 0L))
        .singleElement()
        .asString()
        .startsWith("gone.warc: not readable: ");
  }
}
