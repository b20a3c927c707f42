package dev.unglue.split;

import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Steps;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.Evidence;
import dev.unglue.split.search.CellScorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sources of evidence, asked of the readings of one question. Most have nothing to say of a
 * row: they are not asked again for each of its readings.
 */
final class AskedEvidence implements CellScorer<Cell> {
  private static final Double NOTHING = 0.0;

  private final Question question;
  private final List<Evidence> sources;
  private final List<Evidence> byName;
  private final Steps steps;
  private @Nullable List<Evidence> speaking;

  /**
   * The sources, asked of one question.
   *
   * @param sources the most trusted first
   * @param byName the same by name, so that their order does not change the last digit of a sum
   * @param steps counts the readings that are weighed
   */
  AskedEvidence(List<Evidence> sources, List<Evidence> byName, Question question, Steps steps) {
    this.question = question;
    this.steps = steps;
    this.sources = sources;
    this.byName = byName;
  }

  /** Those with an opinion; most rows have but one reading, of which none is asked. */
  private List<Evidence> speaking() {
    List<Evidence> known = speaking;
    if (known == null) {
      known = new ArrayList<>();
      for (Evidence source : byName) {
        if (source.speaks(question)) {
          known.add(source.ofOneQuestion(question));
        }
      }
      speaking = known;
    }
    return known;
  }

  @Override
  public double cell(int column, Cell cell, int next) {
    double weight = 0;
    for (Evidence source : speaking()) {
      weight += source.ofCell(question, column, cell);
    }
    return weight;
  }

  @Override
  public double pair(int column, Cell left, Cell right) {
    double weight = 0;
    for (Evidence source : speaking()) {
      weight += source.ofPair(question, left, right);
    }
    return weight;
  }

  /** What they say of a reading besides what they say of its cells. */
  double whole(List<Cell> cells) {
    steps.add(Cost.Kind.READINGS, 1);
    double weight = 0;
    for (Evidence source : speaking()) {
      weight += source.ofWhole(question, cells);
    }
    return weight;
  }

  /** What each of them says of a reading, in the order of trust. */
  Map<String, Double> of(List<Cell> cells) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    for (Evidence source : sources) {
      evidence.put(source.name(), NOTHING);
    }
    for (Evidence source : speaking()) {
      evidence.put(source.name(), source.weigh(question, cells));
    }
    return evidence;
  }
}
