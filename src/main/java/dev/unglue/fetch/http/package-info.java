/**
 * One request and its reply: addresses that may not be asked, time limits, bodies that are bounded
 * while they are unpacked.
 *
 * <p>In: an address and what is known of it. Out: a {@link dev.unglue.fetch.http.Reply}. May use
 * sockets, OkHttp, slf4j, {@code model} and {@code text}; the clock and the way to wait are handed
 * in.
 */
@NullMarked
package dev.unglue.fetch.http;

import org.jspecify.annotations.NullMarked;
