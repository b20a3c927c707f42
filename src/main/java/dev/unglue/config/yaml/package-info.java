/**
 * YAML as a tree whose places know their file, line and key, and the problems found in it.
 *
 * <p>In: the text of a file. Out: values, or problems that name what was expected, what was found
 * and where. May use Jackson and {@code text}; knows no file of the project.
 */
@NullMarked
package dev.unglue.config.yaml;

import org.jspecify.annotations.NullMarked;
