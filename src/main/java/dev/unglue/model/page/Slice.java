package dev.unglue.model.page;

import dev.unglue.model.field.CellPart;
import dev.unglue.model.value.SourceText;
import dev.unglue.model.value.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text that was read and its place in the capture.
 *
 * @param text as read (entities resolved)
 * @param span where it stands
 * @param parts what was found in it, where it is a cell that was cut out of its row; else empty
 */
public record Slice(String text, Span span, List<CellPart> parts) {
  /** Copies the parts. */
  public Slice {
    parts = List.copyOf(parts);
  }

  /** A text of which no parts are known. */
  public Slice(String text, Span span) {
    this(text, span, List.of());
  }

  /** The same, without the map of each character. */
  public static Slice of(SourceText text) {
    return new Slice(text.text(), text.span());
  }

  /** The same for several texts. */
  public static List<Slice> of(List<SourceText> texts) {
    List<Slice> slices = new ArrayList<>(texts.size());
    for (SourceText text : texts) {
      slices.add(of(text));
    }
    return slices;
  }

  /** The same at another place. */
  public Slice moved(UnaryOperator<Span> place) {
    return new Slice(text, place.apply(span), parts);
  }

  /** The same texts at other places. */
  public static List<Slice> moved(List<Slice> slices, UnaryOperator<Span> place) {
    return slices.stream().map(slice -> slice.moved(place)).toList();
  }
}
