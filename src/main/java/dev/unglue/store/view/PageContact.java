package dev.unglue.store.view;

/** What the table of fetches tells of the page of a capture {@code c}. */
public final class PageContact {
  /** When its site last said that it has the page no more; NULL where it has, or was not asked. */
  public static final String GONE_AT =
      """
      (SELECT CASE f.outcome WHEN 'gone' THEN f.fetched_at END FROM fetch f
         WHERE f.url = c.page AND f.source = c.source
           AND f.outcome IN ('gone', 'captured', 'unchanged')
         ORDER BY f.run_id DESC LIMIT 1)""";

  /** When it last showed what it shows; of its latest capture also when that was confirmed. */
  static final String LAST_SEEN_AT =
      """
      max(rtrim(c.last_seen_at, 'Z'), coalesce(
          (SELECT max(rtrim(f.fetched_at, 'Z')) FROM fetch f
           WHERE f.url = c.page AND f.source = c.source AND f.outcome = 'unchanged'
             AND NOT EXISTS (SELECT 1 FROM capture n
               WHERE n.page = c.page AND n.source = c.source AND n.parse_status <> 'superseded'
                 AND rtrim(n.last_seen_at, 'Z') > rtrim(c.last_seen_at, 'Z'))),
          '')) || 'Z'""";

  private PageContact() {}
}
