package dev.unglue.bench.page;

import dev.unglue.model.field.Attribute;
import dev.unglue.model.field.Catalogue;
import dev.unglue.model.field.CellType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The names that generated pages are made of.
 *
 * @param subjects names of subjects, as headers print them
 * @param skills names of skills, lower case
 * @param names by the attribute whose cells they fill
 */
public record NamePool(
    List<String> subjects, List<String> skills, Map<String, List<String>> names) {
  /** The attribute that cities fill. */
  public static final String CITY = "highest_paying_city";

  /** The attribute that states fill. */
  public static final String STATE = "highest_paying_state";

  /** Copies the lists, sorted by attribute. */
  public NamePool {
    subjects = List.copyOf(subjects);
    skills = List.copyOf(skills);
    Map<String, List<String>> copy = new TreeMap<>();
    names.forEach((attribute, list) -> copy.put(attribute, List.copyOf(list)));
    names = Collections.unmodifiableMap(copy);
  }

  /**
   * The bundled names: subjects, skills and cities of this package, all else from the closed lists
   * of the catalogue.
   *
   * @param asked which names of the closed lists may stand on pages; others stay unseen
   */
  public static NamePool bundled(Catalogue catalogue, Predicate<String> asked) {
    Map<String, List<String>> names = new TreeMap<>();
    names.put(CITY, read("cities.txt"));
    for (Attribute attribute : catalogue.attributes().values()) {
      String lexicon = attribute.lexicon();
      if (lexicon != null && attribute.type() == CellType.NAME) {
        names.put(
            attribute.id(),
            catalogue.lexicon().getOrDefault(lexicon, List.of()).stream().filter(asked).toList());
      } else if (lexicon != null && attribute.type() == CellType.CHOICE) {
        names.put(attribute.id(), catalogue.lexicon().getOrDefault(lexicon, List.of()));
      }
    }
    return new NamePool(read("subjects.txt"), read("skills.txt"), names);
  }

  /** The same with other names for some attributes. */
  public NamePool with(Map<String, List<String>> others) {
    Map<String, List<String>> names = new TreeMap<>(this.names);
    names.putAll(others);
    return new NamePool(subjects, skills, names);
  }

  /** The same with other subjects. */
  public NamePool withSubjects(List<String> others) {
    return new NamePool(others, skills, names);
  }

  /** The names that fill the cells of {@code attribute}. */
  List<String> of(String attribute) {
    List<String> list = names.getOrDefault(attribute, List.of());
    if (list.isEmpty()) {
      throw new IllegalArgumentException(
          "no names for the attribute %s: expected at least one; add a list to lexicon/"
              .formatted(attribute));
    }
    return list;
  }

  private static List<String> read(String file) {
    InputStream bytes = NamePool.class.getResourceAsStream(file);
    if (bytes == null) {
      throw new IllegalStateException("the program was built without its list " + file);
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled list " + file, e);
    }
  }
}
