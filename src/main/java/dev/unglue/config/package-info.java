/**
 * YAML files, name lists and decisions to validated records.
 *
 * <p>In: a folder of configuration, or the one that is packed into the jar. Out: {@code Settings},
 * or one {@link dev.unglue.config.yaml.ConfigException} that names every problem with its file,
 * line and key. May use Jackson, Commons CSV and {@code model}; seen by {@code pipeline} and {@code
 * cli} only, stages get plain values.
 */
@NullMarked
package dev.unglue.config;

import org.jspecify.annotations.NullMarked;
