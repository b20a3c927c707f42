package dev.unglue.pipeline.parse;

import dev.unglue.config.Settings;
import dev.unglue.model.field.Expectation;
import dev.unglue.model.page.CaptureRef;
import dev.unglue.model.page.Decisions;
import dev.unglue.text.Sha256;
import java.util.List;

/**
 * Names all that decides what is read of a page: the tool and the configuration of attributes,
 * sentences, name lists and rules. A page is parsed again when this changes, and only then.
 */
public final class ParserVersion {
  private ParserVersion() {}

  public static String of(String toolVersion, Settings settings) {
    String all = settings.catalogue() + "\n" + settings.statements() + "\n" + rules(settings);
    return toolVersion + "+" + hash(all);
  }

  /** The version by which a capture is read: what people have decided of it counts too. */
  public static String of(String version, Decisions decisions, CaptureRef ref) {
    String bearing = decisions.bearingOn(ref);
    return bearing.isEmpty() ? version : version + "." + hash(bearing);
  }

  private static String rules(Settings settings) {
    List<Expectation> expectations = RuleConfig.expectations(settings);
    return RuleConfig.of(settings) + (expectations.isEmpty() ? "" : expectations.toString());
  }

  private static String hash(String all) {
    return Sha256.hex(all).substring(0, 12);
  }
}
