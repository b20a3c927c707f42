@NullMarked
package dev.unglue.bench;

import org.jspecify.annotations.NullMarked;
