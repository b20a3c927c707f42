package dev.unglue.model.report;

/**
 * A place in a capture, with the text around it.
 *
 * @param id names it within the report
 * @param page the page
 * @param file the file that holds the capture
 * @param offset its place in that file
 * @param sha256 hash of its payload
 * @param start first character, in code points
 * @param end one past the last
 * @param before some text before the place, as the capture has it; empty at its beginning, and
 *     where the capture is no longer there
 * @param text the text at the place, cut where it is long; where the capture is no longer there, as
 *     the store remembers it, or empty
 * @param after some text after the place; empty likewise
 * @param found true if the capture is still there
 */
public record Proof(
    String id,
    String page,
    String file,
    long offset,
    String sha256,
    int start,
    int end,
    String before,
    String text,
    String after,
    boolean found) {}
