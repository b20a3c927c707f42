package dev.unglue.raw.read;

/**
 * What one pass over the inputs met.
 *
 * @param files files that were opened
 * @param pages captures that were handed on
 * @param unreadable things that were handed on as unreadable
 * @param skippedFiles files found in a folder or by a glob that are no pages by their name
 * @param skippedRecords WARC records that are no pages: requests, redirects, images and the like
 * @param older captures that were left out, being older than was asked for
 */
public record RawCounts(
    long files, long pages, long unreadable, long skippedFiles, long skippedRecords, long older) {}
