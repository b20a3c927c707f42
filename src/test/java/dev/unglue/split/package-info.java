@NullMarked
package dev.unglue.split;

import org.jspecify.annotations.NullMarked;
