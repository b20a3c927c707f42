/**
 * A capture as readers want it: its lines and its tables.
 *
 * <p>In: a {@link dev.unglue.model.page.Capture}. Out: a {@link dev.unglue.extract.PageContent}.
 * Pure; may use {@code model}, {@code text}, jsoup and its own sub-packages.
 */
@NullMarked
package dev.unglue.extract;

import org.jspecify.annotations.NullMarked;
