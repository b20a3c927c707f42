/**
 * The storage contract: the work store, what is believed since when, the published file, the CSVs.
 *
 * <p>In: parsed pages, facts and flags of {@code model}. Out: {@code work/store.db}, {@code
 * unglue.db}, {@code csv/}. May use files, sqlite-jdbc, Flyway, Commons CSV and Jackson; asks no
 * clock and draws no random number.
 */
@NullMarked
package dev.unglue.load;

import org.jspecify.annotations.NullMarked;
