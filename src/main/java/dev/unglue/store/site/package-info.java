/**
 * What the local site asks of the published file: bounded answers, each held to indexes.
 *
 * <p>In: the published file, opened anew after each publish, and the work store for what is not
 * published (nights, runs that were refused). Out: records of rows. Reads only, and takes no lock.
 */
@NullMarked
package dev.unglue.store.site;

import org.jspecify.annotations.NullMarked;
