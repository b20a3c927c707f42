/**
 * The commands that measure speed, each beside a floor of the same run, so that only ratios are
 * told and no machine's clock is trusted. What they measure is in {@code dev.unglue.bench.speed};
 * here is what needs JMH.
 *
 * <p>Run by {@code mvn -B -ntp -P speed test-compile exec:exec}; no test of the suite.
 */
@NullMarked
package dev.unglue.speed;

import org.jspecify.annotations.NullMarked;
