/**
 * What other programs read: the published file, the CSVs, their contract and their descriptor; and
 * the way back from such files to observations.
 *
 * <p>In: a work store whose gate is open. Out: {@code unglue.db}, replaced as a whole, {@code csv/}
 * with {@code contract.odcs.yaml} and {@code datapackage.json}. May use files, sqlite-jdbc, Commons
 * CSV, Jackson, {@code model}, {@code text} and {@code store}.
 */
@NullMarked
package dev.unglue.publish;

import org.jspecify.annotations.NullMarked;
