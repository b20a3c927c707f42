/**
 * What one run did and measured: the outcome of each planned address, and the metrics by which runs
 * are compared.
 *
 * <p>In: what {@code fetch} and {@code store} counted. Out: what rules of drift and reports read.
 * May use the JDK and {@code text}.
 */
@NullMarked
package dev.unglue.model.run;

import org.jspecify.annotations.NullMarked;
