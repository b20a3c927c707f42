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
 * @param flags which flags are accepted as they are, the earlier decisions first
 */
public record Decisions(List<RowDecision> rows, List<FlagDecision> flags) {
  /** Nothing was decided. */
  public static final Decisions NONE = new Decisions(List.of(), List.of());

  /** Copies the lists, sorted. */
  public Decisions {
    rows = sorted(rows, RowDecision::by, RowDecision::key);
    flags = sorted(flags, FlagDecision::by, FlagDecision::key);
  }

  private static <T> List<T> sorted(
      List<T> decisions, Function<T, Signature> by, Function<T, String> key) {
    Comparator<T> byTime = Comparator.comparing(each -> by.apply(each).at());
    return decisions.stream().sorted(byTime.thenComparing(key)).toList();
  }

  /** What may bear on the rows of a capture: decisions on its page, its content, or subjects. */
  public List<RowDecision> on(CaptureRef ref) {
    return rows.stream()
        .filter(
            each ->
                each.forSubjects()
                    || each.page().equals(ref.page())
                    || each.rawSha256().equals(ref.rawSha256()))
        .toList();
  }

  /**
   * Tells two sets of decisions apart where they may read a capture, or judge its flags, in
   * different ways; empty where none bears on it.
   */
  public String bearingOn(CaptureRef ref) {
    Stream<String> ofFlags =
        flags.stream().filter(each -> each.page().equals(ref.page())).map(FlagDecision::content);
    return Stream.concat(on(ref).stream().map(RowDecision::content), ofFlags)
        .collect(Collectors.joining("\n"));
  }
}
