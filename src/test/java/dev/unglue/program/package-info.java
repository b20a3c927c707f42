/** The program, and the small programs of the tests, as processes of their own. */
@org.jspecify.annotations.NullMarked
package dev.unglue.program;
