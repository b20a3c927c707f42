/**
 * What each address of the site shows: a request becomes a query, its answer a view that a template
 * prints.
 *
 * <p>In: {@link dev.unglue.serve.http.Request} and rows of {@code store.site}. Out: {@link
 * dev.unglue.serve.page.View}, which is a page, JSON and CSV.
 */
@NullMarked
package dev.unglue.serve.page;

import org.jspecify.annotations.NullMarked;
