package dev.unglue.fetch.site;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import dev.unglue.model.run.FetchOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What one sitemap lists.
 *
 * @param pages addresses of pages
 * @param sitemaps addresses of further sitemaps
 */
public record Sitemaps(List<Page> pages, List<HttpUrl> sitemaps) {
  /** The limit of the protocol (sitemaps.org): 50 MiB once unpacked. */
  public static final long MAX_BYTES = 50L * 1024 * 1024;

  /**
   * One address.
   *
   * @param url the page
   * @param lastModified when it last changed, by the sitemap's word; absent if it does not say
   */
  public record Page(HttpUrl url, @Nullable Instant lastModified) {}

  /** Reads a sitemap, plain or packed. */
  public static FetchDecision read(HttpUrl url, byte[] body) {
    byte[] content = unpacked(unpacked(body, MAX_BYTES + 1), MAX_BYTES + 1);
    if (content.length > MAX_BYTES) {
      return FetchDecision.of(FetchOutcome.TRUNCATED, "a sitemap of more than 50 MiB");
    }
    try {
      // Not strict: what may be fetched is for the scope to say, not for the sitemap's own folder.
      AbstractSiteMap found = new SiteMapParser(false).parseSiteMap(content, url.url());
      return FetchDecision.listed(
          found instanceof SiteMapIndex index ? of(index) : of((SiteMap) found));
    } catch (UnknownFormatException | IOException e) {
      return FetchDecision.of(FetchOutcome.FAILED, "no sitemap: " + e.getMessage());
    }
  }

  private static Sitemaps of(SiteMapIndex index) {
    Stream<Optional<HttpUrl>> below =
        index.getSitemaps().stream().map(each -> CanonicalUrl.of(each.getUrl().toString()));
    return new Sitemaps(List.of(), below.flatMap(Optional::stream).toList());
  }

  private static Sitemaps of(SiteMap sitemap) {
    List<Page> pages = new ArrayList<>();
    for (SiteMapURL listed : sitemap.getSiteMapUrls()) {
      Instant changed =
          Optional.ofNullable(listed.getLastModified()).map(Date::toInstant).orElse(null);
      CanonicalUrl.of(listed.getUrl().toString())
          .ifPresent(url -> pages.add(new Page(url, changed)));
    }
    return new Sitemaps(pages, List.of());
  }

  String summary() {
    return sitemaps.isEmpty()
        ? "a sitemap of " + pages.size() + " pages"
        : "an index of " + sitemaps.size() + " sitemaps";
  }

  /** The bytes, unpacked where they are packed; at most {@code limit} of them. */
  public static byte[] unpacked(byte[] bytes, long limit) {
    if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 * 1024];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.read(buffer);
      while (count >= 0 && out.size() < limit) {
        out.write(buffer, 0, (int) Math.min(count, limit - out.size()));
        count = in.read(buffer);
      }
      return out.toByteArray();
    } catch (IOException e) {
      return out.toByteArray(); // what came before the damage; the parser says what it lacks
    }
  }
}
