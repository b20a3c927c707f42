package dev.unglue.pipeline;

import dev.unglue.extract.page.PageLinks;
import dev.unglue.fetch.PageLook;
import dev.unglue.model.Capture;
import dev.unglue.model.Exchange;
import dev.unglue.model.PageKind;
import dev.unglue.model.ParsedPage;
import dev.unglue.raw.ExchangeReader;
import dev.unglue.raw.RawLimits;
import java.util.List;

/**
 * Looks into the pages of one source as they come.
 *
 * @param parser reads them as the run will
 * @param source name of the source
 * @param links true if links are wanted
 */
record LivePages(PageParser parser, String source, boolean links) implements PageLook {
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
