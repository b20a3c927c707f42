/** Tests of tables whose labels nobody knows. */
@NullMarked
package dev.unglue.split.open;

import org.jspecify.annotations.NullMarked;
