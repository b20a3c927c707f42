/**
 * Wires the stages: the only package that knows them all and their order.
 *
 * <p>In: settings and inputs. Out: a {@link dev.unglue.pipeline.RunSummary} or a {@link
 * dev.unglue.pipeline.PageResult}. May use every stage.
 */
@NullMarked
package dev.unglue.pipeline;

import org.jspecify.annotations.NullMarked;
