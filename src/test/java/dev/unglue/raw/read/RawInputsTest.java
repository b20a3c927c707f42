package dev.unglue.raw.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawInputsTest {
  @TempDir Path base;

  @Test
  void readsAllFormatsInTheOrderOfTheirNames() {
    Inputs inputs = new Inputs(base);
    inputs
        .write("p/d.html", "<p>d")
        .write("p/a.md", "a")
        .write("p/c.txt.gz", Inputs.gzip(Inputs.utf8("c")));
    inputs.write("p/b.jsonl", "{\"text\": \"b1\"}\nx\n{\"text\": \"b3\"}\n");
    inputs.write("p/e.warc", Inputs.join(Warcs.info(), Warcs.html("u:e", "<p>e")));
    inputs.write("p/x.png", "no page");

    List<RawItem> items = inputs.read("missing", "p");

    assertThat(items)
        .extracting(Inputs::textOrReason)
        .containsExactly("missing_input", "a", "b1", "not_json", "b3", "c", "<p>d", "<p>e");
    assertThat(inputs.read("missing", "p")).isEqualTo(items);
  }

  @Test
  void readsNothingOfNothing() {
    assertThat(new Inputs(base).read()).isEmpty();
  }

  @Test
  void keepsNoPageItHasHandedOn() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      lines.append("{\"text\": \"").append((char) ('a' + i % 26)).append("x".repeat(9999));
      lines.append("\"}\n");
    }
    Inputs inputs = new Inputs(base).write("a.jsonl", lines.toString());
    List<WeakReference<RawItem>> seen = new ArrayList<>();
    List<Integer> alive = new ArrayList<>();

    inputs
        .inputs("a.jsonl")
        .forEach(
            item -> {
              seen.add(new WeakReference<>(item));
              if (seen.size() == 50) {
                System.gc();
                alive.add((int) seen.stream().filter(old -> old.get() != null).count());
              }
            });

    // The one at hand, and one that a slot of the interpreter may still hold.
    assertThat(alive.get(0)).isBetween(1, 2);
  }

  @Test
  void neverThrowsOnAnyBytesInAnyFormat() {
    long seed = 20240501;
    Random random = new Random(seed);
    List<byte[]> sound =
        List.of(
            Inputs.utf8("{\"url\": \"u:1\", \"text\": \"x\"}\n{\"html\": \"<p>\"}\n"),
            Inputs.join(Warcs.info(), Warcs.html("u:1", "<p>x"), Warcs.wet("u:2", "y")),
            Inputs.gzip(Inputs.join(Warcs.html("u:1", "<p>x"), Warcs.wet("u:2", "y"))),
            Warcs.response(
                "u:1",
                Warcs.http(
                    200,
                    Inputs.utf8("3\r\n<p>\r\n1\r\nx\r\n0\r\n\r\n"),
                    "Content-Type: text/html",
                    "Transfer-Encoding: chunked")));
    for (int i = 0; i < 400; i++) {
      byte[] bytes = sound.get(i % sound.size()).clone();
      for (int change = 0; change <= i % 3; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      byte[] part = Arrays.copyOf(bytes, bytes.length - random.nextInt(3));
      Inputs inputs = new Inputs(base);
      inputs.write("a.txt", part).write("a.jsonl", part).write("a.warc", part).write("a.x", part);

      for (RawItem item : inputs.read("a.txt", "a.jsonl", "a.warc", "a.x")) {
        if (item instanceof RawItem.Unreadable unreadable) {
          assertThat(unreadable.quarantined().message())
              .as("seed %d, turn %d", seed, i)
              .doesNotContain("Exception", "java.", "org.netpreserve", "\tat ");
        }
      }
    }
  }
}
