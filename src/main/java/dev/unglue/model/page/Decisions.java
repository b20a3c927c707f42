package dev.unglue.model.page;

import dev.unglue.model.value.Signature;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that people have decided.
 *
 * @param rows how rows are to be read, the earlier decisions first
 * @param values which values were missed, the earlier decisions first
 * @param flags which flags are accepted as they are, the earlier decisions first
 */
public record Decisions(
    List<RowDecision> rows, List<ValueDecision> values, List<FlagDecision> flags) {
  /** Nothing was decided. */
  public static final Decisions NONE = new Decisions(List.of(), List.of());

  /** Copies the lists, sorted. */
  public Decisions {
    rows = sorted(rows, RowDecision::by, RowDecision::key);
    values = sorted(values, ValueDecision::by, ValueDecision::key);
    flags = sorted(flags, FlagDecision::by, FlagDecision::key);
  }

  /** Decisions on rows and flags; no value was missed. */
  public Decisions(List<RowDecision> rows, List<FlagDecision> flags) {
    this(rows, List.of(), flags);
  }

  /** How many they are. */
  public int size() {
    return rows.size() + values.size() + flags.size();
  }

  private static <T> List<T> sorted(
      List<T> decisions, Function<T, Signature> by, Function<T, String> key) {
    Comparator<T> byTime = Comparator.comparing(each -> by.apply(each).at());
    return decisions.stream().sorted(byTime.thenComparing(key)).toList();
  }

  /** What may bear on a capture: decisions on its page, its content, or subjects. */
  public Decisions on(CaptureRef ref) {
    return new Decisions(
        rows.stream()
            .filter(each -> each.forSubjects() || isOn(ref, each.page(), each.rawSha256()))
            .toList(),
        values.stream().filter(each -> isOn(ref, each.page(), each.rawSha256())).toList(),
        flags.stream().filter(each -> each.page().equals(ref.page())).toList());
  }

  private static boolean isOn(CaptureRef ref, String page, String rawSha256) {
    return page.equals(ref.page()) || rawSha256.equals(ref.rawSha256());
  }

  /**
   * Tells two sets of decisions apart where they may read a capture, or judge its flags, in
   * different ways; empty where none bears on it.
   */
  public String bearingOn(CaptureRef ref) {
    if (size() == 0) {
      return "";
    }
    Decisions on = on(ref);
    return Stream.of(
            on.rows.stream().map(RowDecision::content),
            on.values.stream().map(ValueDecision::content),
            on.flags.stream().map(FlagDecision::content))
        .flatMap(contents -> contents)
        .collect(Collectors.joining("\n"));
  }
}
