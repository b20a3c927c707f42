package dev.unglue.store;

import java.nio.file.Path;
import java.util.List;

/** A run of its own process, which the tests kill in the middle of its load. */
final class LoadingProgram {
  private LoadingProgram() {}

  /** Loads a few thousand pages, says so, and waits for its end. */
  @SuppressWarnings("SystemOut") // the test waits for this line
  public static void main(String[] args) throws InterruptedException {
    WorkStore store = WorkStore.open(Path.of(args[0]));
    Load load = store.begin(Samples.start(Samples.TUESDAY), Samples.catalogue());
    for (int i = 0; i < 3_000; i++) {
      load.add(
          Samples.tellers(Samples.ref("page " + i, null, "content " + i), "4.1"),
          Samples.PARSER,
          List.of());
    }
    System.out.println("loading");
    Thread.sleep(60_000);
  }
}
