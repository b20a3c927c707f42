package dev.unglue.pipeline;

import dev.unglue.model.Claim;
import dev.unglue.model.Grid;
import dev.unglue.model.GridRow;
import dev.unglue.model.Observation;
import dev.unglue.model.Reading;
import dev.unglue.model.Slice;
import dev.unglue.model.Span;
import dev.unglue.text.CodePoints;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the places of what was read into code points. */
record Counted(CodePoints points) {

  Observation of(Observation seen) {
    return new Observation(
        seen.subject(),
        seen.attribute(),
        seen.member(),
        seen.ordinal(),
        seen.section(),
        seen.state(),
        seen.valueNum(),
        seen.valueText(),
        seen.rawText(),
        place(seen.span()),
        seen.method(),
        seen.confidence(),
        seen.candidates(),
        seen.layout());
  }

  Claim of(Claim claim) {
    return new Claim(
        claim.attribute(), claim.greater(), claim.lesser(), claim.rawText(), place(claim.span()));
  }

  Grid of(Grid grid) {
    return new Grid(
        grid.layout(),
        grid.section(),
        slices(grid.header()),
        grid.headerShifted(),
        grid.headerMethod(),
        grid.rows().stream().map(this::of).toList());
  }

  private GridRow of(GridRow row) {
    return new GridRow(
        of(row.label()),
        row.attributes(),
        row.state(),
        row.joined(),
        of(row.body()),
        slices(row.cells()),
        row.method(),
        row.readings().stream()
            .map(r -> new Reading(slices(r.cells()), r.probability(), r.evidence()))
            .toList(),
        certain(row));
  }

  private Map<Integer, Slice> certain(GridRow row) {
    Map<Integer, Slice> certain = new TreeMap<>(row.certain());
    certain.replaceAll((column, cell) -> of(cell));
    return certain;
  }

  private List<Slice> slices(List<Slice> slices) {
    return slices.stream().map(this::of).toList();
  }

  private Span place(Span span) {
    return new Span(points.pointAt(span.start()), points.pointAt(span.end()));
  }

  private Slice of(Slice slice) {
    return new Slice(slice.text(), place(slice.span()));
  }
}
