package dev.unglue.pipeline.fetch;

import dev.unglue.extract.PageLinks;
import dev.unglue.fetch.site.PageInspector;
import dev.unglue.model.page.Capture;
import dev.unglue.model.page.Exchange;
import dev.unglue.model.page.PageKind;
import dev.unglue.model.page.ParsedPage;
import dev.unglue.page.PageParser;
import dev.unglue.raw.archive.ExchangeReader;
import dev.unglue.raw.warc.RawLimits;
import java.util.List;

/**
 * Looks into the pages of one source as they come.
 *
 * @param parser reads them as the run will
 * @param source name of the source
 * @param links true if links are wanted
 */
record LivePages(PageParser parser, String source, boolean links) implements PageInspector {
  @Override
  public Look look(Exchange exchange) {
    return ExchangeReader.page(exchange, source, RawLimits.defaults())
        .map(this::look)
        .orElse(new Look(null, List.of()));
  }

  private Look look(Capture capture) {
    ParsedPage page = parser.parse(capture);
    // Pages on which nothing was read would all be the same; there the bytes decide.
    String hash = page.observations().isEmpty() ? capture.ref().rawSha256() : page.contentSha256();
    return new Look(hash, links(page, capture));
  }

  /** What a page links to that need not be asked for again, for it lies in the raw store. */
  List<String> links(Capture capture) {
    return links ? links(parser.parse(capture), capture) : List.of();
  }

  private List<String> links(ParsedPage page, Capture capture) {
    return links && page.kind() == PageKind.COMPARISON ? PageLinks.of(capture) : List.of();
  }
}
