package dev.unglue.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unglue.fetch.Fetcher.FetchFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BrokenFetchTest {
  @Test
  @Timeout(60)
  void asksNobodyAnyMoreOnceTheRunHasBrokenOff() throws Exception {
    try (Site site = new Site()) {
      site.page("/a").page("/b").page("/c");
      CompletableFuture<Thread> other = new CompletableFuture<>();
      CountDownLatch brokenOff = new CountDownLatch(1);
      Fetching fetching =
          new Fetching()
              .pages(
                  site.url("full.test", "/a"),
                  site.url("other.test", "/b"),
                  site.url("other.test", "/c"));
      fetching.sink =
          (exchange, fetched) -> {
            if (exchange.url().endsWith("/a")) {
              other.join(); // only once the other host is being asked
              throw new UncheckedIOException(new IOException("No space left on device"));
            }
            other.complete(Thread.currentThread());
            awaitThough(brokenOff);
          };
      assertThatThrownBy(fetching::run)
          .isInstanceOf(FetchFault.class)
          .hasRootCauseMessage("No space left on device");
      brokenOff.countDown();
      other.get().join();
      assertThat(site.asked()).doesNotContain("/c").contains("/a", "/b");
    }
  }

  /** Keeps a page as slow disks do, which no interrupt hurries. */
  private static void awaitThough(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        open = latch.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        // the run has broken off; the page is still kept
      }
    }
  }
}
