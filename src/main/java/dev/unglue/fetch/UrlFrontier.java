package dev.unglue.fetch;

import dev.unglue.model.run.FetchOutcome;
import dev.unglue.model.run.FetchedUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is planned and what has become of it: each address once. Used by one thread at a time. */
final class UrlFrontier {
  private final Map<String, FetchAttempt> open = new HashMap<>();
  private final Map<String, FetchedUrl> done = new HashMap<>();
  private final Map<FetchPlan, Integer> linksLeft = new HashMap<>();
  private int planned;
  private int pagesPlanned;
  private int pagesDone;

  /** Plans the attempt; false if its address is planned already. */
  boolean plan(FetchAttempt attempt) {
    String url = attempt.address();
    if (done.containsKey(url) || open.putIfAbsent(url, attempt) != null) {
      return false;
    }
    planned++;
    pagesPlanned += isPage(attempt.role()) ? 1 : 0;
    return true;
  }

  boolean isPlanned(FetchAttempt attempt) {
    return open.containsKey(attempt.address()) || done.containsKey(attempt.address());
  }

  /** Plans the attempt, and what becomes of it unasked; false if its address is planned already. */
  boolean settle(FetchAttempt attempt, FetchOutcome outcome, String reason) {
    boolean planned = plan(attempt);
    if (planned) {
      record(attempt, outcome, reason);
    }
    return planned;
  }

  /** True, and one less is left, if the plan may still take a page that another page links to. */
  boolean takeLink(FetchPlan plan) {
    int left = linksLeft.getOrDefault(plan, plan.linkBudget());
    if (left > 0) {
      linksLeft.put(plan, left - 1);
    }
    return left > 0;
  }

  /** Notes the outcome of a planned address that was not asked for. */
  void record(FetchAttempt attempt, FetchOutcome outcome, String reason) {
    record(FetchedUrls.unasked(attempt, outcome, reason));
  }

  /** Notes the outcome of a planned address. */
  void record(FetchedUrl row) {
    boolean once = open.remove(row.url()) != null && done.put(row.url(), row) == null;
    if (!once) {
      throw new IllegalStateException(
          "fetch: expected one outcome for each planned address, found another for " + row.url());
    }
    pagesDone += isPage(row.role()) ? 1 : 0;
  }

  private static boolean isPage(FetchedUrl.Role role) {
    return role == FetchedUrl.Role.PAGE;
  }

  /** Notes that a stopped run did not come to the rest. */
  void skipRest() {
    for (FetchAttempt attempt : List.copyOf(open.values())) {
      record(attempt, FetchOutcome.SKIPPED, FetchReport.STILL_PLANNED);
    }
  }

  /**
   * All outcomes, by source and address.
   *
   * @throws IllegalStateException if they are not as many as were planned
   */
  List<FetchedUrl> rows() {
    if (!open.isEmpty() || done.size() != planned) {
      String message = "fetch: expected %d outcomes, found %d, and %d addresses without one";
      throw new IllegalStateException(message.formatted(planned, done.size(), open.size()));
    }
    List<FetchedUrl> rows = new ArrayList<>(done.values());
    rows.sort(Comparator.comparing(FetchedUrl::source).thenComparing(FetchedUrl::url));
    return rows;
  }

  /** Pages that are planned; a sitemap is none. */
  int pagesPlanned() {
    return pagesPlanned;
  }

  /** Of those, how many have their outcome. */
  int pagesDone() {
    return pagesDone;
  }
}
