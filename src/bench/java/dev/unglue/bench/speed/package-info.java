/**
 * What reading costs: usual pages of every layout and the hardest ones that are known, how long
 * they take and what they allocate, and the document that tells it.
 *
 * <p>In: a seed. Out: {@code src/docs/performance.md}. The command is in {@code src/speed}, for
 * only its profile brings JMH.
 */
@NullMarked
package dev.unglue.bench.speed;

import org.jspecify.annotations.NullMarked;
