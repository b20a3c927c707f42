/**
 * What many pages say of one subject: sightings, groups of pages, rows that wait for what other
 * pages say, and a subject's history.
 *
 * <p>In: observations of many captures. Out: what {@code resolve}, {@code reconcile} and {@code
 * validate} work on. May use the JDK, {@code text}, {@code model.value}, {@code model.field} and
 * {@code model.page}.
 */
@NullMarked
package dev.unglue.model.subject;

import org.jspecify.annotations.NullMarked;
