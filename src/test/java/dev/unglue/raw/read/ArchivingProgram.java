package dev.unglue.raw.read;

import dev.unglue.raw.archive.HeldCapture;
import dev.unglue.raw.archive.RawArchive;
import dev.unglue.raw.archive.RawStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** A fetch of its own process, which the tests kill at any moment. */
final class ArchivingProgram {
  static final int PAGES = 250;

  private ArchivingProgram() {}

  static String url(int page) {
    return "https://site.test/page/" + page;
  }

  /** Keeps the pages that are not held yet, and says of each one that it is done. */
  @SuppressWarnings("SystemOut") // the test reads these lines
  public static void main(String[] args) {
    Random random = new Random(Long.parseLong(args[1]));
    try (RawStore store = RawStore.open(Path.of(args[0]));
        RawArchive archive = store.archive("site", Exchanges.RUN, Map.of("software", "test"))) {
      System.out.println("open .");
      Set<String> held = archive.held().stream().map(HeldCapture::url).collect(Collectors.toSet());
      for (int page = 0; page < PAGES; page++) {
        if (!held.contains(url(page))) {
          // Up to 200 KB that cannot be packed, so that a write may be hit in its middle.
          byte[] body = new byte[random.nextInt(200 * 1024)];
          random.nextBytes(body);
          archive.append(
              Exchanges.exchange(url(page), 200, "", body, Exchanges.FETCHED, null),
              Map.of("outcome", "captured"));
          System.out.println(url(page) + " .");
        }
      }
      archive.finish();
    }
    System.out.println("finished .");
  }
}
