/**
 * What a value is made of: a subject, a section of a page, a state, a text with its place in the
 * capture.
 *
 * <p>In: nothing; these records are made by the stages. Out: the words that all rooms share. May
 * use the JDK and {@code text}.
 */
@NullMarked
package dev.unglue.model.value;

import org.jspecify.annotations.NullMarked;
