package dev.unglue.bench.page;

import java.util.List;

/**
 * One subject and all that its pages say of it; the same on every page.
 *
 * @param name as headers print it
 * @param rows its cells; the same labels in the same order for every subject
 * @param salary yearly salary in USD
 * @param time how long it takes to become one; as printed, {@code 2-4 years}; empty where the table
 *     has no experience either
 * @param minMonths the same, at least, in months
 * @param maxMonths the same, at most, in months
 * @param skills three skills, lower case
 */
record Profile(
    String name,
    List<TrueRow> rows,
    long salary,
    String time,
    int minMonths,
    int maxMonths,
    List<String> skills) {
  Profile {
    rows = List.copyOf(rows);
    skills = List.copyOf(skills);
  }

  /** The same with another salary; its rows stay. */
  Profile withSalary(long other) {
    return new Profile(name, rows, other, time, minMonths, maxMonths, skills);
  }

  /** The same with another time; its rows stay. */
  Profile withTime(FigureRows.Experience other) {
    return new Profile(
        name, rows, salary, other.time(), other.minMonths(), other.maxMonths(), skills);
  }

  /** The same with each cell in so many cases (0..1) left empty. */
  Profile withEmptyCells(double share, Sampler chance) {
    List<TrueRow> holed = rows.stream().map(row -> chance.in(share) ? row.empty() : row).toList();
    return new Profile(name, holed, salary, time, minMonths, maxMonths, skills);
  }
}
