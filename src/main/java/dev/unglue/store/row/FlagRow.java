package dev.unglue.store.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flag as stored, with its life and its places.
 *
 * @param rule id of the rule
 * @param severity its severity, lower case
 * @param state {@code new}, {@code open}, {@code fixed} or {@code silenced}
 * @param firstSeen when the run began that raised it first
 * @param lastSeen when the last run began in which it stood
 * @param page the page it is about; empty for a flag about a run
 * @param subject name of the subject; empty where it is about none
 * @param slug slug of the subject; empty where it is about none
 * @param attribute id of the attribute; empty where it is about none
 * @param member part of the attribute; empty where it has none
 * @param expected what was expected
 * @param actual what was found
 * @param message one sentence for people
 * @param here where the actual value stands; absent where no place is known
 * @param there where the other value stands; absent where there is none
 */
public record FlagRow(
    String rule,
    String severity,
    String state,
    Instant firstSeen,
    Instant lastSeen,
    String page,
    String subject,
    String slug,
    String attribute,
    String member,
    String expected,
    String actual,
    String message,
    @Nullable Place here,
    @Nullable Place there) {

  /**
   * A place in a capture.
   *
   * @param page the page
   * @param rawPath the file that holds the capture
   * @param rawOffset its place in that file
   * @param rawSha256 hash of its payload
   * @param start first character, in code points
   * @param end one past the last
   */
  public record Place(
      String page, String rawPath, long rawOffset, String rawSha256, int start, int end) {

    /** Of a row with the columns of a capture and of a span. */
    public static Place of(ResultSet row) throws SQLException {
      return new Place(
          row.getString("page"),
          row.getString("raw_path"),
          row.getLong("raw_offset"),
          row.getString("raw_sha256"),
          row.getInt("raw_start"),
          row.getInt("raw_end"));
    }
  }
}
