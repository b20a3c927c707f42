package dev.unglue.validate;

import dev.unglue.model.Attribute;
import dev.unglue.model.Catalogue;
import dev.unglue.validate.rule.Rule;
import dev.unglue.validate.rule.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Collects the rules that settings switch on and whose attributes the catalogue has: a rule on
 * salaries is none of phones.
 *
 * @param <T> what the rules look at
 */
final class RuleChoice<T> {
  private final Catalogue catalogue;
  private final Map<String, RuleSettings> settings;
  private final List<Rule<T>> rules = new ArrayList<>();

  RuleChoice(Catalogue catalogue, Map<String, RuleSettings> settings) {
    this.catalogue = catalogue;
    this.settings = settings;
  }

  /** Adds a rule that needs no attribute. */
  RuleChoice<T> add(RuleInfo info, Function<RuleInfo, Rule<T>> rule) {
    configured(info, settings).ifPresent(each -> rules.add(rule.apply(each)));
    return this;
  }

  /** Adds a rule that needs each of the attributes of those ids. */
  RuleChoice<T> add(
      RuleInfo info, List<String> ids, BiFunction<RuleInfo, List<Attribute>, Rule<T>> rule) {
    List<Attribute> found = ids.stream().flatMap(id -> catalogue.attribute(id).stream()).toList();
    return found.size() == ids.size() ? add(info, each -> rule.apply(each, found)) : this;
  }

  /** Adds a rule that looks at whichever of these attributes there are. */
  RuleChoice<T> addIfAny(
      RuleInfo info, List<Attribute> found, BiFunction<RuleInfo, List<Attribute>, Rule<T>> rule) {
    return found.isEmpty() ? this : add(info, each -> rule.apply(each, found));
  }

  List<Rule<T>> rules() {
    return List.copyOf(rules);
  }

  /** The rule as settings want it; none where it is switched off. */
  static Optional<RuleInfo> configured(RuleInfo info, Map<String, RuleSettings> settings) {
    RuleSettings wanted = settings.getOrDefault(info.id(), RuleSettings.of(info));
    return wanted.enabled() ? Optional.of(wanted.apply(info)) : Optional.empty();
  }
}
