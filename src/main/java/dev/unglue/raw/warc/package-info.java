/**
 * Bytes of archives: gzip members, the records of a WARC, HTTP messages and their bodies.
 *
 * <p>In: a stream. Out: records with the place where each begins and ends. May use files, jwarc and
 * {@code text}; knows no page.
 */
@NullMarked
package dev.unglue.raw.warc;

import org.jspecify.annotations.NullMarked;
