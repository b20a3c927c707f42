/**
 * An HTML page as its reader sees it: its lines, and its tables as grids of cells.
 *
 * <p>In: a page that jsoup has parsed with position tracking. Out: an {@link
 * dev.unglue.extract.html.HtmlPage}, from one walk. Pure; may use {@code model}, {@code text},
 * {@code extract.text} and jsoup.
 */
@NullMarked
package dev.unglue.extract.html;

import org.jspecify.annotations.NullMarked;
