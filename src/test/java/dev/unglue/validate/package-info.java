/** Tests of the rules, and the fixture that builds parsed pages for them. */
@NullMarked
package dev.unglue.validate;

import org.jspecify.annotations.NullMarked;
