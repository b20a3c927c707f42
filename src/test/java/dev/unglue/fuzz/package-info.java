/**
 * Pages of a seeded generator and mutations of pages that there are, through all readers: what is
 * read is proven, told apart and accounted for, whatever the page.
 */
@NullMarked
package dev.unglue.fuzz;

import org.jspecify.annotations.NullMarked;
