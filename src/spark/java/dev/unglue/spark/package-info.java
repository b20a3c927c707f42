/**
 * The stages of unglue on Apache Spark: page by page, field by field, subject by subject, each by
 * the very packages that one machine uses.
 *
 * <p>In: files of any Hadoop file system. Out: a folder of tables, see {@code publish.parquet}. May
 * use Spark, Hadoop's file systems, picocli and every room below {@code cli}.
 */
@NullMarked
package dev.unglue.spark;

import org.jspecify.annotations.NullMarked;
