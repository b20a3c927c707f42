/**
 * HTTP for a few people on one machine: who is let in, how much may be asked, what is answered.
 *
 * <p>In: the JDK's server. Out: {@link dev.unglue.serve.http.Request} and {@link
 * dev.unglue.serve.http.Response}, of which the rest of the site knows nothing else. Uses {@code
 * text} and {@code pipeline} (for its complaints).
 */
@NullMarked
package dev.unglue.serve.http;

import org.jspecify.annotations.NullMarked;
