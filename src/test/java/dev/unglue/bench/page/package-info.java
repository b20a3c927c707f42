@NullMarked
package dev.unglue.bench.page;

import org.jspecify.annotations.NullMarked;
