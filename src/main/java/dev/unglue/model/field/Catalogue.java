package dev.unglue.model.field;

import dev.unglue.text.Whitespace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that the engine knows of a field: its attributes and how its pages speak of them. Another
 * catalogue serves another field.
 *
 * @param kind what its subjects are, for example {@code occupation}
 * @param missingMarks what a page prints for "no value"; the first is the usual one
 * @param attributes by id, in the order of the file
 * @param lexicon closed lists of names, by the name of their file
 * @param weights learned weights of the evidence for a reading, by feature; those that begin with
 *     {@link #OPEN} are of tables whose labels nobody knows; may be empty
 * @param confidence how often readings were right, measured; may be empty
 * @param relations what numbers of one subject have to do with each other; may be empty
 */
public record Catalogue(
    String kind,
    List<String> missingMarks,
    Map<String, Attribute> attributes,
    Map<String, List<String>> lexicon,
    Map<String, Double> weights,
    MeasuredConfidence confidence,
    List<Relation> relations) {
  /** Begins the keys of weights that tell how rows of open tables are cut. */
  public static final String OPEN = "open.";

  private static final Pattern REMARK =
      Pattern.compile(
          " ?(?:\\[(?:\\^?\\w{1,3}|\\?)\\]|\\(\\?\\)|[*†‡]{1,3}|\\((?:in"
              + " )?(?:usd|us\\$|\\$|%|percent|years|yrs|per year|per hour|a year)\\)):?$");

  /** The longest remark is {@code " (in per hour):"}. */
  private static final int LONGEST_REMARK = 20;

  /** Copies the collections, keeping their order. */
  public Catalogue {
    missingMarks = List.copyOf(missingMarks);
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    lexicon = Collections.unmodifiableMap(new LinkedHashMap<>(lexicon));
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    relations = List.copyOf(relations);
  }

  /** What its pages print for "no value". */
  public MissingMarks missing() {
    return MissingMarks.of(missingMarks);
  }

  /** The attribute of that id. */
  public Optional<Attribute> attribute(String id) {
    return Optional.ofNullable(attributes.get(id));
  }

  /** The names of a closed list, lower case; none where there is no such list. */
  public Set<String> names(String list) {
    return lexicon.getOrDefault(list, List.of()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The attributes that a row label names, by {@link #labelKey}; a range names two. */
  public Map<String, List<Attribute>> byLabel() {
    Map<String, List<Attribute>> byLabel = new LinkedHashMap<>();
    for (Attribute attribute : attributes.values()) {
      for (String label : attribute.labels()) {
        byLabel.computeIfAbsent(labelKey(label), key -> new ArrayList<>()).add(attribute);
      }
    }
    return byLabel;
  }

  /**
   * What two spellings of one label have in common: no case, one blank, and at the end no colon, no
   * mark of a footnote and no unit in brackets.
   */
  public static String labelKey(String label) {
    String plain = Whitespace.collapse(label);
    String bare = plain.endsWith(":") ? plain.substring(0, plain.length() - 1) : plain;
    String key = bare.stripTrailing().toLowerCase(Locale.ROOT);
    return key.substring(0, beforeRemarks(key));
  }

  /** One remark after the other from the end: there may be any number of them. */
  private static int beforeRemarks(String key) {
    int end = key.length();
    if (endsWord(key, end)) {
      return end; // as nearly all do
    }
    Matcher remark = REMARK.matcher(key);
    while (!endsWord(key, end) && remark.region(Math.max(0, end - LONGEST_REMARK), end).find()) {
      end = remark.start();
    }
    return end;
  }

  private static boolean endsWord(String key, int end) {
    return end == 0 || Character.isLetterOrDigit(key.charAt(end - 1));
  }
}
