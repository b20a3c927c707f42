package dev.unglue.split;

import dev.unglue.model.page.Cost;
import dev.unglue.model.page.Steps;
import dev.unglue.split.candidate.Cell;
import dev.unglue.split.candidate.Question;
import dev.unglue.split.evidence.Evidence;
import dev.unglue.split.search.CellScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of evidence, asked of the readings of one question. Most have nothing to say of a
 * row: they are not asked again for each of its readings.
 */
final class AskedEvidence implements CellScorer<Cell> {
  private static final Double NOTHING = 0.0;

  private final Question question;
  private final List<Evidence> sources;
  private final List<Evidence> speaking;
  private final Steps steps;

  /**
   * The sources, asked of one question.
   *
   * @param sources the most trusted first
   * @param steps counts the readings that are weighed
   */
  AskedEvidence(List<Evidence> sources, Question question, Steps steps) {
    this.question = question;
    this.steps = steps;
    this.sources = sources;
    List<Evidence> asked = new ArrayList<>();
    for (Evidence source : sources) {
      if (source.speaks(question)) {
        asked.add(source.ofOneQuestion(question));
      }
    }
    // By name, so that the order of the sources does not change the last digit.
    asked.sort(Comparator.comparing(Evidence::name));
    this.speaking = asked;
  }

  @Override
  public double cell(int column, Cell cell, int next) {
    double weight = 0;
    for (Evidence source : speaking) {
      weight += source.ofCell(question, column, cell);
    }
    return weight;
  }

  @Override
  public double pair(int column, Cell left, Cell right) {
    double weight = 0;
    for (Evidence source : speaking) {
      weight += source.ofPair(question, left, right);
    }
    return weight;
  }

  /** What they say of a reading besides what they say of its cells. */
  double whole(List<Cell> cells) {
    steps.add(Cost.Kind.READINGS, 1);
    double weight = 0;
    for (Evidence source : speaking) {
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
    for (Evidence source : speaking) {
      evidence.put(source.name(), source.weigh(question, cells));
    }
    return evidence;
  }
}
