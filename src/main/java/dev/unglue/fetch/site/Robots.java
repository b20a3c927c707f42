package dev.unglue.fetch.site;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What one site's robots.txt says (RFC 9309).
 *
 * @param rules the rules for us
 * @param reason what it was: {@code robots.txt}, or why there is none to read
 * @param crawlDelay pause that it asks for between two requests; zero if it asks for none
 * @param unknown true if nobody knows what it would say, and so nothing of the site is fetched
 */
public record Robots(SimpleRobotRules rules, String reason, Duration crawlDelay, boolean unknown) {
  /** RFC 9309, 2.5: at least so much is to be read. */
  public static final long MAX_BYTES = 500L * 1024;

  /** RFC 9309, 2.4: it should not be used for longer. */
  public static final Duration LIFE = Duration.ofHours(24);

  /** A longer crawl-delay is taken as it is; the parser would rather shut the site. */
  private static final long LONGEST_DELAY_MILLIS = Duration.ofDays(1).toMillis();

  /** There is none that rules us. */
  public static Robots allowing(String reason) {
    return of(RobotRulesMode.ALLOW_ALL, reason, false);
  }

  /** It gave no answer, or may not even be asked for. */
  public static Robots unknown(String reason) {
    return of(RobotRulesMode.ALLOW_NONE, reason, true);
  }

  private static Robots of(RobotRulesMode mode, String reason, boolean unknown) {
    return new Robots(new SimpleRobotRules(mode), reason, Duration.ZERO, unknown);
  }

  /** Reads one. */
  public static Robots read(Origin site, byte[] content) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(LONGEST_DELAY_MILLIS, 0);
    SimpleRobotRules rules =
        parser.parseContent(site.robots().toString(), content, "text/plain", List.of(Agent.TOKEN));
    long delay = rules.getCrawlDelay();
    return new Robots(
        rules,
        "robots.txt",
        Duration.ofMillis(delay == BaseRobotRules.UNSET_CRAWL_DELAY ? 0 : Math.max(delay, 0)),
        false);
  }

  /** True if the address may be fetched. */
  public boolean allows(HttpUrl url) {
    return rules.isAllowed(url.toString());
  }

  /** Why an address may be fetched, for people. */
  public String permission() {
    return "allowed: " + reason;
  }

  /** Why an address may not be fetched, for people. */
  public String refusal(HttpUrl url) {
    return "forbidden: " + rule(url).map(rule -> reason + ", Disallow: " + rule).orElse(reason);
  }

  /** The longest rule that forbids it; rules are tried one by one, as the parser names none. */
  private Optional<String> rule(HttpUrl url) {
    return rules.getRobotRules().stream()
        .filter(rule -> !rule.isAllow() && fits(rule, url))
        .map(RobotRule::getPrefix)
        .reduce((one, other) -> one.length() >= other.length() ? one : other);
  }

  private static boolean fits(RobotRule rule, HttpUrl url) {
    SimpleRobotRules alone = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
    alone.addRule(rule.getPrefix(), false);
    return !alone.isAllowed(url.toString());
  }
}
