/**
 * Brings the pages of live sources into the raw store.
 *
 * <p>In: sources and the network. Out: a {@link dev.unglue.fetch.FetchReport}. May use {@code
 * config}, {@code fetch}, {@code raw}, {@code page}, {@code store} and {@code pipeline.request}.
 */
@NullMarked
package dev.unglue.pipeline.fetch;

import org.jspecify.annotations.NullMarked;
