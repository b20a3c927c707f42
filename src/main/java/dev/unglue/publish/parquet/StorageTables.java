package dev.unglue.publish.parquet;

import java.util.List;

/**
 * The tables of the storage contract as they lie in Parquet. What a surrogate id names in a
 * database is named by what it is: a subject by its slug, a cell by its capture and its position
 * there, a capture by a hash over page, source, bytes and parser version; so no order of loading
 * shows, and two machines give the same rows.
 */
public final class StorageTables {
  /** Each capture that counts. */
  public static final TableSchema CAPTURE =
      TableSchema.of(
          "capture",
          "capture source page url captured_at raw_sha256 media_type raw_path raw_offset:w truncated"
              + " content_sha256 layout page_kind parser_version notes canonical");

  /** Whom a page is about, by the names that it prints. */
  public static final TableSchema COMPARISON =
      TableSchema.of("comparison", "capture position:w slug name");

  /** Each cell as its own page has it. */
  public static final TableSchema OBSERVATION =
      TableSchema.of(
          "observation",
          "capture position:w slug subject attribute member ordinal:w section state value_num:n"
              + " value_text raw_text raw_start:w raw_end:w method confidence:n candidates layout");

  /** Cells that other captures have decided; they stand in the place of those above. */
  public static final TableSchema RESOLUTION =
      TableSchema.of(
          "resolution",
          "capture position:w state value_num:n value_text raw_text raw_start:w raw_end:w method"
              + " confidence:n candidates");

  /** What is believed and was believed. */
  public static final TableSchema FACT =
      TableSchema.of(
          "fact",
          "slug subject attribute member ordinal:w valid_from valid_to value_num:n value_text"
              + " resolution support:w dissent:w confidence:n");

  /** What does not agree; {@code scope} is {@code page}, or {@code pages} where several do not. */
  public static final TableSchema FLAG =
      TableSchema.of(
          "flag",
          "scope capture rule severity page slug attribute member expected actual message raw_start:w"
              + " raw_end:w other_page other_start:w other_end:w silenced:w fingerprint state");

  /** What could not be read; without a capture where no page could be made of an input. */
  public static final TableSchema QUARANTINE =
      TableSchema.of("quarantine", "capture page reason message raw_text raw_start:w raw_end:w");

  /** Figures of the run. */
  public static final TableSchema METRIC =
      TableSchema.of("metric", "name scope attribute member value:n");

  /** How each rule fared. */
  public static final TableSchema RULE_RESULT =
      TableSchema.of("rule_result", "rule title severity evaluated:w failed:w status");

  /** All of them, in the order in which they are written. */
  public static final List<TableSchema> ALL =
      List.of(
          CAPTURE,
          COMPARISON,
          OBSERVATION,
          RESOLUTION,
          FACT,
          FLAG,
          QUARANTINE,
          METRIC,
          RULE_RESULT);

  private StorageTables() {}
}
