/**
 * How SQLite is spoken to: opening a file, prepared statements, records of rows, the version of the
 * schema and the lock of a store.
 *
 * <p>In: a path, statements and values. Out: rows as records, or a {@link
 * dev.unglue.store.sql.StoreException} that says what could not be done. May use files,
 * sqlite-jdbc, Flyway, Jackson, {@code lock}, {@code model} and {@code text}; nothing here knows a
 * table.
 */
@NullMarked
package dev.unglue.store.sql;

import org.jspecify.annotations.NullMarked;
