package dev.unglue.fetch.site;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import dev.unglue.model.run.FetchOutcome;
import dev.unglue.text.ContentCoding;
import dev.unglue.text.InvisibleCharacters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** The other limit of the protocol: so many addresses in one sitemap, or sitemaps in an index. */
  public static final int MOST_ADDRESSES = 50_000;

  /**
   * One address.
   *
   * @param url the page
   * @param lastModified when it last changed, by the sitemap's word; absent if it does not say
   */
  public record Page(HttpUrl url, @Nullable Instant lastModified) {}

  /**
   * Reads a sitemap, plain or packed.
   *
   * @param most so many addresses are taken of it
   * @param scope which of them are wanted
   */
  public static FetchDecision read(HttpUrl url, byte[] body, int most, Scope scope) {
    byte[] content;
    try {
      content = wholly(wholly(body));
    } catch (IOException e) {
      return FetchDecision.again(
          FetchOutcome.TRUNCATED, "the packed sitemap does not come to its end, or is damaged");
    }
    if (content.length > MAX_BYTES) {
      return FetchDecision.of(FetchOutcome.TRUNCATED, "a sitemap of more than 50 MiB");
    }
    try {
      // Not strict: what may be fetched is for the scope to say, not for the sitemap's own folder.
      AbstractSiteMap found = new SiteMapParser(false).parseSiteMap(content, url.url());
      if (found.getType() == AbstractSiteMap.SitemapType.TEXT) {
        // the parser stops at its own limit, and is silent
        return FetchDecision.listed(ofText(content), most, scope);
      }
      return FetchDecision.listed(
          found instanceof SiteMapIndex index ? of(index) : of((SiteMap) found), most, scope);
    } catch (UnknownFormatException | IOException e) {
      return FetchDecision.of(FetchOutcome.FAILED, "no sitemap: " + e.getMessage());
    }
  }

  private static Sitemaps of(SiteMapIndex index) {
    Stream<Optional<HttpUrl>> below =
        index.getSitemaps().stream().map(each -> CanonicalUrl.of(each.getUrl().toString()));
    return new Sitemaps(List.of(), below.flatMap(Optional::stream).toList());
  }

  private static Sitemaps ofText(byte[] content) {
    Stream<Optional<HttpUrl>> lines =
        new String(content, StandardCharsets.UTF_8)
            .lines()
            .map(line -> CanonicalUrl.of(InvisibleCharacters.withoutByteOrderMark(line).strip()));
    List<Page> pages =
        lines.flatMap(Optional::stream).distinct().map(url -> new Page(url, null)).toList();
    return new Sitemaps(pages, List.of());
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

  /** How many addresses are beyond the limit. */
  int beyond(int most) {
    return Math.max(pages.size() + sitemaps.size() - most, 0);
  }

  /** What is within the limit, in the order of the file. */
  Sitemaps bounded(int most) {
    return new Sitemaps(
        pages.stream().limit(most).toList(), sitemaps.stream().limit(most).toList());
  }

  String summary(int most, Scope scope) {
    String what =
        sitemaps.isEmpty()
            ? "a sitemap of " + pages.size() + " pages"
            : "an index of " + sitemaps.size() + " sitemaps";
    int beyond = beyond(most);
    return beyond == 0
        ? what + unwanted(scope)
        : what + ": the last " + beyond + " of them, beyond " + most + ", are left out";
  }

  /** How many of its addresses are not wanted, and why. */
  private String unwanted(Scope scope) {
    Stream<HttpUrl> foreign = sitemaps.stream().filter(url -> !scope.allows(url));
    Map<String, Long> leftOut =
        Stream.concat(pages.stream().map(Page::url), foreign)
            .flatMap(url -> scope.leftOut(url).stream())
            .collect(Collectors.groupingBy(why -> why, TreeMap::new, Collectors.counting()));
    return leftOut.isEmpty()
        ? ""
        : leftOut.entrySet().stream()
            .map(why -> why.getValue() + " left out " + why.getKey())
            .collect(Collectors.joining(", ", ": ", ""));
  }

  /** The bytes, unpacked where they are packed; at most {@code limit} of them. */
  public static byte[] unpacked(byte[] bytes, long limit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      unpack(bytes, limit, out);
    } catch (IOException e) {
      return out.toByteArray(); // a robots.txt counts as far as it goes
    }
    return out.toByteArray();
  }

  private static byte[] wholly(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    unpack(bytes, MAX_BYTES + 1, out);
    return out.toByteArray();
  }

  private static void unpack(byte[] bytes, long limit, OutputStream out) throws IOException {
    try (InputStream in = ContentCoding.undo(List.of("gzip"), new ByteArrayInputStream(bytes))) {
      byte[] buffer = new byte[16 * 1024];
      long left = limit;
      int count = in.read(buffer);
      while (count >= 0 && left > 0) {
        out.write(buffer, 0, (int) Math.min(count, left));
        left -= count;
        count = in.read(buffer);
      }
    }
  }
}
