package dev.unglue.model.run;

/**
 * What became of the pages that a source had planned for one night; each counts once.
 *
 * @param received came, and say something new
 * @param unchanged are known to be as they were
 * @param gone the site has them no more (404, 410)
 * @param forbidden the site's robots.txt names them
 * @param failed did not come, came in doubt, or cannot be read
 */
public record NightPages(long received, long unchanged, long gone, long forbidden, long failed) {
  /** All of them. */
  public long planned() {
    return received + unchanged + gone + forbidden + failed;
  }

  /** Those that came, or are known to be as they were. */
  public long confirmed() {
    return received + unchanged;
  }

  /** Both together. */
  public NightPages plus(NightPages other) {
    return new NightPages(
        received + other.received,
        unchanged + other.unchanged,
        gone + other.gone,
        forbidden + other.forbidden,
        failed + other.failed);
  }
}
