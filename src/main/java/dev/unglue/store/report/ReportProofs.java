package dev.unglue.store.report;

import dev.unglue.model.report.Proof;
import dev.unglue.store.row.FlagRow;
import dev.unglue.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the places that a report refers to, each once, and names them. */
final class ReportProofs {
  private final Map<FlagRow.Place, Proof> byPlace = new LinkedHashMap<>();

  /** The id of the place of a row with the columns of a capture and of a span; empty for none. */
  String of(ResultSet row) throws SQLException {
    String text = Sql.text(row, "raw_text");
    return text == null || row.getObject("page") == null ? "" : of(FlagRow.Place.of(row), text);
  }

  /** The ids of those places that are there. */
  List<String> of(FlagRow.@Nullable Place... places) {
    List<String> ids = new ArrayList<>();
    for (FlagRow.Place place : places) {
      if (place != null && !ids.contains(of(place, ""))) {
        ids.add(of(place, ""));
      }
    }
    return ids;
  }

  private String of(FlagRow.Place place, String text) {
    Proof known = byPlace.get(place);
    String id = known == null ? "p" + (byPlace.size() + 1) : known.id();
    if (known == null || known.text().isEmpty()) {
      byPlace.put(place, proof(id, place, text));
    }
    return id;
  }

  private static Proof proof(String id, FlagRow.Place place, String text) {
    return new Proof(
        id,
        place.page(),
        place.rawPath(),
        place.rawOffset(),
        place.rawSha256(),
        place.start(),
        place.end(),
        "",
        text,
        "",
        false);
  }

  /** All places so far, in the order in which they were first asked for. */
  List<Proof> all() {
    return List.copyOf(byPlace.values());
  }
}
