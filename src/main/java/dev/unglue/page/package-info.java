/**
 * One page from its capture to its observations: the order of the steps, and what one step tells
 * the next.
 *
 * <p>In: a {@link dev.unglue.model.page.Capture}. Out: a {@link dev.unglue.model.page.ParsedPage}.
 * Pure; may use {@code model}, {@code text}, {@code extract}, {@code split} and {@code normalize}.
 */
@NullMarked
package dev.unglue.page;

import org.jspecify.annotations.NullMarked;
