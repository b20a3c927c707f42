/**
 * Tables as Parquet files, for engines that read many of them at once, and the way back.
 *
 * <p>In: a published file, or pages as they were read. Out: a folder with the tables of the storage
 * contract. One codec (gzip, which the JDK has), flat tables, three types of columns: so the format
 * itself needs no library but that of its metadata. May use files, sqlite-jdbc, Jackson,
 * parquet-format, {@code model}, {@code text} and {@code store}.
 */
@NullMarked
package dev.unglue.publish.parquet;

import org.jspecify.annotations.NullMarked;
