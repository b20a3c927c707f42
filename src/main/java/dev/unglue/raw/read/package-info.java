/**
 * From inputs to captures: finds the files, unpacks them, tells their charset and hands on one page
 * after the other.
 *
 * <p>In: files, folders and globs of loose pages, JSONL, WARC and WET, each also gzipped. Out: a
 * {@link dev.unglue.raw.read.RawItem} for each page, in an order that depends on names alone; what
 * cannot be read is handed on too, with its reason. Captures are streamed, so never more than one
 * of them is held here. May use files, Jackson and jwarc; reads only, and never a clock.
 *
 * <p>Reasons, all stable: {@code missing_input}, {@code not_readable}, {@code empty_file}, {@code
 * binary_file}, {@code too_large}, {@code gzip_cut}, {@code bad_gzip}, {@code not_json}, {@code
 * no_text}, {@code not_utf8}, {@code warc_cut}, {@code bad_warc}, {@code bad_http}, {@code
 * bad_encoding}, {@code unknown_encoding}.
 */
@NullMarked
package dev.unglue.raw.read;

import org.jspecify.annotations.NullMarked;
