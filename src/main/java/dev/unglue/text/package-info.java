/**
 * What text means everywhere, once: white space, characters that nobody sees, dashes, digits, code
 * points, hashes, how HTTP packs a body.
 *
 * <p>In: characters, texts, bytes. Out: whether they are of a kind, or the text in another form.
 * Pure; uses the JDK only, and no other room.
 */
@NullMarked
package dev.unglue.text;

import org.jspecify.annotations.NullMarked;
