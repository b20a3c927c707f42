/**
 * What is known of a field of pages before any page is read: its attributes with their types and
 * ranges, and how its pages speak.
 *
 * <p>In: what {@code config} has read. Out: a {@link dev.unglue.model.field.Catalogue} and {@link
 * dev.unglue.model.field.StatementForms}. May use the JDK, {@code text} and {@code model.value}.
 */
@NullMarked
package dev.unglue.model.field;

import org.jspecify.annotations.NullMarked;
