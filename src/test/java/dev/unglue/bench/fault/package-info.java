@NullMarked
package dev.unglue.bench.fault;

import org.jspecify.annotations.NullMarked;
