/**
 * Holds the documents true: links, commands, keys of the configuration, and every command that the
 * README shows together with its output.
 */
@NullMarked
package dev.unglue.docs;

import org.jspecify.annotations.NullMarked;
