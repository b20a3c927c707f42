/**
 * Makes whole comparison pages whose truth is known, in every layout and dialect that real pages
 * came in.
 *
 * <p>In: lists of names and a source of chance. Out: {@link dev.unglue.bench.page.GeneratedPage}s.
 * The same names and the same chance give the same pages. Pure; may use {@code model} only.
 */
@NullMarked
package dev.unglue.bench.page;

import org.jspecify.annotations.NullMarked;
