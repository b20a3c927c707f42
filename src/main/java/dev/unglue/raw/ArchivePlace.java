package dev.unglue.raw;

import java.nio.file.Path;

/**
 * Where a record lies.
 *
 * @param file the archive
 * @param offset where its gzip member begins, in bytes
 */
record ArchivePlace(Path file, long offset) {}
