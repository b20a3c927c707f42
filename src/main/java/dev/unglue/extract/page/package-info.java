/**
 * A capture as readers want it: its lines and its tables.
 *
 * <p>In: a {@link dev.unglue.model.Capture}. Out: a {@link dev.unglue.extract.page.PageContent}.
 * Pure; may use {@code model}, jsoup and the other rooms of {@code extract}.
 */
@NullMarked
package dev.unglue.extract.page;

import org.jspecify.annotations.NullMarked;
